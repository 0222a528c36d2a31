// From the door to the wall: a grid worker's phone with and without a signal, a resident, a post, a centre, a screen.
import assert from 'node:assert/strict'
import { desk, launch, phone } from './browser.mjs'
import { assertNoBarriers, assertQuiet, look, picture } from './checks.mjs'
import { borders, map, moveEstate } from './ledger-areas.mjs'
import { baseline, warning } from './ledger-figures.mjs'
import { merged, reportedBefore, reviewed, staysPut } from './ledger-reviews.mjs'
import { copyOut, oldLedger } from './ledger-sheets.mjs'

const MOST_TAPS = 10
const picturePng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const browser = await launch()
const people = []

async function somebody(open, name) {
  const person = await open(browser, process.env.BASE)
  person.page.setDefaultTimeout(30_000)
  people.push([name, person])
  return person
}

try {
  await keeper()
  await gridWorker()
  await resident()
  await post()
  await centre()
  await clerk()
  // A route that is not there yet for a stranger, and the deliberate lack of signal, are no faults.
  for (const [name, person] of people) assertQuiet(name, person, (error) => /40[0149]|410|ERR_INTERNET_DISCONNECTED/.test(error))
  assertNoBarriers()
} catch (failure) {
  for (const [name, { page }] of people) await picture(page, `failed-${name}`).catch(() => undefined)
  throw failure
} finally {
  await browser.close()
}

async function gridWorker() {
  const { page, context } = await somebody(phone, 'grid')
  await page.goto('/grid')
  await page.getByLabel('账号').fill('wu')
  await page.getByLabel('密码').fill('yilian-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '上报纠纷' }).waitFor()
  await look(page, 'grid-intake')
  let taps = 0
  const tap = async (locator) => { taps += 1; await locator.click() }
  const type = async (label, words) => { taps += 1; await page.getByLabel(label).first().fill(words) }
  await tap(page.getByRole('button', { name: '拖欠工资' }))
  await type('发生了什么', '工地拖欠工资，门口聚集十余人')
  await type('地点', '示例路工地')
  await type('一方是谁', '十余名工人')
  await type('另一方是谁', '演示施工公司')
  await tap(page.getByRole('button', { name: '上报', exact: true }).first())
  await page.getByRole('heading', { name: '已上报' }).waitFor()
  assert.ok(taps <= MOST_TAPS, `${taps} taps`)
  await look(page, 'grid-done')
  await page.getByRole('button', { name: '看这件纠纷' }).click()
  await page.getByText('牵头').first().waitFor()
  await look(page, 'grid-dispute')
  await page.getByRole('button', { name: '我的' }).click()
  await page.getByText('工地拖欠工资').first().waitFor()
  await look(page, 'grid-mine')

  await page.getByRole('button', { name: '上报', exact: true }).last().click()
  await page.getByRole('heading', { name: '上报纠纷' }).waitFor()
  await staysPut(page.getByRole('button', { name: '上报', exact: true }).first(), page.getByText('可能已经有人报过'), () => page.getByLabel('地点').fill('示例路工地'))
  await page.getByText('可能已经有人报过').scrollIntoViewIfNeeded()
  await look(page, 'grid-similar')
  await page.evaluate(async () => { await window.navigator.serviceWorker.ready })
  await context.setOffline(true)
  await page.getByText('没有信号。可以照常填写').waitFor()
  await page.getByRole('button', { name: '邻里' }).click()
  await page.getByLabel('发生了什么').fill('电梯里写下的漏水纠纷')
  await page.getByLabel('一方是谁', { exact: true }).fill('甲演示')
  await page.locator('input[type=file][capture]').setInputFiles({ name: '门口.png', mimeType: 'image/png', buffer: globalThis.Buffer.from(picturePng, 'base64') })
  await page.getByRole('button', { name: '上报', exact: true }).first().click()
  await page.getByText('等待信号').waitFor()
  await look(page, 'grid-offline')
  await page.reload()
  await page.getByText('电梯里写下的漏水纠纷').waitFor()
  await context.setOffline(false)
  await page.getByText('等待信号').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '我的' }).click()
  await page.getByText('电梯里写下的漏水纠纷').click()
  await page.getByRole('button', { name: '看照片 1' }).click()
  await page.getByRole('img', { name: '现场照片 1' }).waitFor()
  await look(page, 'grid-picture')
}

