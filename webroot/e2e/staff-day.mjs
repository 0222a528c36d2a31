// A day of the staff around one room: police, hand-over, joint session, and what passes between clerk and court.
import assert from 'node:assert/strict'
import { desk, launch } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import * as duty from './staff-duty.mjs'
import * as link from './staff-link.mjs'
import * as papers from './staff-papers.mjs'
import * as staff from './staff.mjs'

const { BASE, ROOM, AGREEMENT } = process.env
const A = { token: process.env.TOKEN_A, phone: process.env.PHONE_A, name: '杨演示' }
const B = { token: process.env.TOKEN_B, phone: process.env.PHONE_B, name: '邓演示' }
const FIRM = '演示拆违施工有限公司'
const EARLIER = '警官和新律师来之前说的：墙里也进水了'
const RULING = '（2026）演0000诉前调确9号'
const SCAN = { name: '裁定书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% a ruling of the demo\n%%EOF\n') }

const browser = await launch()
const people = {}
try {
  for (const name of ['mediator', 'police', 'lawyer', 'clerk', 'court', 'visitor']) people[name] = await desk(browser, BASE)
  await papers.say(A, ROOM, 'SIDE', EARLIER)
  await staff.signIn(people.mediator, '王调解（演示）')
  await police(people)
  await meetJointly(people)
  await handOver(people)
  const agreement = await papers.toTheApplication([A, B], ROOM, JSON.parse(AGREEMENT))
  await onPaper(people, agreement)
  await supplement(people, agreement)
  await policeOutcome(people)
  await enterRuling(people)
  await sendReadingLink(people, agreement)
  await bindTheFile(people, agreement)
  await exportMany(people)
  await checkPublicly(people, await papers.sealedPdf(agreement))
  for (const [name, person] of Object.entries(people)) assertQuiet(name, person, (error) => name === 'police' && faultyForm(error))
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of Object.entries(people)) await picture(page, `failed-staff-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

/** What a browser itself says of the answer 400, which is how a form learns what is missing. */
function faultyForm(error) {
  return error.includes('400')
}

function step(words) {
  console.log(`${new Date().toISOString()} ${words}`)
}

async function police({ mediator, police: officer }) {
  step('a community officer convenes, pauses and raises an alarm, and does nothing of a mediator')
  await staff.addStaff(mediator, ROOM, '社区民警', '张警官（演示）')
  await staff.signIn(officer, '张警官（演示）')
  await staff.openRoomPage(officer, ROOM)
  await staff.lane(officer, A.name).getByText('这一方还没有同意您查看它的会话').waitFor()
  const seat = await papers.seatOf(A, ROOM, 'COMMUNITY_POLICE')
  await papers.decide(A, ROOM, 'PARTICIPANT', seat)
  await staff.lane(officer, A.name).getByRole('textbox').waitFor()
  assert.equal(await officer.page.getByText(EARLIER).count(), 0, 'the officer reads from when he was agreed to')
  assert.equal(await staff.lane(officer, FIRM).getByRole('textbox').count(), 0, 'the other side has not agreed')
  for (const act of ['提方案', '提议共同调解', '结束调解', '转述', '写进协议', '起草协议']) {
    assert.equal(await officer.page.getByRole('button', { name: act }).count(), 0, `an officer is not offered: ${act}`)
  }
  await look(officer.page, 'police')
  await staff.openRoomPage(mediator, ROOM)
  await staff.raiseAlarm(officer, '有人威胁他人', '对方说要上门')
  await mediator.page.getByRole('alert').getByText('有人威胁他人：对方说要上门').waitFor()
  await look(mediator.page, 'alarm')
  await mediator.page.getByRole('button', { name: '我知道了' }).click()
  await mediator.page.getByRole('alert').waitFor({ state: 'detached' })
  await staff.pauseAndResume(officer, ROOM)
}

async function meetJointly({ mediator }) {
  step('a joint session is proposed, agreed to by both, talked in and ended')
  const { page } = mediator
  await staff.openRoomPage(mediator, ROOM)
  await staff.act(mediator, '提议共同调解')
  await page.getByText(`${A.name}：未表示；${FIRM}：未表示`).waitFor()
  await page.getByRole('button', { name: '撤回提议' }).waitFor()
  await papers.decide(A, ROOM, 'JOINT_SESSION')
  await page.getByText(`${A.name}：同意；${FIRM}：未表示`).waitFor()
  assert.equal(await staff.lane(mediator, '共同').getByRole('textbox').count(), 0, 'one consent opens nothing')
  await papers.decide(B, ROOM, 'JOINT_SESSION')
  await page.getByText('共同调解进行中').waitFor()
  await papers.say(A, ROOM, 'JOINT', '今天能把话说开就好。')
  await staff.lane(mediator, '共同').getByText('今天能把话说开就好。').waitFor()
  await staff.say(mediator, '共同', '请双方轮流说，每次说一件事。')
  await look(page, 'joint')
  await staff.act(mediator, '结束共同调解')
  await staff.lane(mediator, '共同').getByText('共同调解已结束，这里只能查看').waitFor()
}

async function handOver({ mediator, lawyer, clerk }) {
  step('the lawyer on duty is asked, takes the seat, reads what is handed to her, and cites an article')
  await staff.signIn(clerk, '赵文书（演示）')
  await duty.enterShift(clerk, '钱律师（演示）', 'roster')
  await duty.enterShift(clerk, '赵文书（演示）', undefined, '苗语')
  await duty.callInterpreter(mediator, ROOM, '赵文书（演示）', '苗语', A.name, 'interpreter-call')
  await duty.callLawyer(mediator, ROOM, '钱律师（演示）', 'lawyer-call')
  await staff.signIn(lawyer, '钱律师（演示）')
  await duty.takeCall(lawyer, 'lawyer-offer')
  await mediator.page.getByText('钱律师（演示） 已接下').waitFor()
  await mediator.page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
  await staff.disclose(lawyer, ROOM, EARLIER, 'lawyer-gate')
  const talk = staff.lane(lawyer, A.name)
  await talk.getByText('加入了调解室').last().waitFor()
  assert.equal(await talk.getByText(EARLIER).count(), 0, 'not before it is handed over')
  await staff.openRoomPage(mediator, ROOM)
  await staff.handOver(mediator, '律师 钱律师（演示）', A.name, '接手法律说明', 'handover')
  await talk.getByText(EARLIER).waitFor()
  await staff.lane(mediator, A.name).getByText('接手法律说明').waitFor()
  await staff.cite(lawyer, A.name, '民法典', '第一千一百六十五条', 'law')
  await staff.lane(mediator, A.name).getByText('《民法典》第一千一百六十五条').waitFor()
  assert.equal(await staff.lane(mediator, FIRM).getByText('第一千一百六十五条').count(), 0, 'only to whom it was sent')
}

async function onPaper({ clerk }, agreement) {
  step('who has no phone signs the application by hand, and the clerk hands it in')
  await clerk.page.goto(`/staff#/agreement/${agreement}`)
  await staff.enterPaperSignature(clerk, FIRM, { ...SCAN, name: '申请书.pdf' }, 'application-on-paper')
  await staff.handIn(clerk, '请分别通知双方。')
}

