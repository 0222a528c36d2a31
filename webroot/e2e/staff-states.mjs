// A mediator on a phone: by keyboard from the door to a message, three tabs, what he notes, and each way in which a room is lost.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import * as staff from './staff.mjs'

const { BASE, ROOM, DISPUTE, TOKEN, TOKEN_A } = process.env
const MEDIATOR = '王调解（演示）'
const BY_KEYBOARD = '只用键盘说的话'
const UNSENT = '还没有发出的话'

const browser = await launch()
const people = { phone: await phone(browser, BASE), desk: await desk(browser, BASE) }
try {
  await byKeyboard(people.phone)
  await threeTabs(people.phone)
  await safetyFlag(people.phone)
  await guardian(people.phone)
  await elsewhere(people.phone)
  await expired(people.phone)
  await ended(people)
  for (const [name, person] of Object.entries(people)) assertQuiet(name, person, refusedToken)
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of Object.entries(people)) await picture(page, `failed-states-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

/** What a browser itself says of the answer 401, which is how a page learns that its session is over. */
function refusedToken(error) {
  return error.includes('401')
}

async function seen(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wide, 0, `${name} scrolls sideways`)
  await look(page, `staff-${name}`)
}

/** Presses Tab until what has the focus is what is looked for. */
async function tabTo(page, what, most = 40) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(({ selector, text }) => {
      const { activeElement } = document
      return activeElement?.matches(selector) === true && (activeElement.textContent + (activeElement.placeholder ?? '')).includes(text)
    }, what)
    if (found) return
  }
  assert.fail(`not reached by keyboard: ${JSON.stringify(what)}`)
}

async function byKeyboard({ page }) {
  const { people: cast } = await (await fetch(`${BASE}/api/v1/demo/cast`)).json()
  const { username, password } = cast.find((one) => one.name === MEDIATOR)
  await page.goto('/staff')
  await page.getByLabel('账号').waitFor()
  await seen(page, 'phone-login')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'username', 'the door awaits the name')
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByText('分开调解中').first().waitFor()
  await seen(page, 'phone-rooms')
  await tabTo(page, { selector: `a[href*="${ROOM}"]`, text: '' })
  await page.keyboard.press('Enter')
  await page.getByRole('textbox').first().waitFor()
  await tabTo(page, { selector: 'textarea', text: '只发给' })
  await page.keyboard.type(BY_KEYBOARD)
  await page.keyboard.press('Enter')
  await page.getByRole('article').filter({ hasText: BY_KEYBOARD }).waitFor()
  await seen(page, 'phone-lane')
}

async function threeTabs({ page }) {
  const tabs = page.getByRole('tab')
  assert.deepEqual(await tabs.allInnerTexts(), ['杨演示', '共同', '演示拆违施工有限公司'])
  await tabs.nth(2).click()
  await page.getByPlaceholder('只发给 演示拆违施工有限公司').waitFor()
  assert.equal(await page.getByText(BY_KEYBOARD).count(), 0, 'one column at a time')
  await tabs.nth(1).click()
  await seen(page, 'phone-joint')
  await page.locator('button.beside').click()
  await seen(page, 'phone-more')
  await page.keyboard.press('Escape')
  for (const [name, shot] of [['协议', 'agreement'], ['工作人员', 'staff-lane'], ['通知', 'notice'], ['调解室', 'about']]) {
    await besides(page, name)
    await seen(page, `phone-${shot}`)
  }
  await tabs.nth(0).click()
}

/** A private no flags the room; a mediator takes the flag away and says why. */
async function safetyFlag({ page }) {
  await post(TOKEN_A, `/rooms/${ROOM}/safety-answers`, { voluntary: true, alone: true, safe: false })
  await page.getByText('安全提示', { exact: true }).waitFor()
  await besides(page, '调解室')
  await page.getByText('解除安全提示').first().click()
  await page.getByLabel('解除的理由').fill('已单独电话核实')
  await seen(page, 'phone-flagged')
  await page.getByRole('button', { name: '解除安全提示' }).click()
  await page.getByText('解除了安全提示：已单独电话核实').waitFor()
  await seen(page, 'phone-flag-cleared')
}

/** Who cannot wholly judge his own acts needs a guardian, and not one whose interest is against him. */
async function guardian({ page }) {
  await page.goto(`/staff#/dispute/${DISPUTE}`)
  await page.getByRole('button', { name: '补充资料' }).first().click()
  await page.getByLabel('民事行为能力').selectOption('LIMITED')
  await seen(page, 'phone-capacity')
  await page.getByRole('button', { name: '保存' }).first().click()
  await page.getByText('需要法定代理人（监护人）参加').waitFor()
  await page.getByRole('button', { name: '添加代理人' }).first().click()
  const form = page.locator('form').filter({ has: page.getByLabel('这位监护人本人的利益与被监护人相反') })
  await form.getByLabel('姓名').fill('杨监护（演示）')
  await form.getByLabel('手机号').fill('19900009999')
  await form.getByLabel('证件号码').fill('990000196001010013')
  await form.getByRole('checkbox').check()
  await seen(page, 'phone-guardian')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('与被监护人利益相反，不能代为参加').waitFor()
  await page.getByRole('button', { name: '取消“利益相反”' }).click()
  await page.getByText('需要法定代理人（监护人）参加').waitFor({ state: 'detached' })
  await page.getByText('案件应属的法院').click()
  await page.getByLabel('法院级别').selectOption('INTERMEDIATE')
  await seen(page, 'phone-court-level')
  await page.locator('details').getByRole('button', { name: '保存' }).click()
  await page.getByText('案件应属的法院：中级人民法院').waitFor()
  await page.goto(`/staff#/room/${ROOM}`)
  await page.getByRole('textbox').first().waitFor()
}