async function resident() {
  const { page } = await somebody(phone, 'resident')
  await page.goto('/q/unknown')
  await page.getByText('这个二维码用不了了').waitFor()
  await look(page, 'report-gone')
  await page.goto('/apply')
  await page.getByLabel('区县').selectOption({ label: '演示区' })
  await page.getByLabel('街道、镇').selectOption({ label: '演示街道' })
  await page.getByLabel('社区、村').selectOption({ label: '演示社区' })
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('请填写这一项。').first().waitFor()
  await look(page, 'report-form')
  await page.getByLabel('发生了什么').fill('楼上漏水，天花板泡坏')
  await page.getByLabel('对方是谁').fill('楼上302住户')
  await page.getByLabel('您的姓名').fill('蒋居民演示')
  await page.getByLabel('您的手机号').fill('19900007001')
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByText('验证码已发出').waitFor()
  const outbox = await (await fetch(`${process.env.BASE}/api/v1/demo/outbox?phone=19900007001`)).json()
  await page.getByLabel('短信验证码').fill(outbox.messages[0].code)
  await page.locator('input[type=file]').setInputFiles([
    { name: '坏图.png', mimeType: 'image/png', buffer: globalThis.Buffer.from('no picture') },
    { name: '天花板.png', mimeType: 'image/png', buffer: globalThis.Buffer.from(picturePng, 'base64') },
  ])
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '申请调解回执' }).waitFor()
  await page.getByText('已收到 1 张照片').waitFor()
  await page.getByText('坏图.png：').waitFor()
  await look(page, 'report-receipt')
  await page.getByRole('link', { name: '查看进展' }).click()
  await page.getByText('现在：').waitFor()
  await page.getByRole('link', { name: '照片 1' }).waitFor()
  await look(page, 'report-progress')
}

