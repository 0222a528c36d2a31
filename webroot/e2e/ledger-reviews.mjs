// What two people look at: whether two reports are one matter, and whether something may be lowered.
import assert from 'node:assert/strict'
import { look } from './checks.mjs'
import { as } from './interface.mjs'

/** Somebody reported the same evening's noise already; the card of what is alike leads there and back. */
export async function reportedBefore() {
  const grid = await as('wu')
  const parties = [{ side: 'A', name: '王大爷演示' }, { side: 'B', description: '唱歌的人' }]
  await grid('POST', '/disputes', { type: 'NEIGHBOUR', cause: '凤仪广场唱歌', source: 'APPLICATION', handling: 'SELF', parties })
}

/** What is found while somebody types moves nothing that he is about to click. */
export async function staysPut(button, found, type) {
  const before = await button.boundingBox()
  await type()
  await found.waitFor()
  assert.deepEqual(await button.boundingBox(), before)
}

/** From the page of the later report: open the earlier one, and make it one with this. */
export async function merged(page) {
  const card = page.getByRole('region', { name: '可能是同一件事' })
  await card.getByText('凤仪广场唱歌').waitFor()
  await look(page, 'ledger-similar')
  await card.getByRole('link').first().click()
  await page.getByRole('heading', { name: '凤仪广场唱歌' }).first().waitFor()
  await card.getByText('广场露天KTV噪声扰民').waitFor()
  await card.getByRole('button', { name: '并到这一件' }).first().click()
  await page.getByLabel('理由').fill('同一晚同一处')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('：同一晚同一处').waitFor()
}

/** The district proposes to lower what the street raised; the street's centre is named, looks, and agrees. */
export async function reviewed(page) {
  const district = await as('feng')
  const id = page.url().split('/').pop()
  const { items } = await district('GET', '/people?role=STREET_CENTER')
  const reviewerId = items.find((one) => one.name.startsWith('郑值班')).id
  await district('PUT', `/disputes/${id}/level`, { level: 'STREET', reason: '人员已散去', reviewerId })
  await page.getByRole('link', { name: '待办' }).click()
  const waiting = page.getByRole('region', { name: '等您复核的调低' })
  await waiting.waitFor()
  await look(page, 'ledger-reviews')
  await waiting.getByRole('link').click()
  const card = page.getByRole('region', { name: '等待复核的调低' })
  await card.getByText('人员已散去').waitFor()
  await look(page, 'ledger-lowering')
  await card.getByRole('button', { name: '不同意' }).click()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('请填写这一项。').first().waitFor()
  await page.keyboard.press('Escape')
  await card.getByRole('button', { name: '同意', exact: true }).click()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('降到街道级：人员已散去').waitFor()
}
