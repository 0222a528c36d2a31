// Sheets that go in and out: an old ledger, and what another platform wants copied.
import { look } from './checks.mjs'

const REFUSED = '演示：这一步现在不行。'

async function refuseOnce(page, address) {
  const body = JSON.stringify({ status: 409, code: 'wrong-state', detail: REFUSED })
  await page.route(address, (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body }), { times: 1 })
}

/** A sheet with a fault: the good row is entered when told so. */
export async function oldLedger(page) {
  await page.locator('input[accept=".xlsx"]').setInputFiles({ name: '旧台账.xlsx', mimeType: 'application/octet-stream', buffer: globalThis.Buffer.from(process.env.SHEET, 'base64') })
  await page.getByText('可以导入 1 行，有问题 1 行').waitFor()
  await page.getByRole('cell', { name: /^应为以下之一/ }).waitFor()
  await look(page, 'ledger-import-checked')
  await page.getByRole('button', { name: '只导入没有问题的行' }).click()
  await page.getByText('已导入 1 行').waitFor()
  await look(page, 'ledger-import-loaded')
}

/** What a street must still feed elsewhere. */
export async function copyOut(page) {
  await page.getByRole('link', { name: '抄录单' }).click()
  await page.getByRole('button', { name: /工地拖欠工资/ }).click()
  await page.getByRole('button', { name: '复制事件名称' }).waitFor()
  await look(page, 'copy-out')
  await refuseOnce(page, '**/api/v1/copy-sheets/*/marks')
  await page.getByRole('button', { name: '已抄录', exact: true }).click()
  await page.getByText(REFUSED).waitFor()
  await page.getByRole('button', { name: '已抄录', exact: true }).click()
  await page.getByRole('tab', { name: '已抄录' }).click()
  await page.getByText('郑值班（演示）').filter({ hasText: '抄录' }).waitFor()
  await page.getByRole('button', { name: '填报表' }).click()
  await page.getByLabel('表名').fill('演示街道另一平台')
  await page.getByRole('button', { name: '下移' }).first().click()
  await look(page, 'copy-form')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('option', { name: '演示街道另一平台' }).waitFor({ state: 'attached' })
}
