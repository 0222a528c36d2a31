// A mediator, a lawyer and a clerk at the desk.
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
  await column.getByRole('button', { name: /^发给/ }).click()
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
