// What becomes of an agreement: signed by the others, sealed, before the court, and on paper where the law wants ink.
import assert from 'node:assert/strict'
import { inspect } from './party-checks.mjs'
import * as api from './party-api.mjs'
import * as party from './party.mjs'

const PDF = new Blob(['%PDF-1.7\n% a paper of the demo\n%%EOF\n'], { type: 'application/pdf' })

/** What a finger draws. */
function ink(hash, more = {}) {
  const strokes = [0, 1, 2].map((s) => Array.from({ length: 12 }, (_, i) => ({ x: 40 + s * 60 + i * 4, y: 60 + ((i * 7) % 40), t: s * 400 + i * 16 })))
  return { ...hash, method: 'INK', strokes, canvas: { width: 320, height: 160 }, ...more }
}

async function upload(someone, name) {
  const form = new FormData()
  form.append('file', PDF, name)
  const headers = { Authorization: `Bearer ${someone.session.accessToken}` }
  const response = await fetch(`${process.env.BASE}/api/v1/files`, { method: 'POST', headers, body: form })
  return (await response.json()).id
}

/** The other party, the mediator and the clerk do their part. */
export async function othersSignAndSeal(b, mediator, { room, id, phone }) {
  const { textHash } = await b.get(`/agreements/${id}`)
  await b.post(`/rooms/${room}/safety-answers`, { voluntary: true, alone: true, safe: true })
  await b.post(`/agreements/${id}/signature-code`)
  await b.post(`/agreements/${id}/signatures`, ink({ textHash }, { code: await api.newestCode(phone) }))
  await mediator.post(`/agreements/${id}/signatures`, ink({ textHash }))
  await (await api.staff('zhao')).post(`/agreements/${id}/seal`)
}

/** From the sealed agreement on the page to the court's ruling. */
export async function court({ page }, b, { leak }) {
  await page.getByRole('button', { name: '申请司法确认' }).click()
  await page.getByRole('radio').first().waitFor()
  await inspect(page, 'courts')
  await apply(page, b, leak)
  await inspect(page, 'confirmation-ready')
  await page.getByRole('button', { name: '撤回申请' }).click()
  await inspect(page, 'withdraw')
  await page.getByRole('dialog').getByRole('textbox').fill('想换一个法院')
  await page.getByRole('dialog').getByRole('button', { name: '确定撤回' }).click()
  await page.getByText('可以再申请').waitFor()
  await page.getByText('天可以申请').waitFor()
  await inspect(page, 'withdrawn')
  await page.getByRole('button', { name: '再申请一次' }).click()
  await page.getByRole('radio').first().waitFor()
  await rule(page, await apply(page, b, leak))
}

/** Both apply, each on a phone of its own; returns the application's id. */
async function apply(page, b, leak) {
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: '开始申请' }).click()
  await page.getByRole('button', { name: '签申请书' }).waitFor()
  await inspect(page, 'confirmation')
  const id = page.url().split('/').at(-1)
  await page.getByRole('button', { name: '签申请书' }).click()
  await page.getByRole('button', { name: '看申请书' }).click()
  await cosign(page, leak.phones.A)
  const { applicationHash } = await b.get(`/confirmations/${id}`)
  await b.post(`/confirmations/${id}/signature-code`)
  await b.post(`/confirmations/${id}/signatures`, ink({ applicationHash }, { dataConsent: true, code: await api.newestCode(leak.phones.B) }))
  await page.getByRole('heading', { name: '各方都签好了，等调委会提交法院' }).waitFor()
  return id
}

async function cosign(page, phone) {
  await page.getByRole('button', { name: '获取短信验证码' }).click()
  await page.getByRole('button', { name: '重新获取验证码' }).waitFor()
  await page.getByLabel('短信验证码（6位数字）').fill(await api.newestCode(phone))
  await page.getByRole('radio', { name: '输入姓名' }).check()
  await page.getByLabel('请输入您的全名').fill('杨演示')
  await page.getByRole('button', { name: '签申请书' }).click()
  await page.getByText('要勾选同意交给法院').waitFor()
  await inspect(page, 'cosign')
  for (const box of await page.getByRole('checkbox').all()) assert.equal(await box.isChecked(), false, 'nothing is ticked beforehand')
  await page.getByLabel('法院的文书寄到哪里').fill('演示区示例路9号302')
  await page.getByRole('checkbox', { name: '交给该法院' }).check()
  await page.getByRole('button', { name: '签申请书' }).click()
}

async function rule(page, id) {
  await (await api.staff('zhao')).post(`/confirmations/${id}/submit`)
  await page.getByRole('heading', { name: '法院已收到申请' }).waitFor()
  const judge = await api.staff('zhou')
  await judge.post(`/confirmations/${id}/decisions`, { decision: 'ACCEPT' })
  await page.getByRole('heading', { name: '法院已受理' }).waitFor()
  await inspect(page, 'confirmation-review')
  const ruling = { decision: 'CONFIRM', rulingNumber: '（2026）演0000诉前调确1号', rulingFileId: await upload(judge, 'ruling.pdf') }
  await judge.post(`/confirmations/${id}/decisions`, ruling)
  await page.getByRole('button', { name: '看裁定书' }).waitFor()
  await inspect(page, 'confirmation-ruled')
  await page.getByRole('button', { name: '对裁定有异议' }).click()
  await inspect(page, 'objection')
  await page.getByRole('dialog').getByRole('textbox').fill('金额写错了')
  await page.getByRole('dialog').getByRole('button', { name: '提出异议' }).click()
  await page.getByRole('button', { name: '对裁定有异议' }).waitFor({ state: 'detached' })
  await inspect(page, 'objected')
}

/** A divorce: ink on paper, and no confirmation by the court. */
export async function divorce(me, mediator, { divorce }) {
  const { page } = me
  await party.enter(me, { token: divorce.invite, phone: divorce.phone, name: '黄演示', idTail: '0019' })
  await page.getByRole('button', { name: '看协议' }).click()
  await page.getByRole('heading', { name: '这份协议要在纸上签' }).waitFor()
  await inspect(page, 'ink-needed')
  const clerk = await api.staff('zhao')
  const path = `/agreements/${divorce.agreement}`
  const { textHash } = await mediator.get(path)
  for (const onBehalfOf of divorce.parties) {
    await clerk.post(`${path}/signatures`, { textHash, method: 'PAPER', onBehalfOf, scanIds: [await upload(clerk, 'scan.pdf')] })
  }
  await mediator.post(`${path}/signatures`, ink({ textHash }))
  await clerk.post(`${path}/seal`)
  await page.getByRole('button', { name: '申请司法确认' }).click()
  await page.getByRole('heading', { name: '为什么不能申请' }).waitFor()
  assert.equal(await page.getByRole('radio').count(), 0)
  await inspect(page, 'no-court')
  await page.getByRole('button', { name: '知道了，存进案卷' }).click()
  await page.waitForURL(/confirmation\/\w+$/)
  await page.getByRole('heading', { name: '为什么不能申请' }).waitFor()
  await inspect(page, 'ineligible')
}
