// The clerk sends a party a link out of a text message, and the party reads its agreement by it on a phone of 390 by 844.
import assert from 'node:assert/strict'
import { phone } from './browser.mjs'
import { assertQuiet, look, picture } from './checks.mjs'
import { linkFor } from './interface.mjs'

/** The phone is the one on record; the clerk never sees the link. */
export async function send({ page }, agreement, party) {
  await page.goto(`/staff#/agreement/${agreement}`)
  const card = page.getByRole('region', { name: '发短信请当事人看协议' })
  await card.getByLabel('发给谁').selectOption({ label: party.name })
  assert.equal(await card.getByRole('textbox').count(), 0, 'nobody types a number')
  await card.getByRole('button', { name: '发短信' }).click()
  await card.getByRole('status').getByText(party.name).waitFor()
  assert.ok(!(await page.content()).includes('/d/'), 'the link is not on the page')
  await look(page, 'reading-link')
  return linkFor(party.phone)
}

/** To look at the link spends nothing; to read by it does, once, on this phone. */
export async function readOnce(browser, path) {
  const reader = await phone(browser, process.env.BASE)
  const { page } = reader
  for (const visit of [1, 2]) {
    await page.goto(path)
    await page.getByRole('button', { name: '打开文书' }).waitFor()
    if (visit === 1) await look(page, 'reading-link-on-a-phone')
  }
  await page.getByRole('button', { name: '打开文书' }).click()
  await page.getByRole('img', { name: '调解协议书第1页' }).waitFor()
  await look(page, 'reading-by-link')
  await picture(page, 'reading-by-link')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  assert.ok(!wide, 'nothing is read sideways')
  assertQuiet('reader', reader)
  await reader.context.close()
  await spent(browser, path)
}

async function spent(browser, path) {
  const other = await phone(browser, process.env.BASE)
  await other.page.goto(path)
  await other.page.getByRole('heading', { name: '这个链接已经用过了' }).waitFor()
  assert.equal(await other.page.getByRole('img').count(), 0, 'nothing of the paper')
  await other.context.close()
}