async function supplement({ clerk, court }, agreement) {
  step('the court asks for a supplement and gets it')
  await staff.signIn(court, '孙书记员（演示）')
  await court.page.getByRole('region', { name: '收到的司法确认申请' }).getByRole('link').first().click()
  await staff.verifySeal(court)
  await staff.askSupplement(court, ['送达地址确认书', '当事人身份证明'], 'supplement-asked')
  await clerk.page.goto(`/staff#/agreement/${agreement}`)
  await clerk.page.reload()
  await staff.supply(clerk, '已补交送达地址确认书。', SCAN, 'supplement')
}

async function policeOutcome({ police: officer, mediator }) {
  step('an officer records that the matter was settled and performed, and both sides are told')
  const { page } = officer
  await staff.openRoomPage(officer, ROOM)
  const card = page.getByRole('region', { name: '治安案件的结果' })
  await card.getByText('还没有记录。').waitFor()
  await card.getByRole('radio', { name: '未达成协议或未履行，依法处理' }).check()
  await card.getByText('接下来由公安机关依法作出处理决定').waitFor()
  await card.getByRole('radio', { name: '双方和解并已履行，不予处罚' }).check()
  for (const box of await card.getByRole('checkbox').all()) assert.equal(await box.isChecked(), false, 'nothing is ticked beforehand')
  await card.getByRole('button', { name: /^记录：/ }).click()
  await card.getByText('请确认公安机关还没有作出处理决定').waitFor()
  await look(page, 'outcome-faults')
  await card.getByLabel('哪一份协议').selectOption({ index: 1 })
  await card.getByLabel('履行完毕的日期').fill(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()))
  for (const label of ['履行凭证（照片或扫描件）', '双方当事人的书面申请（照片或扫描件）']) {
    await card.getByLabel(label).setInputFiles({ ...SCAN, name: `${label}.pdf` })
    await card.getByText(`${label}.pdf`).waitFor()
  }
  for (const box of await card.getByRole('checkbox').all()) await box.check()
  await card.getByRole('button', { name: /^记录：/ }).click()
  await card.getByText('双方经调解达成协议并已履行，不予处罚').waitFor()
  assert.equal(await card.getByRole('radio').count(), 0, 'nothing follows it')
  await look(page, 'outcome')
  await staff.openRoomPage(mediator, ROOM)
  for (const side of [A.name, FIRM]) await staff.lane(mediator, side).getByText('本案不予处罚').waitFor()
}

