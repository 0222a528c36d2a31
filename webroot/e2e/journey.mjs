// The main job in six browsers: from two links to one sealed agreement and a court's ruling, and nobody read what was not his.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, everythingIn, look, picture } from './checks.mjs'
import { draft } from './interface.mjs'
import * as party from './party.mjs'
import * as staff from './staff.mjs'

const { BASE, ROOM, AGREEMENT } = process.env
const A = { token: process.env.INVITE_A, phone: process.env.PHONE_A, name: '杨演示', idTail: '0019' }
const B = { token: process.env.INVITE_B, phone: process.env.PHONE_B, name: '邓演示', idTail: '001F' }
const MEDIATOR = '王调解（演示）'

const SECRET_OF_A = '其实四千块我也肯，金丝雀甲七三一'
const SECRET_OF_B = '我们账上还有一万二，金丝雀乙九四八'
const DEMAND = '他们把排水孔堵都不堵，赔我六千五百块修房子'
const RELAYED = '申请人希望得到六千五百元的修复费用。'
const WRITTEN_OFFLINE = '断网时写的：我可以等到年底'
const FOR_THE_COURT = '请分别通知两方，金丝雀丙五一六'
const RULING = '（2026）演0000诉前调确1号'
const RULING_FILE = { name: '裁定书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% a ruling of the demo\n%%EOF\n') }
const MISSED = '您先歇一歇，我和律师商量一下。'

const browser = await launch()
const people = {}
try {
  for (const [name, open] of [['a', phone], ['b', phone], ['mediator', desk], ['lawyer', desk], ['clerk', desk], ['judge', desk]]) {
    people[name] = await open(browser, BASE)
  }
  await assemble(people)
  await talk(people)
  await loseAndCatchUp(people)
  await sign(people)
  await confirm(people)
  await judge(people)
} catch (failure) {
  for (const [name, { page }] of Object.entries(people)) await picture(page, `failed-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

function step(words) {
  console.log(`${new Date().toISOString()} ${words}`)
}

async function assemble({ a, b, mediator, lawyer }) {
  step('the parties come in')
  await party.enter(a, { ...A, picture: 'party' })
  await party.consent(a, 'party')
  await party.enter(b, B)
  await party.consent(b)
  step('the staff come in')
  await staff.signIn(lawyer, '李律师（演示）', 'lawyer')
  await staff.openConsole(lawyer, ROOM)
  await staff.signIn(mediator, MEDIATOR)
  await staff.openConsole(mediator, ROOM)
  await staff.openRoom(mediator, ROOM, 'mediator')
}

async function talk({ a, b, mediator, lawyer }) {
  step('the parties talk, each in private')
  await party.write(a, SECRET_OF_A)
  await party.write(a, DEMAND)
  await party.sent(a, DEMAND)
  await party.write(b, SECRET_OF_B)
  await party.sent(b, SECRET_OF_B)
  await staff.say(mediator, A.name, '您的话我看到了，先说说您的要求。')
  await party.reads(a, '先说说您的要求')
  await staff.lane(lawyer, A.name).getByText(SECRET_OF_A).waitFor()
  step('approved words are passed on')
  await staff.askForWording(mediator, A.name, DEMAND, RELAYED, 'mediator')
  await party.approveRelay(a, 'party')
  await staff.passOn(mediator)
  await party.reads(b, RELAYED)
  await look(a.page, 'party-chat')
  await look(b.page, 'other-chat')
  await look(mediator.page, 'console')
  await look(lawyer.page, 'lawyer-console')
}

async function loseAndCatchUp({ a, mediator }) {
  step('one loses the connection and catches up')
  await a.context.setOffline(true)
  await a.page.getByText('网络断了，正在重新连接').waitFor()
  await party.write(a, WRITTEN_OFFLINE)
  await staff.say(mediator, A.name, MISSED)
  await look(a.page, 'party-offline')
  await a.context.setOffline(false)
  await party.reads(a, MISSED)
  await party.sent(a, WRITTEN_OFFLINE)
  await staff.lane(mediator, A.name).getByText(WRITTEN_OFFLINE).waitFor()
  assert.equal(await a.page.getByRole('log').getByText(WRITTEN_OFFLINE).count(), 1, 'said once, and stands once')
}

async function sign({ a, b, mediator, clerk }) {
  step('the agreement is proposed')
  const agreementId = await draft('wang', ROOM, JSON.parse(AGREEMENT))
  await mediator.page.reload()
  await staff.openConsole(mediator, ROOM)
  await staff.propose(mediator, 'mediator')
  step('A draws, B types')
  await party.readAgreement(a, 'party')
  await party.proveWill(a, { ...A, picture: 'party' })
  await party.drawName(a, 'party')
  await party.confirmSignature(a)
  await party.readAgreement(b)
  await party.proveWill(b, B)
  await party.typeName(b, B.name)
  await party.confirmSignature(b)
  await staff.signAsMediator(mediator, MEDIATOR)
  step('the clerk seals')
  await staff.signIn(clerk, '赵文书（演示）')
  await staff.seal(clerk, agreementId, 'clerk')
  await party.seesSealed(a, 'party')
  await party.seesSealed(b)
}

async function confirm({ a, b, clerk, judge: judging }) {
  step('both apply for confirmation, each on a phone of its own')
  await party.apply(a, 'party')
  await party.coSign(a, { ...A, picture: 'party' })
  await a.page.getByRole('heading', { name: '等各方在申请书上签名' }).waitFor()
  await b.page.getByRole('button', { name: '办到哪一步了' }).click()
  await party.coSign(b, B)
  for (const { page } of [a, b]) await page.getByRole('heading', { name: '各方都签好了，等调委会提交法院' }).waitFor()
  step('the clerk hands it in, the judge rules, and both read it')
  await staff.handIn(clerk, FOR_THE_COURT, 'clerk-hands-in')
  await staff.signIn(judging, '周法官（演示）')
  await staff.rule(judging, RULING, RULING_FILE, 'judge')
  for (const { page } of [a, b]) await page.getByText(RULING).first().waitFor()
  await look(a.page, 'party-ruled')
}

async function judge(people) {
  step('nobody got what was not his')
  const inA = await everythingIn(people.a)
  const inB = await everythingIn(people.b)
  assert.ok(inA.includes(MISSED), 'the search finds what A was told')
  assert.ok(inB.includes(RELAYED), 'the search finds what was passed on')
  for (const [kept, secrets] of [[inA, [SECRET_OF_B, FOR_THE_COURT]], [inB, [SECRET_OF_A, DEMAND, WRITTEN_OFFLINE, FOR_THE_COURT]]]) {
    for (const secret of secrets) assert.ok(!kept.includes(secret), `the other side's browser holds: ${secret}`)
  }
  for (const [name, person] of Object.entries(people)) {
    assertQuiet(name, person, (error) => name === 'a' && error.includes('ERR_INTERNET_DISCONNECTED'))
  }
  assertNoBarriers()
  step('done')
}
