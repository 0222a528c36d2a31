// Figures and what they are compared with; warnings and whether they were right.
import { look } from './checks.mjs'

/** What rises is told with its reasons; a person decides, and it is counted how many were right. */
export async function warning(page) {
  await page.getByRole('link', { name: '预警' }).click()
  await page.getByText('共 16 件').waitFor()
  await page.getByText('上升过快').waitFor()
  await look(page, 'ledger-warnings')
  await page.getByRole('button', { name: '属实' }).click()
  await page.getByLabel('核实情况').fill('新开两处露天KTV')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('上升过快：核实 1 条，属实 1 条').waitFor()
  await look(page, 'ledger-warning-decided')
}

/** What was before the launch is entered with its source; every figure says how it is computed. */
export async function baseline(page) {
  await page.getByLabel('对比').selectOption('BEFORE_LAUNCH')
  await page.getByLabel('启用前登记').fill('100')
  await page.getByLabel('启用前已化解').fill('101')
  await page.getByLabel('出处').fill('演示统计年报')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('化解数不能多于登记数').first().waitFor()
  await page.getByLabel('启用前已化解').fill('40')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('出处：演示统计年报').waitFor()
  await page.getByText('个百分点').first().waitFor()
  await page.getByRole('region', { name: '来源' }).getByText('怎么算的').click()
  await page.getByText('按纠纷怎样来到本系统计').waitFor()
  await look(page, 'ledger-baseline')
}