async function besides(page, name) {
  await page.locator('button.beside').click()
  await page.getByRole('list', { name: '更多' }).getByRole('button', { name }).click()
}

async function post(token, path, body) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${BASE}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  assert.ok(answer.ok, `${path}: ${answer.status}`)
}

/** Four more sockets of the same member; the oldest, this page's, has to go. */
async function elsewhere({ page }) {
  await page.evaluate(async ({ room, token }) => {
    globalThis.others = []
    for (let n = 0; n < 4; n += 1) {
      const asked = await fetch('/api/v1/socket-tickets', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ roomId: room }),
      })
      const { ticket } = await asked.json()
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/v1/ws/v1`, 'yilian.v1')
      await new Promise((done) => { socket.onopen = done })
      socket.send(JSON.stringify({ type: 'hello', ticket, after: {}, tail: 1 }))
      globalThis.others.push(socket)
    }
  }, { room: ROOM, token: TOKEN })
  const strip = page.getByRole('alert').filter({ hasText: '这个窗口已断开' })
  await strip.waitFor()
  await seen(page, 'phone-elsewhere')
  await strip.getByRole('button').click()
  await strip.waitFor({ state: 'detached' })
}

/** The session ends at the server; who comes back finds the words that he had not sent. */
async function expired({ page }) {
  await page.getByPlaceholder('只发给 杨演示').fill(UNSENT)
  await page.evaluate(async () => {
    const known = Object.entries(localStorage).find(([key]) => key === 'yilian.staff')[1]
    const headers = { 'content-type': 'application/json' }
    const asked = await fetch('/api/v1/sessions/refresh', { method: 'POST', headers, body: JSON.stringify({ principalId: known }) })
    const { accessToken } = await asked.json()
    await fetch('/api/v1/sessions/current', { method: 'DELETE', headers: { authorization: `Bearer ${accessToken}` } })
  })
  await page.getByLabel('账号').waitFor()
  await seen(page, 'phone-expired')
  await page.getByRole('button', { name: MEDIATOR }).click()
  await page.getByPlaceholder('只发给 杨演示').waitFor()
  assert.equal(await page.getByPlaceholder('只发给 杨演示').inputValue(), UNSENT)
}

async function ended({ phone: { page }, desk: wide }) {
  await staff.signIn(wide, '李律师（演示）')
  await staff.openRoomPage(wide, ROOM)
  await post(TOKEN, `/rooms/${ROOM}/end`, { cause: 'TOO_FAR_APART' })
  for (const one of [page, wide.page]) {
    await one.getByText('调解已结束').first().waitFor()
    await one.getByRole('textbox').first().waitFor({ state: 'detached' })
  }
  await seen(page, 'phone-ended')
  await look(wide.page, 'staff-ended')
  await page.goto('/staff#/rooms')
  await page.getByRole('heading', { name: '我的调解室' }).waitFor()
  await seen(page, 'phone-rooms-ended')
}
