// Every screen of a party, on the real server, looked at in every size.
import assert from 'node:assert/strict'
import { launch, phone } from './browser.mjs'
import { assertQuiet, picture, weigh } from './checks.mjs'
import * as party from './party.mjs'
import * as api from './party-api.mjs'
import { endings } from './party-endings.mjs'
import { assertNoFaults, assertStill, echoTimes, foundSoFar, inspect, watchShifts } from './party-checks.mjs'
import { read } from './party-reading.mjs'
import { court, divorce, othersSignAndSeal } from './party-papers.mjs'

const scene = JSON.parse(process.env.SCENE)
const { leak } = scene
const A = { token: leak.invites.A, phone: leak.phones.A, name: '杨演示', idTail: '0019' }
const FIRST_LOAD = { bytes: 90 * 1024, requests: 6 }
const ECHO_MS = 50

const browser = await launch()
const me = await phone(browser, process.env.BASE)
const { page } = me
page.setDefaultTimeout(60_000)
await watchShifts(page)
try {
  const mediator = await api.staff('wang')
  await door()
  const b = await api.guest(leak.invites.B, leak.phones.B, '邓演示', '001F')
  await decide()
  await talk(mediator, b)
  await agree(mediator, b)
  await court(me, b, scene)
  await endings(me, mediator, { token: A.token, room: leak.room })
  await divorce(me, mediator, scene)
  assertQuiet('party', me, (error) => /40[49]|410|400|ERR_INTERNET_DISCONNECTED/.test(error))
  assertNoFaults()
} catch (failure) {
  console.log(foundSoFar())
  await picture(page, 'failed-party')
  throw failure
} finally {
  await browser.close()
}

function step(words) {
  console.log(`${new Date().toISOString()} ${words}`)
}

async function door() {
  step('the door')
  for (const [name, token, words] of [['expired', leak.expired, '过期'], ['revoked', leak.revoked, '停用'], ['unknown', 'A'.repeat(32), '没有找到']]) {
    await page.goto(`/i/${token}`)
    await page.getByText(words).waitFor()
    await inspect(page, `door-${name}`)
  }
  await firstLoad()
  await page.getByRole('button', { name: '进入调解室' }).click()
  const code = page.getByLabel('短信验证码（6位数字）')
  await code.fill('000000')
  await page.getByLabel('您的姓名（单位填全称）').fill(A.name)
  await page.getByRole('button', { name: '确认，进入' }).click()
  await page.getByText('请填写证件号码后4位').waitFor()
  await inspect(page, 'identity-missing')
  await page.getByLabel('证件号码后4位').fill('9999')
  await page.getByRole('button', { name: '确认，进入' }).click()
  await page.getByText('验证码不对').waitFor()
  await inspect(page, 'identity-code-wrong')
  await code.fill(await api.newestCode(A.phone))
  await page.getByRole('button', { name: '确认，进入' }).click()
  await page.getByText('登记的不一样').waitFor()
  await inspect(page, 'identity-mismatch')
  await code.fill(await api.newestCode(A.phone))
  await page.getByLabel('证件号码后4位').fill(A.idTail)
  await page.getByRole('button', { name: '确认，进入' }).click()
}

async function firstLoad() {
  const fresh = await phone(browser, process.env.BASE)
  const load = await weigh(fresh.context, fresh.page)
  await watchShifts(fresh.page)
  await fresh.page.goto(`/i/${A.token}`)
  await fresh.page.getByRole('button', { name: '进入调解室' }).waitFor()
  await fresh.page.waitForLoadState('networkidle')
  console.log(`first load: ${load.bytes} bytes in ${load.requests} requests`)
  assert.ok(load.bytes <= FIRST_LOAD.bytes && load.requests <= FIRST_LOAD.requests, 'the first load is too heavy')
  await assertStill(fresh.page, 'the door')
  await fresh.context.close()
  await page.goto(`/i/${A.token}`)
  await page.getByRole('button', { name: '进入调解室' }).waitFor()
  await inspect(page, 'door')
}

async function decide() {
  step('the decisions')
  await page.getByRole('heading', { name: '开始前，请您决定' }).waitFor()
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0, 'nothing is chosen beforehand')
  await inspect(page, 'decisions')
  await page.getByRole('button', { name: '提交我的决定' }).click()
  await page.getByText('请选“同意”或“不同意”').first().waitFor()
  await inspect(page, 'decisions-missing')
  await page.getByRole('radio', { name: '不同意', exact: true }).first().check()
  for (const yes of (await page.getByRole('radio', { name: '同意', exact: true }).all()).slice(1)) await yes.check()
  for (const yes of await page.getByRole('radio', { name: '是', exact: true }).all()) await yes.check()
  await page.getByRole('button', { name: '提交我的决定' }).click()
  await inspect(page, 'decisions-refusing')
  await page.getByRole('dialog').getByRole('button', { name: '先和调解员说说' }).click()
  await page.getByText('调解还没有开始').waitFor()
  await inspect(page, 'waiting')
  await page.getByRole('button', { name: '去看看' }).click()
  await party.consent(me)
}

