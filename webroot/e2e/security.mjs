// A mediator turns the second factor on, on a phone, signs in with it, and an administrator takes it away at the desk.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import * as staff from './staff.mjs'

const { BASE } = process.env
const WHO = '陈调解（演示）'
const PASSWORD = 'yilian-demo'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const browser = await launch()
const people = {}
let secret
let used = 0
try {
  people.phone = await phone(browser, BASE)
  people.desk = await desk(browser, BASE)
  const codes = await turnOn(people.phone)
  await signIn(people.phone)
  await recover(people.phone, codes[0])
  await reset(people.desk)
  await isTold(people.phone)
  for (const [name, person] of Object.entries(people)) assertQuiet(name, person, (error) => /40[014]/.test(error))
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of Object.entries(people)) await picture(page, `failed-security-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function turnOn(person) {
  const { page } = person
  await staff.signIn(person, WHO)
  await page.getByRole('link', { name: '登录安全' }).click()
  await page.getByText('还没有登记您的手机号').waitFor()
  await look(page, 'security-off')
  await page.getByRole('button', { name: '用手机验证器' }).click()
  secret = (await page.locator('code').innerText()).replace(/ /g, '')
  await page.getByRole('img', { name: '验证器用的二维码' }).waitFor()
  await page.getByLabel('验证码').fill('00')
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.getByText('验证码不对').waitFor()
  await look(page, 'security-begun')
  await isNarrow(page)
  await page.getByLabel('验证码').fill(code())
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await page.getByRole('heading', { name: '请现在就保存恢复码' }).waitFor()
  const codes = await page.locator('li code').allInnerTexts()
  assert.equal(codes.length, 8)
  await look(page, 'security-codes')
  await isNarrow(page)
  await page.getByRole('button', { name: '我已保存好' }).click()
  await page.getByRole('heading', { name: '两步验证已开启' }).waitFor()
  await page.getByText('还剩 8 个恢复码').waitFor()
  await page.getByText('关闭两步验证').click()
  await look(page, 'security-on')
  return codes
}

async function signIn(person) {
  const { page } = person
  await leave(page)
  await page.getByLabel('账号').fill('chen')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('用户名或密码不对').waitFor()
  assert.equal(await page.getByLabel('验证码').count(), 0, 'a wrong password tells nothing')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('请打开手机上的验证器').waitFor()
  await look(page, 'security-asked')
  await isNarrow(page)
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('验证码不对').waitFor()
  await page.getByLabel('验证码').fill(code())
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
}

async function recover({ page }, recovery) {
  await leave(page)
  await page.getByRole('button', { name: WHO }).click()
  await page.getByLabel('验证码').fill(recovery)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
}

async function reset(administrator) {
  const { page } = administrator
  await staff.signIn(administrator, '华管理员（演示）')
  await page.goto('/staff#/security')
  await page.getByRole('button', { name: `重置 ${WHO} 的两步验证` }).click()
  const dialog = page.getByRole('dialog', { name: `重置 ${WHO} 的两步验证` })
  await dialog.getByLabel('原因').fill('手机丢失，当面确认')
  await look(page, 'security-reset')
  await dialog.getByRole('button', { name: '重置', exact: true }).click()
  await page.getByText(`已重置 ${WHO} 的两步验证。`).waitFor()
}

async function isTold(person) {
  const { page } = person
  await staff.signIn(person, WHO)
  const notice = page.getByRole('status', { name: '登录安全' })
  await notice.getByText('华管理员（演示） 重置了您的两步验证').waitFor()
  await look(page, 'security-told')
  await isNarrow(page)
  await notice.getByRole('button', { name: '知道了' }).click()
  await notice.waitFor({ state: 'hidden' })
}

async function leave(page) {
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '工作人员登录' }).waitFor()
}

async function isNarrow(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, 'scrolls sideways')
}

/** What an authenticator shows: a step that was used is never taken again, so the next one is, which may drift by one. */
function code() {
  const step = Math.max(Math.floor(Date.now() / 30_000), used + 1)
  used = step
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytes(secret)).update(counter).digest()
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

function bytes(base32) {
  const bits = [...base32].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g).map((octet) => parseInt(octet, 2)))
}
