// Where disputes are: the borders of areas, the map that narrows the list, an estate that moved.
import assert from 'node:assert/strict'
import { look } from './checks.mjs'

const streets = [[106, 29, 1, '990001001'], [107, 29, 1.5, '990001002']]

/** A file of borders; of rings that are closed, or not. */
export function borders(closed) {
  const features = streets.map(([x, y, side, code]) => {
    const ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], ...(closed ? [[x, y]] : [])]
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  return { name: '边界.geojson', mimeType: 'application/geo+json', buffer: globalThis.Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) }
}

/** The map narrows the list by pointer and by keyboard, says the same as a table, and fits a phone. */
export async function map(page) {
  const part = page.getByRole('button', { name: /^演示社区：未办结/ })
  await part.focus()
  await page.keyboard.press('Enter')
  await page.getByText('下面只列出演示社区的纠纷').waitFor()
  assert.equal(await page.getByLabel('辖区', { exact: true }).inputValue(), '990001001001')
  await page.getByLabel('最高处理层级').check()
  await page.getByText('用表格看').click()
  await page.getByRole('button', { name: '演示社区', exact: true }).waitFor()
  await look(page, 'ledger-map')
  await page.getByRole('button', { name: '看演示社区内部' }).click()
  await page.getByRole('button', { name: /^演示社区一网格：/ }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: /^演示社区一网格：/ }).waitFor()
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'no scrolling sideways')
  await look(page, 'ledger-map-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: '返回上一级' }).click()
  await page.getByRole('button', { name: '看全部' }).click()
  await page.getByText('下面只列出').waitFor({ state: 'detached' })
}

/** An estate that moved keeps what hangs on its walls. */
export async function moveEstate(page) {
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '改动' }).click()
  await page.getByLabel('现在属于哪里').selectOption({ label: '演示街道' })
  await look(page, 'ledger-estate')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存，海报不用换').waitFor()
}
