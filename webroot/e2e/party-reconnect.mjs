// A party and a mediator write to each other while the server is killed again and again, and then its database alone:
// nothing is lost or doubled.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { picture } from './checks.mjs'
import * as party from './party.mjs'
import * as api from './party-api.mjs'
import * as staff from './staff.mjs'

const { BASE, SWITCH, ROOM, INVITE_A, PHONE_A } = process.env
const ROUNDS = Number(process.env.ROUNDS)
const NAME = '杨演示'
const LINK = `/i/${INVITE_A}`
const BANNER_MS = 1_500
const BACK_MS = 3_000
// A shared machine may hold up a single round; over many the promise is held to its figure.
const ROUNDS_FOR_FIGURES = 20
const LOADED_MACHINE = 3

// A page that is loaded anew shows the newest fifty; these rounds are on every page.
const ROUNDS_ON_PAGE = 5

/** What each has said, by round. */
const said = []
const figures = { banner: [], back: [] }
const browser = await launch()
const people = {}
try {
  people.a = await phone(browser, BASE)
  people.m = await desk(browser, BASE)
  await party.enter(people.a, { token: INVITE_A, phone: PHONE_A, name: NAME, idTail: '0019' })
  await party.consent(people.a)
  await staff.signIn(people.m, '王调解（演示）')
  await staff.openConsole(people.m, ROOM)
  for (let round = 1; round <= ROUNDS; round += 1) await killOnce(round)
  await withoutDatabase(ROUNDS + 1)
  await judge()
} catch (failure) {
  for (const [name, { page }] of Object.entries(people)) await picture(page, `failed-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function killOnce(round) {
  said.push({ 甲: [], 调: [] })
  await partySays(`甲${round}·平常`)
  await partySays(`甲${round}·正在路上`)
  await turn('kill')
  const killed = Date.now()
  await people.a.page.getByText('网络断了，正在重新连接').waitFor()
  figures.banner.push(Date.now() - killed)
  for (const n of [1, 2, 3]) await partySays(`甲${round}·断网${n}`)
  await mediatorSays(`调${round}·断网1`)
  await mediatorSays(`调${round}·断网2`)
  // Between the kinds of coming back: the page waits, is loaded anew, or is closed and opened again.
  const away = [stay, reload, closeTab][round % 3]
  const comeBack = await away()
  await turn('start')
  const ready = Date.now()
  await comeBack()
  await allOn(party.words(people.a))
  await allOn(deskWords())
  figures.back.push(Date.now() - ready)
  await compare(round)
}

/** The server stays and its database is away: both pages say so, and what is said meanwhile goes out by itself. */
async function withoutDatabase(round) {
  said.push({ 甲: [], 调: [] })
  const away = { a: people.a.page.getByText('系统暂时收不下消息'), m: people.m.page.getByText('系统暂时收不下消息') }
  await turn('database-off')
  await partySays(`甲${round}·库不在1`)
  await partySays(`甲${round}·库不在2`)
  await mediatorSays(`调${round}·库不在`)
  await Promise.all(Object.values(away).map((strip) => strip.waitFor()))
  assert.equal(await people.a.page.getByText('网络断了，正在重新连接').count(), 0, 'the connection stands')
  await turn('database-on')
  await allOn(party.words(people.a))
  await allOn(deskWords())
  await Promise.all(Object.values(away).map((strip) => strip.waitFor({ state: 'hidden' })))
  await compare(round)
}

async function stay() {
  return async () => undefined
}

async function reload() {
  await people.a.page.reload().catch(() => undefined)
  return () => people.a.page.goto(LINK)
}

async function closeTab() {
  await people.a.page.close()
  people.a.page = await people.a.context.newPage()
  return () => people.a.page.goto(LINK)
}

async function partySays(words) {
  said.at(-1).甲.push(words)
  await party.write(people.a, `〔${words}〕`)
}

async function mediatorSays(words) {
  said.at(-1).调.push(words)
  await staff.say(people.m, NAME, `〔${words}〕`)
}

function deskWords() {
  return staff.lane(people.m, NAME).getByRole('log')
}

function wordsOf(who, rounds = said) {
  return rounds.flatMap((round) => round[who])
}

async function turn(way) {
  const response = await fetch(`${SWITCH}/${way}`, { method: 'POST' })
  assert.ok(response.ok, `the server could not be turned: ${way}`)
}

/** Waits until everything said is on a page as sent; what stands twice is found by the comparison. */
async function allOn(lane) {
  const all = ['甲', '调'].flatMap((who) => wordsOf(who, said.slice(-ROUNDS_ON_PAGE))).map((words) => `〔${words}〕`)
  await lane.evaluate(async (element, { all, pending }) => {
    const complete = () => all.every((words) => element.innerText.includes(words)) && !element.querySelector(pending)
    await new Promise((done) => {
      const look = () => (complete() ? done() : setTimeout(look, 20))
      look()
    })
  }, { all, pending: '[aria-label="正在发送"], .pending' })
}

async function compare(round) {
  const shown = said.slice(-ROUNDS_ON_PAGE)
  const known = new Set(['甲', '调'].flatMap((who) => wordsOf(who, shown)))
  const onPhone = marks(await party.words(people.a).innerText()).filter((words) => known.has(words))
  const onDesk = marks(await deskWords().innerText()).filter((words) => known.has(words))
  for (const who of ['甲', '调']) {
    assert.deepEqual(onPhone.filter((words) => words.startsWith(who)), wordsOf(who, shown), `round ${round}: the words of ${who}`)
  }
  assert.deepEqual(onDesk, onPhone, `round ${round}: phone and desk show the same`)
}

function marks(text) {
  return [...text.matchAll(/〔([^〕]+)〕/g)].map(([, words]) => words)
}

async function judge() {
  await judgeStored()
  const slack = ROUNDS >= ROUNDS_FOR_FIGURES ? 1 : LOADED_MACHINE
  for (const [name, limit] of [['banner', BANNER_MS], ['back', BACK_MS]]) {
    const sorted = figures[name].map(Math.round).sort((a, b) => a - b)
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1]
    console.log(`${name}: ${sorted.length} rounds, p50 ${sorted[Math.ceil(sorted.length / 2) - 1]} ms, p95 ${p95} ms, max ${sorted.at(-1)} ms`)
    assert.ok(p95 <= limit * slack, `${name}: p95 ${p95} ms of at most ${limit} ms`)
  }
}

/** What the server has at the end, from the first round on. */
async function judgeStored() {
  const mediator = await api.staff('wang')
  const lane = await api.laneOf(mediator, ROOM, 'SIDE', 'A')
  const stored = []
  for (let after = 0, read = 1; read > 0; after += read) {
    const { items } = await mediator.get(`/rooms/${ROOM}/lanes/${lane}/messages?after=${after}&limit=500`)
    stored.push(...items.flatMap(({ body }) => marks(body.text ?? '')))
    read = items.length
  }
  for (const who of ['甲', '调']) {
    assert.deepEqual(stored.filter((words) => words.startsWith(who)), wordsOf(who), `all that ${who} said, once and in order`)
  }
  console.log(`${stored.length} messages: none lost, none doubled, none out of order`)
}
