// Somebody who is worried asks on a phone, follows up, gets a person, and reports it.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'

const browser = await launch()
const asker = await phone(browser, process.env.BASE)
const { page } = asker
page.setDefaultTimeout(30_000)

try {
  await asks()
  await isInDanger()
  await getsAPerson()
  await isAnsweredByTheLawyer()
  await reportsIt()
  assertQuiet('asker', asker, () => false)
  assertNoBarriers()
} catch (failure) {
  await picture(page, 'failed-asker').catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function asks() {
  await page.goto('/ask')
  await look(page, 'ask-empty')
  await page.getByRole('button', { name: '离婚了房子怎么分？' }).click()
  await page.getByRole('heading', { name: '接下来可以做' }).waitFor()
  assert.ok(await page.getByText('AI 回答，仅供参考').first().isVisible())
  assert.ok(await page.getByText('第一千零八十七条').first().isVisible())
  await look(page, 'ask-answer')
  await page.getByLabel('您的问题').fill('那孩子呢')
  await page.getByRole('button', { name: '问', exact: true }).click()
  await page.getByText('第一千零八十四条').first().waitFor()
  await page.getByRole('button', { name: '有帮助', exact: true }).last().click()
  await page.getByText('谢谢，已记下。').waitFor()
}

async function isInDanger() {
  await page.getByLabel('您的问题').fill('他喝了酒又打我，我们结婚五年了')
  await page.getByRole('button', { name: '问', exact: true }).click()
  const call = page.getByRole('link', { name: /^110 · / })
  await call.waitFor()
  assert.equal(await call.getAttribute('href'), 'tel:110')
  await page.getByText('第二十三条').first().waitFor()
  await look(page, 'ask-danger')
}

async function getsAPerson() {
  await page.getByRole('button', { name: '转人工' }).click()
  await page.getByRole('button', { name: '请工作人员回复我' }).click()
  await page.getByText('已转给值班人员').waitFor()
  await page.getByLabel('回复工作人员').fill('我想今天就谈')
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await page.getByText('我想今天就谈').waitFor()
  await look(page, 'ask-person')
  await page.reload()
  await page.getByText('已转给值班人员').waitFor()
  await page.getByRole('heading', { name: '那孩子呢' }).waitFor()
  await page.getByRole('link', { name: /^110 · / }).waitFor()
  await look(page, 'ask-again')
}

async function isAnsweredByTheLawyer() {
  const { page: work } = await desk(browser, process.env.BASE)
  await work.goto('/staff#/consultations')
  await work.getByLabel('账号').fill('li')
  await work.getByLabel('密码').fill('yilian-demo')
  await work.getByRole('button', { name: '登录' }).click()
  await work.getByText('家庭暴力').first().waitFor()
  await look(work, 'consultations-queue')
  await work.getByRole('button', { name: '接手' }).first().click()
  await work.getByText('那孩子呢').waitFor()
  await work.getByLabel('回复', { exact: true }).fill('您现在安全吗？')
  await work.getByRole('button', { name: '发送回复' }).click()
  await work.getByText('您现在安全吗？').first().waitFor()
  await look(work, 'consultation-taken')
  await page.getByText('您现在安全吗？').waitFor()
}

async function reportsIt() {
  await page.goto('/ask')
  await page.getByLabel('您的问题').fill('楼上漏水怎么赔')
  await page.getByRole('button', { name: '问', exact: true }).click()
  await page.getByRole('heading', { name: '接下来可以做' }).waitFor()
  await page.getByRole('button', { name: '把这段说成纠纷上报' }).click()
  await page.getByText('已把您刚才问的话填进来').waitFor()
  assert.match(await page.getByLabel('发生了什么').inputValue(), /漏水/)
  assert.equal(await page.locator('#type').inputValue(), 'NEIGHBOUR')
}