async function talk(mediator, b) {
  step('the talk')
  await prepareOther(mediator, b)
  await mediator.post(`/rooms/${leak.room}/open`)
  await page.getByText('调解还没有开始').waitFor({ state: 'detached' })
  await inspect(page, 'chat-empty')
  const waits = await echoTimes(page, 40)
  console.log(`send to own bubble, 40 times: p50 ${waits[19].toFixed(1)} ms, p95 ${waits[37].toFixed(1)} ms`)
  assert.ok(waits[19] <= ECHO_MS, `half of the own words take ${waits[19]} ms to appear`)
  await party.sent(me, '回声39')
  await cards(mediator)
  await recall()
  await tools()
  await together(mediator, b)
  await offline(mediator)
}

async function prepareOther(mediator, b) {
  const room = await b.get(`/rooms/${leak.room}`)
  const lawyer = room.members.find(({ role }) => role === 'NEUTRAL_LAWYER').memberId
  await b.post(`/rooms/${leak.room}/safety-answers`, { voluntary: true, alone: true, safe: true })
  await b.post(`/rooms/${leak.room}/consents`, { items: [{ kind: 'ONLINE_MEDIATION', given: true }, { kind: 'LAWYER_PRESENT', memberId: lawyer, given: true }, { kind: 'E_SIGNATURE', given: true }] })
  const seats = (await mediator.get(`/rooms/${leak.room}`)).members.filter(({ role }) => role === 'PARTY')
  for (const { memberId } of seats) await mediator.post(`/rooms/${leak.room}/members/${memberId}/identity-checks`, { method: 'VIDEO_CALL' })
}

async function cards(mediator) {
  const lane = await api.laneOf(mediator, leak.room, 'SIDE', 'A')
  const seq = (await mediator.get(`/rooms/${leak.room}/lanes/${lane}/messages?limit=500`)).items.at(-1).seq
  await mediator.post(`/rooms/${leak.room}/status-line`, { side: 'A', text: '正在和对方谈，约10分钟' })
  await mediator.post(`/rooms/${leak.room}/lanes/${lane}/messages`, { clientId: 'm1', body: { kind: 'text', text: '您的要求我记下了。房子漏水的照片方便发一张吗？' } })
  await page.getByText('正在和对方谈').waitFor()
  await sendPicture()
  await mediator.post(`/rooms/${leak.room}/relay-requests`, { lane, seq, mode: 'REWORDED', text: '申请人希望得到房屋修复的费用。' })
  await page.getByRole('button', { name: '可以这样转' }).waitFor()
  await inspect(page, 'relay-card')
  await page.getByRole('button', { name: '可以这样转' }).click()
  await mediator.post(`/rooms/${leak.room}/proposals`, { lanes: [lane], text: '对方12月31日前一次付清6500元，今后互不追究。' })
  await page.getByRole('button', { name: '我想想' }).waitFor()
  await inspect(page, 'proposal-card')
  await page.getByRole('button', { name: '我想想' }).click()
  await page.getByText('您的回答：我想想').waitFor()
  await inspect(page, 'proposal-answered')
}

async function sendPicture() {
  await page.locator('input[type=file]').setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: Buffer.from(scene.picture, 'base64') })
  const sent = page.getByRole('button', { name: '您发的照片，点开看大图' })
  await sent.waitFor()
  await sent.click()
  await inspect(page, 'picture-large')
  await page.getByRole('button', { name: '关闭' }).click()
}

async function recall() {
  await party.write(me, '说错了，不是六千五')
  await party.sent(me, '说错了')
  await page.locator('.message.own').last().getByRole('button', { name: '这条消息' }).click()
  await inspect(page, 'message-actions')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText('您撤回了一条消息').waitFor()
  await inspect(page, 'recalled')
  await page.getByRole('button', { name: '重新编辑' }).click()
  assert.equal(await page.getByRole('textbox').inputValue(), '说错了，不是六千五')
  await page.getByRole('textbox').fill('')
}

async function tools() {
  await page.getByRole('button', { name: '更多功能' }).click()
  await inspect(page, 'tools')
  await page.getByRole('button', { name: '叫调解员' }).click()
  await page.getByText('已经告诉调解员，请稍等').waitFor()
  await page.getByRole('button', { name: '我要停一下' }).click()
  await page.getByText('先歇一歇').waitFor()
  await inspect(page, 'tools-called')
  await page.getByRole('button', { name: '悄悄求助' }).click()
  await inspect(page, 'help')
  await page.getByRole('button', { name: '发出求助' }).click()
  await page.getByText('已悄悄告诉调解员').waitFor()
  await inspect(page, 'help-sent')
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await inspect(page, 'menu')
  await page.getByRole('button', { name: '我的权利' }).click()
  await page.getByRole('heading', { name: '我的权利' }).waitFor()
  await inspect(page, 'rights')
  await page.getByRole('button', { name: '我的同意' }).click()
  await page.getByText('您已同意').first().waitFor()
  await inspect(page, 'consents')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '返回' }).click()
}

