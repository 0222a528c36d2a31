/** The facts of a dispute's story in words, for everyone on the staff. */
const levels: Record<string, string> = { GRID: '网格', COMMUNITY: '社区', STREET: '街道', DISTRICT: '区', CITY: '市' }
const risks: Record<string, string> = { GENERAL: '一般', LARGER: '较大', MAJOR: '重大', EXTREME: '特别重大' }
const outcomes: Record<string, string> = { SETTLED: '达成一致', FAILED: '未谈成', ADJOURNED: '改日再谈' }
const channels: Record<string, string> = { GRID: '网格员上报', RESIDENT: '居民扫码', POLICE: '公安移送', COURT: '法院委派', PHONE: '电话受理', ONLINE: '网上申请', DESK: '窗口登记', IMPORT: '旧台账导入' }
const known: Record<string, string> = { NONE: '没有发生', OCCURRED: '已发生', UNKNOWN: '不清楚' }
const performances: Record<string, string> = { WHOLE: '已全部履行', PARTLY: '部分履行', NOT: '没有履行', UNKNOWN: '履行情况不清楚' }
export const statuses: Record<string, string> = {
  REPORTED: '已上报', DISPATCHED: '已分拨', SIGNED_FOR: '已签收', RETURNED: '被退回', IN_MEDIATION: '调解中', SUSPENDED: '中止', SIGNING: '签署中',
  AGREED: '协议生效', SELF_RESOLVED: '已化解', TERMINATED: '调解终止', REJECTED: '不予受理', MERGED: '已并案', WITHDRAWN: '已撤回', CLOSED: '已办结',
}
export const words = { levels, risks, outcomes, channels, statuses }

const deadlines = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })

/** A time limit with its day: an hour alone would be taken for today's. */
export function deadlineOf(at: string | undefined): string {
  return at ? deadlines.format(new Date(at)) : ''
}

/** Who is responsible at the leading unit today; a substitute with the one who is away. */
export interface Responsible { name: string; insteadOf?: string }

export function responsibleOf(people: Responsible[]): string {
  return `负责人：${people.map((one) => (one.insteadOf ? `${one.name}（代${one.insteadOf}）` : one.name)).join('、')}`
}

type Data = Record<string, unknown>

function text(data: Data, name: string): string {
  const value = data[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function list(data: Data, name: string): string {
  const value = data[name]
  return Array.isArray(value) ? value.map(String).join('、') : ''
}

/** Who proposed what was lowered, and who confirmed it. */
function reviewed(data: Data): string {
  if (!text(data, 'reviewer')) return ''
  return text(data, 'proposer') ? `（${text(data, 'proposer')}提出，${text(data, 'reviewer')}复核）` : `（复核：${text(data, 'reviewer')}）`
}

/** What is to be lowered, from what to what. */
export function loweringOf(data: Data): string {
  const names = text(data, 'subject') === 'RISK' ? risks : levels
  const what = text(data, 'subject') === 'RISK' ? '风险' : '层级'
  return `把${what}由${names[text(data, 'from')] ?? ''}调为${names[text(data, 'to')] ?? ''}`
}

const sentences: Record<string, (data: Data) => string> = {
  'dispute-reported': data => `${channels[text(data, 'channel')] ?? '登记'}，编号 ${text(data, 'number')}${text(data, 'alarm') ? `，警情词语：${text(data, 'alarm')}` : ''}`,
  'dispute-corrected': () => '更正了管辖信息',
  'dispute-handed-on': data => [
    text(data, 'lead') && `分拨给${text(data, 'lead')}牵头`,
    list(data, 'responsible') && `${list(data, 'responsible')}负责`,
    list(data, 'cooperating') && `${list(data, 'cooperating')}配合`,
    text(data, 'reason'),
  ].filter(Boolean).join('，'),
  'assignment-signed': data => `${text(data, 'organisation')}签收`,
  'assignment-returned': data => `${text(data, 'organisation')}退回：${text(data, 'reason')}`,
  'dispute-urged': data => `督办${text(data, 'text') ? `：${text(data, 'text')}` : ''}`,
  'dispute-rated': data => `风险由${risks[text(data, 'from')] ?? ''}调为${risks[text(data, 'to')] ?? ''}：${text(data, 'reason')}${reviewed(data)}`,
  'dispute-raised': data => `上报到${levels[text(data, 'to')] ?? ''}级：${text(data, 'reason')}`,
  'dispute-lowered': data => `降到${levels[text(data, 'to')] ?? ''}级：${text(data, 'reason')}${reviewed(data)}`,
  'lowering-proposed': data => `提议${loweringOf(data)}：${text(data, 'reason')}，等${text(data, 'reviewer')}复核`,
  'lowering-refused': data => `复核不同意${loweringOf(data)}：${text(data, 'note')}`,
  'round-held': data => `第 ${text(data, 'n')} 次调解，${outcomes[text(data, 'outcome')] ?? ''}${text(data, 'failure') ? `：${text(data, 'failure')}` : ''}${text(data, 'terms') ? `：${text(data, 'terms')}` : ''}`,
  'help-asked': data => `请求协同化解：${text(data, 'reason')}`,
  'alarm-heard': data => `记录里出现人身安全方面的词语：${text(data, 'alarm')}`,
  'alarm-calmed': data => `解除警示：${text(data, 'reason')}`,
  'clock-ran-out': data => `${text(data, 'organisation')}超过${text(data, 'clock') === 'SIGN' ? '签收' : '办结'}时限`,
  'dispute-merged': data => `并入 ${text(data, 'into')}：${text(data, 'reason')}`,
  'dispute-unmerged': data => `撤销并案：${text(data, 'reason')}`,
  'escalation-told': data => `民转刑：${known[text(data, 'toCriminal')] ?? ''}；刑转命：${known[text(data, 'toHomicide')] ?? ''}（来源：${text(data, 'source')}）`,
  'follow-up-held': data => `回访：${performances[text(data, 'performance')] ?? ''}`,
  'dispute-archived': data => `归档，${text(data, 'number')}`,
  'agreement-not-performed': data => `协议 ${text(data, 'agreement')} 没有履行，另行调解：${text(data, 'reason')}`,
  'dispute-closed': data => `办结：${text(data, 'note')}`,
  'picture-added': () => '补交了一张照片',
  'party-added': () => '补登了一名当事人',
  'party-corrected': () => '补充了当事人资料',
  'representative-added': () => '登记了代理人',
  'representative-corrected': () => '更正了代理人',
}

/** One fact as a sentence; of a kind that is not known yet only that something was noted. */
export function sentenceOf(fact: { kind: string; data: Data }): string {
  return sentences[fact.kind]?.(fact.data) ?? '有新的记录'
}
