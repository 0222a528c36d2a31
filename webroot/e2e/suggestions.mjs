// What a model proposes to a mediator and to a grid worker: nothing, something, and a person who takes it over.
import assert from 'node:assert/strict'
import { desk, launch } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import * as staff from './staff.mjs'

const { BASE, ROOM, SIDE, SAID, MILD, STORY } = process.env
const LABEL = 'AI 建议，仅供参考'
const NONE = /这次没有可用的建议/
const browser = await launch()
const people = []
try {
  const mediator = await somebody('mediator')
  await staff.signIn(mediator, '王调解（演示）')
  await staff.openConsole(mediator, ROOM)
  await rewords(mediator)
  await summarises(mediator)
  await fillsIn(mediator)
  for (const [name, person] of people) assertQuiet(name, person, () => false)
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of people) await picture(page, `failed-suggestions-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function somebody(name) {
  const person = await desk(browser, BASE)
  people.push([name, person])
  return person
}

async function rewords(mediator) {
  const { page } = mediator
  await staff.lane(mediator, SIDE).getByRole('article').filter({ hasText: SAID }).getByRole('button', { name: '转述' }).click()
  const dialog = page.getByRole('dialog', { name: '转述' })
  await dialog.getByRole('radio', { name: '换个说法' }).check()
  await dialog.getByRole('button', { name: '请 AI 给个平和的说法' }).click()
  await dialog.getByText(NONE).waitFor()
  await look(page, 'suggestion-none')
  const wording = dialog.getByLabel('对方将看到的话（以您的名义）')
  assert.equal(await wording.inputValue(), SAID, 'nothing goes in by itself')
  await dialog.getByRole('button', { name: '再试一次' }).click()
  await dialog.getByText(MILD).waitFor()
  await dialog.getByText(LABEL).waitFor()
  assert.equal(await wording.inputValue(), SAID, 'nothing goes in by itself')
  await look(page, 'suggestion-rewording')
  await dialog.getByRole('button', { name: '放进来，我再改' }).click()
  assert.equal(await wording.inputValue(), MILD)
  await dialog.getByText('本人还没有同意这样转述，不能转。').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

async function summarises(mediator) {
  const { page } = mediator
  const lane = staff.lane(mediator, SIDE)
  await lane.getByRole('button', { name: '归纳要点' }).click()
  const summary = lane.getByRole('region', { name: `${SIDE} · 要点` })
  await summary.getByText(LABEL).waitFor()
  await summary.getByText('依据的 1 句话').click()
  await summary.getByText(SAID).waitFor()
  await look(page, 'suggestion-summary')
  await summary.getByRole('button', { name: '收起' }).click()
  await summary.waitFor({ state: 'detached' })
}

async function fillsIn({ page }) {
  await page.goto('/staff#/new-dispute')
  await page.getByLabel('经过', { exact: true }).fill(STORY)
  await page.getByRole('button', { name: '请 AI 从文字里找出各项' }).click()
  await page.getByText(LABEL).waitFor()
  await look(page, 'suggestion-intake')
  const cause = page.getByLabel('事由', { exact: true })
  assert.equal(await cause.inputValue(), '', 'nothing is filled in by itself')
  await page.getByRole('button', { name: /^采用：事由/ }).click()
  assert.notEqual(await cause.inputValue(), '')
  assert.equal(await page.getByLabel('发生地点', { exact: true }).inputValue(), '', 'what was not taken over stays as it was')
}
