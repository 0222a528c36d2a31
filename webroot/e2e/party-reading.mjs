// A paper on a phone: as pictures, clause by clause, and by a link out of a text message.
import assert from 'node:assert/strict'
import { phone } from './browser.mjs'
import { assertQuiet } from './checks.mjs'
import { linkFor } from './interface.mjs'
import { inspect } from './party-checks.mjs'

/** From the sealed agreement in the room to the link on another phone. */
export async function read({ page }, browser, number) {
  await page.getByRole('button', { name: '朗读、下载、发到手机' }).click()
  await page.getByRole('img', { name: '调解协议书第1页' }).waitFor()
  assert.ok((await page.locator('.visually-hidden').first().textContent()).includes('调解协议'), 'whoever cannot see reads the words')
  await inspect(page, 'paper-pages')
  await page.getByRole('button', { name: '一条一条看' }).click()
  await page.getByRole('heading', { name: /协议/ }).first().waitFor()
  await inspect(page, 'paper-cards')
  await page.getByRole('button', { name: '发短信链接到我的手机' }).click()
  await page.getByText('短信已发到手机').waitFor()
  await page.getByRole('button', { name: '取一个链接' }).click()
  await page.getByRole('link', { name: '打开链接' }).waitFor()
  await inspect(page, 'paper-sent')
  await byLink(browser, await linkFor(number))
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('heading', { name: '我的文书' }).waitFor()
  await inspect(page, 'papers')
}

async function byLink(browser, path) {
  const other = await phone(browser, process.env.BASE)
  const { page } = other
  page.setDefaultTimeout(60_000)
  for (const look of [1, 2]) {
    await page.goto(path)
    await page.getByRole('button', { name: '打开文书' }).waitFor()
    if (look === 1) await inspect(page, 'link')
  }
  await page.getByRole('button', { name: '打开文书' }).click()
  await page.getByRole('img', { name: '调解协议书第1页' }).waitFor()
  await inspect(page, 'link-reading')
  await page.reload()
  await page.getByRole('img', { name: '调解协议书第1页' }).waitFor()
  await gone(page, path)
  assertQuiet('link', other, (error) => /404|410/.test(error))
  await other.context.close()
}

async function gone(page, path) {
  await page.evaluate(() => globalThis.sessionStorage.clear())
  await page.goto(path)
  await page.getByRole('heading', { name: '这个链接已经用过了' }).waitFor()
  await inspect(page, 'link-spent')
  await page.goto('/d/unknown')
  await page.getByRole('heading', { name: '没有找到这个链接' }).waitFor()
  await inspect(page, 'link-unknown')
  const expired = { state: 'EXPIRED', organisationName: '演示区人民调解委员会', contactPhone: '023-00000000', expiresAt: new Date().toISOString() }
  await page.route('**/document-links/late', (route) => route.fulfill({ json: expired }))
  await page.goto('/d/late')
  await page.getByRole('heading', { name: '这个链接过期了' }).waitFor()
  await inspect(page, 'link-expired')
}
