// After the agreement: the creditor's phone, the clerk's desk, and the dispute that is followed up, closed and put away.
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import { codeFor } from './interface.mjs'

const scene = JSON.parse(process.env.SCENE)
const browser = await launch()
const people = []

async function somebody(open, name) {
  const person = await open(browser, process.env.BASE)
  person.page.setDefaultTimeout(30_000)
  people.push([name, person])
  return person.page
}

try {
  await clerk()
  await creditor()
  await mediator()
  for (const [name, person] of people) assertQuiet(name, person, (error) => /40[0149]/.test(error))
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of people) await picture(page, `failed-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function signIn(page, username) {
  await page.goto('/staff')
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').first().fill('yilian-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function clerk() {
  const page = await somebody(desk, 'clerk')
  await signIn(page, 'zhao')
  await page.getByRole('link', { name: '履行', exact: true }).click()
  await page.getByRole('cell', { name: '第 1 期' }).first().waitFor()
  await look(page, 'performance-list')
  await page.getByRole('row', { name: /第 1 期/ }).getByRole('link').click()
  await page.getByRole('button', { name: '登记已履行' }).first().click()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('请填写这一项。').first().waitFor()
  await page.getByLabel('说明').fill('对方财务电话告知已转账')
  await look(page, 'performance-entry')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('待对方确认').waitFor()
}

async function creditor() {
  const page = await somebody(phone, 'creditor')
  await page.goto(`/i/${scene.token}`)
  await page.getByRole('button', { name: '进入调解室' }).click()
  await page.getByLabel('短信验证码（6位数字）').waitFor()
  await page.getByLabel('短信验证码（6位数字）').fill(await codeFor(scene.phone))
  await page.getByLabel('您的姓名（单位填全称）').fill(scene.name)
  await page.getByLabel('证件号码后4位').fill('0019')
  await page.getByRole('button', { name: '确认，进入' }).click()
  await page.waitForURL(/#?/)
  await page.evaluate((id) => { globalThis.location.hash = `/agreement/${id}` }, scene.agreement)
  await page.getByRole('button', { name: '看履行情况' }).click()
  await page.getByText('对方财务电话告知已转账').waitFor()
  await look(page, 'party-performance')
  await page.getByRole('button', { name: '没有收到' }).click()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('请写一句').waitFor()
  await page.getByLabel('差了什么？').fill('只到了一半')
  await look(page, 'party-performance-say')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('说法不一').waitFor()
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: '确认收到' }).first().click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    if (left === 0) await page.getByText('已全部履行').waitFor()
  }
}

async function mediator() {
  const page = await somebody(desk, 'mediator')
  await signIn(page, 'wang')
  await page.getByRole('link', { name: '履行', exact: true }).waitFor()
  await page.evaluate((id) => { globalThis.location.hash = `#/dispute/${id}` }, scene.dispute)
  await page.getByText('协议约定 2 项，已履行 2 项').waitFor()
  await page.getByRole('button', { name: '登记回访' }).click()
  await page.getByLabel('回访方式').selectOption('PHONE')
  await page.getByLabel('回访了谁').fill('杨某')
  await page.getByLabel('履行得怎么样').selectOption('WHOLE')
  await page.getByLabel('当事人的意见').fill('钱已到账，没有别的要求')
  await look(page, 'follow-up')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('钱已到账，没有别的要求').waitFor()
  await page.getByRole('button', { name: '办结' }).click()
  await page.getByLabel('办结说明').fill('已全部履行')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('button', { name: '归档' }).click()
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('易档字').first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await look(page, 'dispute-archived')
}
