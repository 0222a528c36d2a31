// A mediator, a lawyer and a clerk at the desk.
import assert from 'node:assert/strict'
import { look } from './checks.mjs'

/** Signs in with one tap, as the demo allows. */
export async function signIn({ page }, name, picture) {
  await page.goto('/staff')
  const person = page.getByRole('button', { name })
  await person.waitFor()
  if (picture) await look(page, `${picture}-login`)
  await person.click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
}

/** Enters the room's console; the lanes of both sides are there. */
export async function openConsole({ page }, roomId) {
  await page.goto(`/staff#/room/${roomId}`)
  await page.getByRole('textbox').first().waitFor()
}

/** Begins the separated talks; everything else is ready. */
export async function openRoom({ page }, roomId, picture) {
  await page.goto(`/staff#/prepare/${roomId}`)
  await page.getByText('各项已齐。').waitFor()
  if (picture) await look(page, `${picture}-prepare`)
  await page.getByRole('button', { name: '开始分开调解' }).click()
  await page.getByRole('button', { name: '提议共同调解' }).waitFor()
}

export function lane({ page }, name) {
  return page.getByRole('region', { name, exact: true })
}

export async function say(desk, laneName, words) {
  const column = lane(desk, laneName)
  await column.getByRole('textbox').fill(words)
  await column.getByRole('button', { name: /^发(给|到)/ }).click()
  await column.getByText(words).waitFor()
}

/** Asks the author of some words for another wording to pass on. */
export async function askForWording({ page }, laneName, words, wording, picture) {
  const item = lane({ page }, laneName).getByRole('article').filter({ hasText: words })
  await item.getByRole('button', { name: '转述' }).click()
  const dialog = page.getByRole('dialog', { name: '转述' })
  await dialog.getByRole('radio', { name: '换个说法' }).check()
  await dialog.getByLabel('对方将看到的话（以您的名义）').fill(wording)
  await dialog.getByRole('button', { name: /^请 .+ 同意$/ }).click()
  await dialog.getByText('已在本人的会话里发出请求').waitFor()
  if (picture) await look(page, `${picture}-relay`)
}