async function together(mediator, b) {
  step('together')
  await mediator.post(`/rooms/${leak.room}/joint`)
  await b.post(`/rooms/${leak.room}/consents`, { items: [{ kind: 'JOINT_SESSION', given: true }] })
  await page.getByRole('button', { name: '去看看' }).click()
  await inspect(page, 'joint-asked')
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await page.getByRole('button', { name: '提交我的决定' }).click()
  await page.getByRole('tab', { name: '共同调解' }).click()
  const joint = await api.laneOf(b, leak.room, 'JOINT')
  await b.post(`/rooms/${leak.room}/lanes/${joint}/messages`, { clientId: 'b1', body: { kind: 'text', text: '我们愿意修好。' } })
  await page.getByText('我们愿意修好').waitFor()
  await inspect(page, 'joint')
  await mediator.delete(`/rooms/${leak.room}/joint`)
  await page.getByRole('tab', { name: '我和调解员' }).click()
}

async function offline(mediator) {
  step('cut off')
  await me.context.setOffline(true)
  await page.getByText('网络断了').waitFor()
  await party.write(me, '断网时写的')
  await inspect(page, 'offline')
  await me.context.setOffline(false)
  await party.sent(me, '断网时写的')
  await mediator.post(`/rooms/${leak.room}/pause`, { reason: '先歇一歇' })
  await page.getByText('调解暂停了。您可以给调解员留言。').waitFor()
  await inspect(page, 'paused')
  await mediator.post(`/rooms/${leak.room}/resume`)
  await page.getByText('调解暂停了。您可以给调解员留言。').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('log').getByText('断网时写的').waitFor()
  await assertStill(page, 'the chat')
}

async function agree(mediator, b) {
  step('the agreement')
  await page.getByRole('button', { name: '协议', exact: true }).click()
  await page.getByText('还没有协议').waitFor()
  await inspect(page, 'agreements-none')
  await page.getByRole('button', { name: '返回' }).click()
  const { id } = await mediator.post(`/rooms/${leak.room}/agreements`, leak.agreement)
  await mediator.post(`/agreements/${id}/propose`)
  await page.getByRole('button', { name: '看协议' }).waitFor()
  await inspect(page, 'chat-agreement-ready')
  await page.getByRole('button', { name: '看协议' }).click()
  await page.getByRole('button', { name: '有问题' }).first().click()
  await page.getByText('关于协议第1条').or(page.getByRole('textbox')).first().waitFor()
  await inspect(page, 'clause-question')
  await page.getByRole('textbox').fill('')
  await page.getByRole('button', { name: '看协议' }).click()
  await page.getByRole('button', { name: '看协议全文' }).click()
  await page.getByRole('button', { name: '收起全文' }).waitFor()
  await inspect(page, 'agreement')
  await page.getByRole('button', { name: '不签了' }).click()
  await inspect(page, 'refuse')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await party.readAgreement({ page: await onList() })
  await sign()
  await othersSignAndSeal(b, mediator, { room: leak.room, id, phone: leak.phones.B })
  await party.seesSealed(me)
  await inspect(page, 'sealed')
  const sealed = page.url()
  await read(me, browser, leak.phones.A)
  await page.goto(sealed)
  await page.getByText('协议原样').waitFor()
}

async function onList() {
  await page.getByRole('button', { name: '返回' }).click()
  return page
}

async function sign() {
  await page.getByRole('heading', { name: '先问您：同意用手机签名吗？' }).waitFor()
  await inspect(page, 'sign-consent')
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '只有调解员看得到的三个问题' }).waitFor()
  await inspect(page, 'sign-safety')
  for (const yes of await page.getByRole('radio', { name: '是', exact: true }).all()) await yes.check()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('button', { name: '获取短信验证码' }).click()
  await page.getByRole('button', { name: '重新获取验证码' }).waitFor()
  await page.getByLabel('短信验证码（6位数字）').fill(await api.newestCode(A.phone))
  await page.getByRole('radio', { name: '输入姓名' }).check()
  await inspect(page, 'sign-typed')
  await page.getByRole('radio', { name: '手写签名' }).check()
  await page.getByRole('button', { name: '手写签名' }).click()
  await inspect(page, 'pad')
  await page.getByRole('button', { name: '返回' }).last().click()
  await party.drawName(me)
  await inspect(page, 'sign')
  await page.getByRole('button', { name: '确认签名' }).click()
  await page.getByRole('heading', { name: '签好了' }).waitFor()
  await inspect(page, 'signed')
  await page.getByRole('button', { name: '返回' }).last().click()
}
