// Who is on duty, and who is asked from a room.
import { look } from './checks.mjs'
import { openRoomPage } from './staff.mjs'

/** Puts somebody on today's roster, from midnight to midnight; an interpreter, where languages are named. */
export async function enterShift({ page }, who, picture, languages) {
  await page.goto('/staff#/duty')
  await page.getByRole('button', { name: '排班', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '排班' })
  if (languages) {
    await dialog.getByLabel('种类').selectOption('翻译')
    await dialog.getByLabel('语言、方言、手语').fill(languages)
  }
  await dialog.getByLabel('值班人').locator('option', { hasText: who }).waitFor({ state: 'attached' })
  const options = await dialog.getByLabel('值班人').locator('option').allTextContents()
  await dialog.getByLabel('值班人').selectOption({ label: options.find((name) => name.startsWith(who)) })
  await dialog.getByLabel('开始').fill('00:00')
  await dialog.getByLabel('结束').fill('23:59')
  if (picture) await look(page, `${picture}-enter`)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('article').filter({ hasText: who }).first().waitFor()
  if (picture) await look(page, `${picture}-week`)
}

/** Asks the lawyer on duty from the console. */
export async function callLawyer({ page }, roomId, who, picture) {
  await openRoomPage({ page }, roomId)
  await page.getByRole('button', { name: '请值班律师' }).click()
  const dialog = page.getByRole('dialog', { name: '请值班律师' })
  await dialog.getByRole('radio', { name: who }).check()
  await dialog.getByRole('button', { name: '发出邀请' }).click()
  await dialog.getByText(`已请 ${who}`).waitFor()
  if (picture) await look(page, picture)
}

/** Asks the interpreter on duty for one side, and takes it back. */
export async function callInterpreter({ page }, roomId, who, language, side, picture) {
  await openRoomPage({ page }, roomId)
  await page.getByRole('button', { name: '请值班律师、翻译' }).click()
  const dialog = page.getByRole('dialog', { name: '请值班律师、翻译' })
  await dialog.getByText('值班翻译', { exact: true }).click()
  await dialog.getByLabel('为谁翻译').selectOption({ label: side })
  await dialog.getByLabel('语言').selectOption({ label: language })
  await dialog.getByRole('button', { name: '请翻译' }).click()
  await dialog.getByText(`已请 ${who}`).waitFor()
  if (picture) await look(page, picture)
  await dialog.getByRole('button', { name: '撤回' }).click()
  await dialog.getByText('已撤回').waitFor()
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The lawyer takes what she was asked, and is in the room. */
export async function takeCall({ page }, picture) {
  await page.goto('/staff#/rooms')
  await page.getByRole('heading', { name: '请您参加的调解室' }).waitFor()
  if (picture) await look(page, picture)
  await page.getByRole('button', { name: '接下', exact: true }).click()
  await page.waitForURL(/#\/room\//)
}
