// Talking in place of typing: a party at the phone, the mediator who listens and checks, a grid worker without a signal.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import * as party from './party.mjs'
import * as staff from './staff.mjs'

const { BASE, ROOM, INVITE_A, PHONE_A } = process.env
const browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'])
const people = {}
try {
  people.a = await phone(browser, BASE)
  people.m = await desk(browser, BASE)
  await party.enter(people.a, { token: INVITE_A, phone: PHONE_A, name: '杨演示', idTail: '0019' })
  await party.consent(people.a)
  await staff.signIn(people.m, '王调解（演示）')
  await staff.openConsole(people.m, ROOM)
  await holdsAndTaps(people.a.page)
  await isCutOff(people.a.page)
  await isHeardAndChecked(people.m.page)
  await confirmsTheRecord(people.a.page)
  await isRefusedTheMicrophone()
  await notesWithoutASignal()
  for (const [name, person] of Object.entries(people)) assertQuiet(name, person, (error) => /ERR_FAILED|ERR_INTERNET_DISCONNECTED|401/.test(error))
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of Object.entries(people)) await picture(page, `failed-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

function voices(page) {
  return page.getByRole('button', { name: /^播放语音/ })
}

/** Until the page itself says that so much is recorded. */
async function spoken(page) {
  await page.getByText(/正在录音 [1-9]\d* 秒/).waitFor()
}

async function hold(page, upBy = 0) {
  const button = page.getByRole('button', { name: '按住 说话' })
  await button.evaluate((shown) => shown.scrollIntoView({ block: 'center' }))
  const { x, y, width, height } = await button.boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await spoken(page)
  if (upBy) await page.mouse.move(x + width / 2, y - upBy, { steps: 5 })
  await page.mouse.up()
}

async function tap(page) {
  await page.getByRole('button', { name: '按住 说话' }).focus()
  await page.keyboard.press('Enter')
  await spoken(page)
}

async function holdsAndTaps(page) {
  await page.getByRole('button', { name: '语音', exact: true }).click()
  await page.getByRole('button', { name: '按住 说话' }).waitFor()
  await look(page, 'voice-bar')
  await hold(page)
  await voices(page).waitFor()
  await tap(page)
  await look(page, 'voice-talking')
  assert.ok(Number(await page.getByRole('meter').getAttribute('aria-valuenow')) >= 0)
  await page.getByRole('button', { name: '发给调解员' }).click()
  await voices(page).nth(1).waitFor()
  await hold(page, 140)
  await page.getByText('已取消，没有发送').waitFor()
  assert.equal(await voices(page).count(), 2)
}

/** The upload is cut, and the page loaded anew: what was said arrives all the same, once. */
async function isCutOff(page) {
  await page.route('**/recordings/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  await hold(page)
  await page.getByText('网络断了，连上后接着发语音').waitFor()
  await look(page, 'voice-cut')
  await page.unroute('**/recordings/*')
  await page.reload()
  await voices(page).nth(2).waitFor()
  await page.getByText('正在发语音').waitFor({ state: 'detached' })
  assert.equal(await voices(page).count(), 3)
  await page.getByText('机器转写，未核对').first().waitFor()
  await look(page, 'voice-lane')
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'scrolls sideways')
}

async function isHeardAndChecked(page) {
  const play = voices(page).first()
  await play.click()
  await page.getByRole('button', { name: '停止播放' }).waitFor()
  await page.getByRole('button', { name: '停止播放' }).waitFor({ state: 'detached' })
  await page.getByText('机器听到的话').first().waitFor()
  await page.getByRole('button', { name: '核对文字' }).first().click()
  await page.getByLabel('第 1 行').fill('楼上漏水，请他们先修')
  await look(page, 'voice-check')
  await page.getByRole('button', { name: '核对无误，保存' }).click()
  await page.getByText('人工 · 王调解（演示）').waitFor()
  await people.a.page.getByText('楼上漏水，请他们先修').waitFor()
}

async function confirmsTheRecord(page) {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('button', { name: '核对笔录' }).click()
  await page.getByText('〔语音，人工录入，王调解（演示）核对〕').waitFor()
  assert.equal(await page.getByText('机器听到的话').count(), 0)
  await look(page, 'voice-record')
  await page.getByRole('button', { name: '我看过了，确认无误' }).click()
  await page.getByText(/杨演示 已于 .+ 确认/).waitFor()
}

async function isRefusedTheMicrophone() {
  people.refused = await phone(browser, BASE)
  const { page } = people.refused
  await page.addInitScript(() => {
    window.navigator.mediaDevices.getUserMedia = () => Promise.reject(new window.DOMException('no', 'NotAllowedError'))
  })
  await signInGrid(page, 'kong')
  await page.getByRole('button', { name: '按住 说话' }).click()
  await page.getByText('没有麦克风权限').waitFor()
  await look(page, 'voice-refused')
}

async function signInGrid(page, username) {
  await page.goto('/grid')
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').fill('yilian-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '上报纠纷' }).waitFor()
}

/** A note is offered as text and never put in by itself; without a signal it waits with its draft. */
async function notesWithoutASignal() {
  people.grid = await phone(browser, BASE)
  const { page, context } = people.grid
  // An engine without worklets records by the older way.
  await page.addInitScript(() => { window.AudioWorklet.prototype.addModule = () => Promise.reject(new Error('older')) })
  await signInGrid(page, 'wu')
  await hold(page)
  await page.getByRole('button', { name: '把文字填到“经过”里' }).waitFor()
  assert.equal(await page.getByLabel('经过').inputValue(), '')
  await look(page, 'voice-note')
  await page.getByRole('button', { name: '把文字填到“经过”里' }).click()
  assert.equal(await page.getByLabel('经过').inputValue(), '机器听到的话')
  await page.evaluate(async () => { await window.navigator.serviceWorker.ready })
  await context.setOffline(true)
  await page.getByText('没有信号。可以照常填写').waitFor()
  await hold(page)
  await voices(page).nth(1).waitFor()
  await page.getByRole('button', { name: '邻里' }).click()
  await page.getByLabel('发生了什么').fill('说出来的漏水纠纷')
  await page.getByLabel('一方是谁', { exact: true }).fill('甲演示')
  await page.getByRole('button', { name: '上报', exact: true }).first().click()
  await page.getByText('等待信号').waitFor()
  await page.reload()
  await page.getByText('说出来的漏水纠纷').waitFor()
  await context.setOffline(false)
  await page.getByText('等待信号').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '我的' }).click()
  await page.getByText('说出来的漏水纠纷').first().click()
  await voices(page).nth(1).waitFor()
  await look(page, 'voice-dispute')
}