/** Passes the approved words on, once the author has agreed. */
export async function passOn({ page }) {
  const dialog = page.getByRole('dialog', { name: '转述' })
  await dialog.getByRole('checkbox', { name: '我已核对' }).check()
  await dialog.getByRole('button', { name: /^转述给/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Hands the draft to the parties for signing. */
export async function propose({ page }, picture) {
  await page.getByRole('tab', { name: '协议', exact: true }).click()
  const button = page.getByRole('button', { name: '交各方签署' })
  await button.waitFor()
  if (picture) await look(page, `${picture}-draft`)
  await button.click()
  await page.getByRole('dialog', { name: '交各方签署' }).getByRole('button', { name: '交各方签署' }).click()
  await page.getByRole('heading', { name: '签署情况' }).waitFor()
}

export async function signAsMediator({ page }, name) {
  await page.getByRole('button', { name: '调解员签名' }).click()
  const dialog = page.getByRole('dialog', { name: '调解员签名' })
  await dialog.getByRole('radio', { name: '输入姓名' }).check()
  await dialog.getByLabel('请输入您的姓名').fill(name)
  await dialog.getByRole('button', { name: '签名', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Checks the agreement against the list and puts the committee's seal on it. */
export async function seal({ page }, agreementId, picture) {
  await page.goto(`/staff#/agreement/${agreementId}`)
  const items = page.getByRole('region', { name: '核对清单' }).getByRole('checkbox')
  await items.first().waitFor()
  for (const item of await items.all()) await item.check()
  if (picture) await look(page, `${picture}-review`)
  await page.getByRole('region', { name: '盖章' }).getByRole('button', { name: '盖章' }).click()
  await page.getByRole('dialog', { name: '盖章' }).getByRole('button', { name: '盖章' }).click()
  await page.getByText('已盖章 ·').waitFor()
  if (picture) await look(page, `${picture}-sealed`)
}

/** Enters the room's page whatever is there to read. */
export async function openRoomPage({ page }, roomId) {
  await page.goto(`/staff#/room/${roomId}`)
  await page.getByRole('group', { name: '各方会话' }).waitFor()
}

/** Asks a colleague into the room. */
export async function addStaff({ page }, roomId, role, name) {
  await page.goto(`/staff#/prepare/${roomId}`)
  await page.getByLabel('担任').selectOption({ label: role })
  const person = page.getByLabel('人员', { exact: true })
  const value = await person.locator('option', { hasText: name }).getAttribute('value')
  await person.selectOption(value)
  await page.getByRole('button', { name: '邀请人员' }).click()
  await page.getByRole('button', { name: `移出 ${name}` }).waitFor()
}

/** One of the room's acts that asks back before it happens. */
export async function act({ page }, name) {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog', { name }).getByRole('button', { name: '确认' }).click()
  await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' })
}

export async function raiseAlarm({ page }, kind, note) {
  await page.getByRole('button', { name: '警示', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '安全警示' })
  await dialog.getByRole('radio', { name: kind }).check()
  await dialog.getByLabel('说明').fill(note)
  await dialog.getByRole('button', { name: '通知工作人员' }).click()
}

/** Pauses the talks and takes them up again, on the conditions of a beginning. */
export async function pauseAndResume(desk, roomId) {
  await act(desk, '暂停')
  await desk.page.goto(`/staff#/prepare/${roomId}`)
  await desk.page.getByText('各项已齐。').waitFor()
  await desk.page.getByRole('button', { name: '继续', exact: true }).click()
  await desk.page.getByText('分开调解中').waitFor()
}

/** Lets a colleague who joined later read one lane from its start. */
export async function handOver({ page }, member, laneName, reason, picture) {
  await page.getByRole('tab', { name: '调解室', exact: true }).click()
  await page.getByText('移交历史记录').click()
  await page.getByLabel('给谁').selectOption({ label: member })
  await page.getByLabel('哪个会话').selectOption({ label: laneName })
  await page.getByLabel('理由').fill(reason)
  await page.getByRole('button', { name: '移交', exact: true }).click()
  await page.getByText('已移交').waitFor()
  if (picture) await look(page, picture)
}

/** Before a lawyer reads anything he sees whom it is about, and says how he stands to them. */
export async function disclose({ page }, roomId, unseen, picture) {
  await page.goto(`/staff#/room/${roomId}`)
  const form = page.getByRole('region', { name: '我的利害关系披露' })
  await form.getByRole('radio').first().waitFor()
  assert.equal(await page.getByRole('group', { name: '各方会话' }).count(), 0, 'no lane before the disclosure')
  assert.equal(await page.getByText(unseen).count(), 0, 'nothing of the matter before the disclosure')
  if (picture) await look(page, picture)
  await form.getByRole('radio', { name: '没有利害关系' }).check()
  await form.getByRole('button', { name: '提交披露' }).click()
  await page.getByRole('group', { name: '各方会话' }).waitFor()
}

/** A lawyer's article, as a card to one side. */
export async function cite(desk, laneName, law, article, picture) {
  await lane(desk, laneName).getByRole('button', { name: '发法条' }).click()
  const dialog = desk.page.getByRole('dialog', { name: `发法条给${laneName}` })
  await dialog.getByRole('button', { name: '没有导入这部法律？手工录入' }).click()
  await dialog.getByLabel('法律名称').fill(law)
  await dialog.getByLabel('条款').fill(article)
  if (picture) await look(desk.page, picture)
  await dialog.getByRole('button', { name: `发给${laneName}` }).click()
  await lane(desk, laneName).getByText(`《${law}》${article}`).waitFor()
}

/** What a party signed by hand, with its scan and its consent. */
export async function enterPaperSignature({ page }, who, file, picture) {
  const card = page.getByRole('region', { name: '录入纸质签名' })
  await card.getByLabel('签的是谁').selectOption({ label: who })
  await card.getByLabel('扫描件（可多页）').setInputFiles(file)
  await card.getByText(file.name).waitFor()
  assert.equal(await card.getByRole('button', { name: '录入', exact: true }).isDisabled(), true, 'no data go to a court without consent')
  await card.getByRole('checkbox').check()
  if (picture) await look(page, picture)
  await card.getByRole('button', { name: '录入', exact: true }).click()
  await card.waitFor({ state: 'detached' })
}

/** The clerk hands the application to the court, with a word that the court alone reads. */
export async function handIn({ page }, note, picture) {
  await page.reload()
  const card = page.getByRole('region', { name: '司法确认' })
  await card.getByRole('button', { name: '送交法院' }).click()
  const dialog = page.getByRole('dialog', { name: '送交法院' })
  await dialog.getByLabel('请法院留意的事项').fill(note)
  if (picture) await look(page, picture)
  await dialog.getByRole('button', { name: '送交法院' }).click()
  await card.getByText('已送达法院，待审查受理').waitFor()
}

/** The judge takes the first application that is there and rules on it. */
export async function rule({ page }, number, file, picture) {
  await page.getByRole('region', { name: '收到的司法确认申请' }).getByRole('link').first().click()
  await verifySeal({ page })
  await page.getByRole('radio', { name: '受理', exact: true }).check()
  await page.getByRole('button', { name: '确认：受理' }).click()
  await page.getByRole('radio', { name: '裁定协议有效' }).check()
  await page.getByLabel('案号').fill(number)
  await page.getByLabel('裁定书（PDF 或图片）').setInputFiles(file)
  await page.getByText(file.name).waitFor()
  if (picture) await look(page, picture)
  await page.getByRole('button', { name: '确认：裁定协议有效' }).click()
  await page.getByText(number).first().waitFor()
}

export async function verifySeal({ page }) {
  const card = page.getByRole('region', { name: '核验签名和校验值' })
  await card.getByRole('button').click()
  await card.getByText('自盖章后未被改动').waitFor()
}

export async function askSupplement({ page }, items, picture) {
  await page.getByRole('radio', { name: '要求补正' }).check()
  for (const [index, item] of items.entries()) {
    if (index > 0) await page.getByRole('button', { name: '再加一项' }).click()
    await page.getByLabel(`补正事项 ${index + 1}`).fill(item)
  }
  await page.getByRole('button', { name: '确认：要求补正' }).click()
  await page.getByText(items[0]).first().waitFor()
  if (picture) await look(page, picture)
}

export async function supply({ page }, note, file, picture) {
  await page.getByText('法院要求补正：').waitFor()
  await page.getByLabel('补正说明').fill(note)
  await page.getByLabel('补正材料').setInputFiles(file)
  await page.getByText(file.name).waitFor()
  if (picture) await look(page, picture)
  await page.getByRole('button', { name: '提交补正' }).click()
  await page.getByText('已送达法院，待审查受理').waitFor()
}

/** What the court decided on paper; a ruling has a number. */
export async function enterPaper({ page }, decision, file, number, picture) {
  await page.getByText('录入纸质裁定').click()
  await page.getByRole('radio', { name: decision, exact: true }).check()
  if (number) await page.getByLabel('案号').fill(number)
  await page.getByLabel('法院文书的扫描件或照片').setInputFiles(file)
  await page.getByText(file.name).waitFor()
  if (picture) await look(page, picture)
  await page.getByRole('button', { name: `录入：${decision}` }).click()
}

/** The public page, on which nobody is signed in. */
export async function verifyPublicly({ page }, pdf, verdict, words, picture) {
  await page.goto('/verify')
  await page.locator('input[type=file]').setInputFiles({ name: '协议.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByRole('heading', { name: verdict }).waitFor()
  await page.getByText(words).waitFor()
  if (picture) await look(page, picture)
}
