import type { ObligationStatus, ObligationStep, Performance } from '../../shared/performanceTypes'

/** Words of the time after an agreement. */
export const performanceTexts = {
  title: '履行情况', see: '看履行情况', none: '协议里没有需要您履行的，也没有要给您的。',
  status: { NONE: '没有要履行的事项', PERFORMING: '履行中', FULFILLED: '已全部履行', BREACHED: '有一项逾期未履行' } satisfies Record<Performance['status'], string>,
  states: { DUE: '待履行', CLAIMED: '已说明履行，等对方确认', CONFIRMED: '已确认履行', DENIED: '说法不一', DEFAULTED: '逾期未履行', REPLACED: '已由新协议代替' } satisfies Record<ObligationStatus, string>,
  roles: { DEBTOR: '您来做', CREDITOR: '给您的' },
  part: (n: number) => `第${n}期`, clause: (n: number) => `协议第${n}条`, due: (day: string) => `${day}前`, noDay: '没有约定日期', late: '已过约定的日期',
  acts: { CLAIM: '我已履行', CONFIRM: '确认收到', DENY: '没有收到', DEFAULT: '到期没有履行', REPLACE: '由新协议代替' } satisfies Record<ObligationStep, string>,
  said: { CLAIM: '说明已履行', CONFIRM: '确认已履行', DENY: '说没有履行或与约定不符', DEFAULT: '记为逾期未履行', REPLACE: '由新协议代替' } satisfies Record<ObligationStep, string>,
  readers: '您写的话和照片，对方和调解员都看得到。',
  ask: { CLAIM: '什么时候、怎么履行的？', CONFIRM: '还有要说明的吗？（可以不填）', DENY: '差了什么？', DEFAULT: '现在是什么情况？（可以不填）', REPLACE: '说明' } satisfies Record<ObligationStep, string>,
  proof: '拍下凭证，或选一个文件', proofs: (n: number) => `已选${n}个凭证`, proofOf: (n: number) => `看凭证${n}`, entered: (whom: string) => `代${whom}登记`,
  missing: '请写一句，或者上传凭证', missingNote: '请写一句', send: '提交', roads: '可以这样办', pack: '下载执行材料', packName: '执行材料.zip',
}
