// A party at the phone.
import assert from 'node:assert/strict'
import { look, weigh } from './checks.mjs'
import { codeFor } from './interface.mjs'

const FIRST_LOAD_BYTES = 90 * 1024
const FIRST_LOAD_REQUESTS = 6

/** By the link, then by code, name and the tail of the identity number. */
export async function enter({ context, page }, { token, phone, name, idTail, picture }) {
  const load = await weigh(context, page)
  await page.goto(`/i/${token}`)
  const way = page.getByRole('button', { name: '进入调解室' })
  await way.waitFor()
  await page.waitForLoadState('networkidle')
  assert.ok(load.bytes <= FIRST_LOAD_BYTES, `the first load has ${load.bytes} bytes`)
  assert.ok(load.requests <= FIRST_LOAD_REQUESTS, `the first load has ${load.requests} requests`)
  if (picture) await look(page, `${picture}-join`)
  await way.click()
  const code = page.getByLabel('短信验证码（6位数字）')
  await code.waitFor()
  await code.fill(await codeFor(phone))
  await page.getByLabel('您的姓名（单位填全称）').fill(name)
  await page.getByLabel('证件号码后4位').fill(idTail)
  if (picture) await look(page, `${picture}-identity`)
  await page.getByRole('button', { name: '确认，进入' }).click()
}

/** All that is asked before the talk: yes to everything, and safe. */
export async function consent({ page }, picture) {
  await page.getByRole('heading', { name: '开始前，请您决定' }).waitFor()
  for (const yes of await page.getByRole('radio', { name: '同意', exact: true }).all()) await yes.check()
  await answerSafety(page)
  if (picture) await look(page, `${picture}-consents`)
  await page.getByRole('button', { name: '提交我的决定' }).click()
  await box(page).waitFor()
}

async function answerSafety(page) {
  for (const yes of await page.getByRole('radio', { name: '是', exact: true }).all()) await yes.check()
}

function box(page) {
  return page.getByRole('textbox', { name: '写给调解员和律师' })
}

/** Writes into the own lane. Whether it is sent now depends on the connection. */
export async function write({ page }, words) {
  await box(page).fill(words)
  await page.getByRole('button', { name: '发给调解员' }).click()
}

/** The open lane, with all that was said in it. */
export function words({ page }) {
  return page.getByRole('log')
}

/** Waits until the words stand in the open lane, sent and not pending. */
export async function reads({ page }, words) {
  await page.getByRole('log').getByText(words).last().waitFor()
}

export async function sent({ page }, words) {
  await reads({ page }, words)
  await page.locator('[role=log]:not(:has([aria-label="正在发送"]))').waitFor()
}

export async function approveRelay({ page }, picture) {
  const approve = page.getByRole('button', { name: '可以这样转' })
  await approve.waitFor()
  if (picture) await look(page, `${picture}-relay`)
  await approve.click()
  await page.getByText('您同意按改过的说法转告').waitFor()
}

/** Reads the proposed agreement clause by clause and goes on to sign it. */
export async function readAgreement({ page }, picture) {
  await page.getByRole('button', { name: '看协议' }).click()
  const understood = page.getByRole('button', { name: '看懂了' })
  await understood.first().waitFor()
  if (picture) await look(page, `${picture}-agreement`)
  while ((await understood.count()) > 0) await understood.first().click()
  await page.getByRole('button', { name: '去签名' }).click()
}

/** Agrees to sign this way, says that it is safe, and proves the phone. */
export async function proveWill({ page }, { phone, picture }) {
  await page.getByRole('heading', { name: '先问您：同意用手机签名吗？' }).waitFor()
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '只有调解员看得到的三个问题' }).waitFor()
  await answerSafety(page)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('button', { name: '获取短信验证码' }).click()
  await page.getByRole('button', { name: '重新获取验证码' }).waitFor()
  await page.getByLabel('短信验证码（6位数字）').fill(await codeFor(phone))
  if (picture) await look(page, `${picture}-sign`)
}

/** Writes on the glass with a finger. */
export async function drawName({ context, page }, picture) {
  await page.getByRole('button', { name: '手写签名' }).click()
  const glass = page.getByRole('dialog', { name: '请在框里写您的名字' })
  await strokes(context, page, await glass.locator('canvas').boundingBox())
  if (picture) await look(page, `${picture}-pad`)
  await glass.getByRole('button', { name: '写好了' }).click()
  await page.getByRole('img', { name: '签名已写好' }).waitFor()
}

async function strokes(context, page, { x, y, width, height }) {
  const finger = await context.newCDPSession(page)
  const touch = (type, touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints })
  for (const part of [0.25, 0.5, 0.75]) {
    const point = (step) => ({ x: x + width * (0.25 + 0.05 * step), y: y + height * part + 12 * Math.sin(step) })
    await touch('touchStart', [point(0)])
    for (let step = 1; step <= 10; step++) await touch('touchMove', [point(step)])
    await touch('touchEnd', [])
  }
}

export async function typeName({ page }, name) {
  await page.getByRole('radio', { name: '输入姓名' }).check()
  await page.getByLabel('请输入您的全名').fill(name)
}

export async function confirmSignature({ page }) {
  await page.getByRole('button', { name: '确认签名' }).click()
  await page.getByRole('heading', { name: '签好了' }).waitFor()
  await page.getByRole('button', { name: '返回' }).last().click()
}

/** Whoever comes first chooses the court; the other finds the application there. */
export async function apply({ page }, picture) {
  await page.getByRole('button', { name: '申请司法确认' }).click()
  await page.getByRole('radio').first().check()
  if (picture) await look(page, `${picture}-courts`)
  await page.getByRole('button', { name: '开始申请' }).click()
}

/** The same words for both, signed by each at his own time; what goes to the court is asked apart. */
export async function coSign({ page }, { phone, name, picture }) {
  await page.getByRole('button', { name: '签申请书' }).click()
  await page.getByRole('button', { name: '看申请书' }).click()
  await page.getByText('司法确认申请书').first().waitFor()
  await page.getByRole('button', { name: '获取短信验证码' }).click()
  await page.getByRole('button', { name: '重新获取验证码' }).waitFor()
  await page.getByLabel('短信验证码（6位数字）').fill(await codeFor(phone))
  await typeName({ page }, name)
  for (const box of await page.getByRole('checkbox').all()) assert.equal(await box.isChecked(), false, 'nothing is ticked beforehand')
  await page.getByRole('checkbox', { name: '交给该法院' }).check()
  if (picture) await look(page, `${picture}-cosign`)
  await page.getByRole('button', { name: '签申请书' }).click()
}

/** The sealed agreement with its pages. */
export async function seesSealed({ page }, picture) {
  await page.getByText('协议原样（长按可保存）').waitFor()
  const first = page.getByRole('img', { name: '协议第1页' })
  await first.waitFor()
  if (picture) await look(page, `${picture}-sealed`)
  await first.scrollIntoViewIfNeeded()
  if (picture) await look(page, `${picture}-pages`)
}