async function enterRuling({ clerk, court }) {
  step('a ruling that came on paper is entered and shown as such')
  await staff.enterPaper(clerk, '受理', SCAN)
  await clerk.page.getByText('法院审查中').waitFor()
  await staff.enterPaper(clerk, '裁定协议有效', SCAN, RULING, 'paper-ruling')
  await clerk.page.getByText(RULING).waitFor()
  await clerk.page.getByText('调委会录入，未经法院核对').first().waitFor()
  await court.page.reload()
  await court.page.getByText(RULING).waitFor()
  await look(court.page, 'court-ruling')
}

async function sendReadingLink({ clerk }, agreement) {
  step('the clerk sends a link to the phone on record, by which the agreement is read once')
  await link.readOnce(browser, await link.send(clerk, agreement, A))
}

async function bindTheFile({ clerk }, agreement) {
  step('the clerk puts a paper into the file and binds it in one click')
  const { page } = clerk
  await page.goto(`/staff#/agreement/${agreement}`)
  await page.getByRole('link', { name: '打开卷宗' }).click()
  await page.getByText('没有送达协议').first().waitFor()
  await page.getByLabel('材料种类').selectOption('INVESTIGATION')
  await page.getByLabel('材料名称').fill('现场调查记录')
  await page.getByLabel('文件', { exact: true }).setInputFiles(SCAN)
  await page.getByText(SCAN.name).waitFor()
  await page.getByRole('button', { name: '放入材料' }).click()
  await page.getByRole('cell', { name: '现场调查记录', exact: true }).waitFor()
  await look(page, 'dossier')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '生成卷宗 PDF' }).click()])
  assert.match(file.suggestedFilename(), /卷宗\.pdf$/)
}

async function exportMany({ clerk: { page } }) {
  step('the clerk has sealed agreements packed, comes back, and loads them down')
  await page.goto('/staff#/exports')
  await page.getByText('没有导出').waitFor()
  await page.getByRole('button', { name: '生成' }).click()
  await page.getByText('已生成').waitFor()
  await page.reload()
  await page.getByText('已生成').waitFor()
  await look(page, 'exports')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载' }).click()])
  assert.match(file.suggestedFilename(), /^调解协议-[\d-]+\.zip$/)
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByText('没有导出').waitFor()
}

async function checkPublicly({ visitor }, whole) {
  step('anybody checks the document, and reads in plain words what is wrong with another')
  const changed = Buffer.from(whole)
  changed[Math.floor(whole.length / 3)] ^= 1
  const appended = Buffer.concat([whole, Buffer.from('\n% added\n')])
  await staff.verifyPublicly(visitor, whole, '盖章后未被改动', '人民调解协议书', 'verify-whole')
  await visitor.page.getByText('盖章时间取自本机时钟，不是第三方时间戳。').waitFor()
  await staff.verifyPublicly(visitor, changed, '核验没有通过', '盖章之后内容被改动过。')
  await staff.verifyPublicly(visitor, appended, '核验没有通过', '· 盖章之后又添加了内容。', 'verify-appended')
}
