// Law from the file to the phone: an administrator takes statutes in, a mediator finds an article and sends it, a party reads it.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import * as party from './party.mjs'
import * as staff from './staff.mjs'

const { BASE, ROOM, INVITE, PHONE } = process.env
const TEXT = '楼上漏水的，应当在三日内查明原因，\n并赔偿楼下的损失。'
const line = (article, text) => JSON.stringify({ law: '演示房屋法', category: '试', date: '2020-01-01', article, heading: '第一章 漏水', text })
const file = (text, name = '演示房屋法.jsonl') => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

const browser = await launch()
const people = []
try {
  await takeIn(await somebody(desk, 'admin'))
  await lookUp(await somebody(phone, 'clerk'))
  await send(await somebody(desk, 'mediator'), await somebody(phone, 'party'))
  for (const [name, person] of people) assertQuiet(name, person, (error) => /40[149]/.test(error))
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of people) await picture(page, `failed-law-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function somebody(open, name) {
  const person = await open(browser, BASE)
  people.push([name, person])
  return person
}

async function hand({ page }, chosen) {
  await page.goto('/staff#/statutes')
  await page.getByRole('heading', { name: '法律库', exact: true }).waitFor()
  await page.getByLabel('选择文件').setInputFiles(chosen)
}

async function takeIn(admin) {
  const { page } = admin
  await staff.signIn(admin, '华管理员（演示）')
  await hand(admin, file(`${line('第一条', TEXT)}\n{"law":`, '断了.jsonl'))
  await page.getByText('第 2 行不是完整的 JSON').waitFor()
  await hand(admin, file(`${line('第一条', TEXT)}\n${line('第二条', '本法自2020年3月1日起施行。')}\n`))
  await page.getByText('《演示房屋法》（2020-01-01），2 条').waitFor()
  await look(page, 'law-preview')
  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByText('写入完成：新增 1 部').waitFor()
  await hand(admin, file(`${line('第一条', TEXT)}\n${line('第二条', '本法自2020年3月1日起施行。')}\n`))
  await page.getByText('与库里完全相同，写入不会改变任何内容。').waitFor()
  await page.goto('/staff#/statutes')
  await page.getByText('2020-03-01（条文写明）').waitFor()
  await look(page, 'law-statutes')
  await page.goto('/staff#/service')
  await page.getByRole('heading', { name: '生成文书' }).waitFor()
  await look(page, 'law-service')
}

async function lookUp(clerk) {
  const { page } = clerk
  await staff.signIn(clerk, '赵文书（演示）')
  await page.goto('/staff#/laws')
  await page.getByLabel('要找什么').fill('演示房屋法1')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('2020年3月1日 起施行').waitFor()
  await look(page, 'law-search')
  await page.getByLabel('要找什么').fill('演示房屋法88')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('没有演示房屋法第八十八条这一条').waitFor()
  await page.getByLabel('要找什么').fill('')
  await page.getByLabel('纠纷类型').selectOption('NEIGHBOUR')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('heading', { name: '典型案例' }).waitFor()
  // An answer of before may have that heading too, and a button that is just free again has colours that nobody reads.
  await page.getByRole('button', { name: '查找', disabled: false }).waitFor()
  await look(page, 'law-type')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, 'scrolls sideways')
}

/** Keeps requests of that address waiting until the answer is called. */
async function hold(page, address) {
  let release
  const released = new Promise((resolve) => { release = resolve })
  await page.route(address, async (route) => {
    await released
    await route.continue()
  })
  return release
}

async function send(mediator, reader) {
  await party.enter(reader, { token: INVITE, phone: PHONE, name: '杨演示', idTail: '0019' })
  await party.consent(reader)
  await staff.signIn(mediator, '王调解（演示）')
  const { page } = mediator
  const letDisputeCome = await hold(page, '**/api/v1/disputes/*')
  const letAnswerCome = await hold(page, '**/api/v1/law-search?*')
  await staff.openConsole(mediator, ROOM)
  await page.getByRole('tab', { name: '法律', exact: true }).click()
  const panel = page.getByRole('region', { name: '法律', exact: true })
  await panel.getByLabel('要找什么').fill('演示房屋法第一条')
  await panel.getByRole('button', { name: '查找' }).click()
  letDisputeCome()
  await page.waitForFunction((type) => type.value !== '', await panel.getByLabel('纠纷类型').elementHandle())
  letAnswerCome()
  await look(page, 'law-panel')
  await panel.getByRole('button', { name: '发到会话' }).first().click()
  const dialog = page.getByRole('dialog', { name: '把条文发到会话' })
  await dialog.getByLabel('发给谁').selectOption({ label: '杨演示' })
  await look(page, 'law-cite')
  await dialog.getByRole('button', { name: '发给杨演示' }).click()
  await staff.lane(mediator, '杨演示').getByText('《演示房屋法》第一条').waitFor()
  const card = party.words(reader).getByText('并赔偿楼下的损失。')
  await card.waitFor()
  assert.equal(await card.innerText(), TEXT, 'to the letter')
  await reader.page.getByText('2020年3月1日起施行').waitFor()
  await look(reader.page, 'law-card')
}