async function signIn(page, username) {
  await page.goto('/staff')
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码').first().fill('yilian-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Who keeps the district's areas gives them their borders. */
async function keeper() {
  const { page } = await somebody(desk, 'keeper')
  await signIn(page, 'hua')
  await page.getByRole('heading', { name: '纠纷台账' }).waitFor()
  await page.getByRole('link', { name: '导入', exact: true }).click()
  const box = page.locator('input[name=outlines]')
  await box.setInputFiles(borders(false))
  await page.getByText('没有闭合').first().waitFor()
  await look(page, 'outlines-refused')
  await box.setInputFiles(borders(true))
  await page.getByText('已写入 2 个区域的边界').waitFor()
  await page.getByRole('link', { name: '台账', exact: true }).click()
  await page.getByRole('button', { name: /^演示二街道：未办结 0 件/ }).waitFor()
  await look(page, 'ledger-map-borders')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto('/wall')
  await page.getByRole('img', { name: '各辖区未化解' }).waitFor()
  await look(page, 'wall-map')
}

/** A complaint by telephone keeps the number of its work order, by which it is found. */
async function complaint(page) {
  await reportedBefore()
  await page.getByRole('button', { name: '登记纠纷' }).click()
  await page.getByRole('heading', { name: '登记纠纷' }).waitFor()
  await page.getByLabel('类型').first().selectOption('NEIGHBOUR')
  await page.getByLabel('来源').first().selectOption('APPLICATION')
  await page.getByLabel('事由').fill('广场露天KTV噪声扰民')
  await page.getByText('怎么受理的').click()
  await page.getByLabel('受理方式').selectOption('PHONE')
  await page.getByLabel('来件编号').fill('12345-0812-87')
  await page.getByLabel('描述').last().fill('露天KTV经营者')
  const submit = page.getByRole('button', { name: '登记', exact: true })
  await staysPut(submit, page.getByText('凤仪广场唱歌'), () => page.getByLabel('姓名').first().fill('王大爷演示'))
  await look(page, 'ledger-complaint')
  await submit.click()
  await page.getByText('来件编号 12345-0812-87').waitFor()
  await merged(page)
  await page.getByRole('link', { name: '台账', exact: true }).click()
  await page.getByLabel('搜编号').fill('12345-0812-87')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('cell', { name: '广场露天KTV噪声扰民', exact: true }).waitFor()
}

async function post() {
  const { page } = await somebody(desk, 'post')
  await signIn(page, 'shen')
  await page.getByRole('heading', { name: '分给本单位的任务' }).waitFor()
  await look(page, 'ledger-tasks')
  await page.getByRole('button', { name: '签收' }).first().click()
  await page.getByText('办结时限').first().waitFor()
  await page.getByRole('link', { name: /工地拖欠工资/ }).click()
  await page.getByRole('button', { name: '记录调解' }).click()
  await page.getByLabel('谁在场').fill('工人代表、项目部')
  await page.getByLabel('过程').fill('双方各自陈述')
  await page.getByLabel('结果').selectOption('FAILED')
  await page.getByLabel('没谈成的原因').fill('双方未谈拢')
  await look(page, 'ledger-round')
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByText('第 1 次调解').waitFor()
}

async function centre() {
  const { page, context } = await somebody(desk, 'centre')
  await signIn(page, 'zheng')
  await page.getByRole('heading', { name: '纠纷台账' }).waitFor()
  await map(page)
  await complaint(page)
  await page.getByLabel('搜编号').fill('拖欠')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('cell', { name: /工地拖欠工资/ }).waitFor()
  await look(page, 'ledger-list')
  await keptView(page)
  await page.getByRole('checkbox', { name: '全选' }).check()
  await page.getByRole('button', { name: '一起督办' }).click()
  await page.getByLabel('要求').fill('请今天到场')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('1 件中办成 1 件').waitFor()
  await look(page, 'ledger-bulk')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('link', { name: /易调字/ }).first().click()
  await page.getByRole('button', { name: '登记民转刑' }).click()
  await page.getByLabel('民转刑', { exact: true }).selectOption('NONE')
  await page.getByLabel('刑转命', { exact: true }).selectOption('NONE')
  await page.getByLabel('来源（警情编号、通报等）').fill('派出所 8 月通报')
  await look(page, 'ledger-escalation')
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('来源：派出所 8 月通报').waitFor()
  await page.getByRole('button', { name: '定风险' }).click()
  await page.getByLabel('风险', { exact: true }).selectOption('LARGER')
  await page.getByLabel('理由').fill('未谈拢，人员仍在聚集')
  await look(page, 'ledger-risk')
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByText('上报到区级').waitFor()
  await look(page, 'ledger-story')
  await reviewed(page)
  await page.getByRole('link', { name: '数据' }).click()
  await page.getByText('化解率').first().waitFor()
  await look(page, 'ledger-figures')
  await baseline(page)
  await warning(page)
  await page.getByRole('link', { name: '分拨规则' }).click()
  await page.getByRole('button', { name: '用最近 30 天的纠纷试算' }).click()
  await page.getByText('最近 30 天').last().waitFor()
  await look(page, 'ledger-rules')
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await oldLedger(page)
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.locator('input[accept=".xlsx"]').setInputFiles({ name: '旧台账.xlsx', mimeType: 'application/octet-stream', buffer: globalThis.Buffer.from('no sheet') })
  await page.getByText('不是 xlsx 表格').waitFor()
  await look(page, 'ledger-import')
  await page.getByRole('link', { name: '小区二维码' }).click()
  await page.getByLabel('小区名称').fill('演示小区')
  await page.getByLabel('辖区').selectOption({ label: '演示社区' })
  await page.getByRole('button', { name: '生成二维码' }).click()
  await page.getByText('扫一扫来反映').waitFor()
  await look(page, 'ledger-poster')
  await moveEstate(page)
  await copyOut(page)
  const wall = await context.newPage()
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto('/wall')
  await wall.getByText('数据更新于').waitFor()
  await look(wall, 'wall')
}

/** A view that is kept is there again at whichever desk, without the words that were searched for. */
async function keptView(page) {
  await page.getByLabel('给这个视图起个名字').fill('未办结')
  await page.getByRole('button', { name: '存为常用' }).click()
  await page.getByRole('button', { name: '未办结', exact: true }).waitFor()
  await page.evaluate(() => window.localStorage.removeItem('yilian.ledger.views'))
  await page.reload()
  await page.getByRole('button', { name: '未办结', exact: true }).click()
  assert.equal(await page.getByLabel('搜编号').inputValue(), '')
  await page.getByLabel('搜编号').fill('拖欠')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('cell', { name: /工地拖欠工资/ }).waitFor()
}

/** On a phone: the roster's week, a substitution's place, and the list by which mediators are paid. */
async function clerk() {
  const { page } = await somebody(phone, 'clerk')
  await signIn(page, 'zhao')
  await page.getByRole('link', { name: '值班' }).click()
  await page.getByText('没有人值班').first().waitFor()
  await fits(page, 'duty')
  await look(page, 'duty-phone')
  await page.getByRole('tab', { name: '代班' }).click()
  await page.getByText('没有代班').waitFor()
  await look(page, 'duty-stand')
  await page.getByRole('link', { name: '补贴名册' }).click()
  await page.getByRole('rowheader', { name: '王调解（演示）' }).waitFor()
  await fits(page, 'subsidies')
  await look(page, 'subsidies')
}

async function fits(page, name) {
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: window.innerWidth }))
  assert.ok(wide <= seen, `${name} scrolls sideways: ${wide} of ${seen}`)
}
