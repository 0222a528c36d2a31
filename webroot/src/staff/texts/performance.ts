import type { ObligationStatus, ObligationStep, Performance } from '../../shared/performanceTypes'

/** Words of what follows from an agreement, for mediators and clerks. */
export const performance = {
  performance: {
    nav: '履行', title: '履行情况', list: '还没有履行完的约定', empty: '没有待履行的约定', emptyHint: '协议生效后，约定的付款和事项会列在这里，先到期的在前。',
    none: '协议没有约定由谁做什么，不用跟踪履行。', clause: '约定', due: '约定日期', noDay: '未约定', who: '谁给谁', sum: '金额', state: '情况', agreement: '协议',
    part: (n: number): string => `第 ${n} 期`, clauseOf: (n: number): string => `第 ${n} 条`, late: '已逾期', entered: (whom: string): string => `代${whom}登记`,
    status: { NONE: '没有要履行的事项', PERFORMING: '履行中', FULFILLED: '已全部履行', BREACHED: '有逾期未履行' } satisfies Record<Performance['status'], string>,
    states: { DUE: '待履行', CLAIMED: '待对方确认', CONFIRMED: '已确认', DENIED: '说法不一', DEFAULTED: '逾期未履行', REPLACED: '已由新协议代替' } satisfies Record<ObligationStatus, string>,
    acts: { CLAIM: '登记已履行', CONFIRM: '登记对方确认', DENY: '登记对方否认', DEFAULT: '记为逾期未履行', REPLACE: '由新协议代替' } satisfies Record<ObligationStep, string>,
    said: { CLAIM: '说明已履行', CONFIRM: '确认已履行', DENY: '说没有履行或与约定不符', DEFAULT: '记为逾期未履行', REPLACE: '由新协议代替' } satisfies Record<ObligationStep, string>,
    hint: '写明怎么知道的，例如电话告知、当面出示收条。双方都看得到。', note: '说明', proof: '凭证', proofOf: (n: number): string => `凭证 ${n}`,
    roads: '可以这样办', pack: '下载执行材料', packName: '执行材料.zip', round: '另行调解', roundHint: '纠纷会回到“调解中”，不再计入已化解。', reason: '理由',
  },
  after: {
    title: '履行、回访和归档', performance: (all: number, settled: number): string => `协议约定 ${all} 项，已履行 ${settled} 项`, late: (n: number): string => `逾期 ${n} 项`, defaulted: (n: number): string => `记为未履行 ${n} 项`,
    followUp: '登记回访', close: '办结', archive: '归档', noFollowUps: '还没有回访记录，办结前要先回访。', archived: (number: string, by: string): string => `已归档 ${number}，归档人 ${by}`,
    contents: (c: { agreements: number; rounds: number; rooms: number; papers: number; followUps: number }): string => `卷内：协议 ${c.agreements} 份、现场调解记录 ${c.rounds} 份、调解室记录 ${c.rooms} 份、材料 ${c.papers} 件、回访 ${c.followUps} 次`,
    manner: '回访方式', manners: { PHONE: '电话', VISIT: '上门', ONLINE: '网上', LETTER: '书信' } as Record<string, string>, visited: '回访了谁', done: '履行得怎么样',
    dones: { WHOLE: '已全部履行', PARTLY: '部分履行', NOT: '没有履行', UNKNOWN: '不清楚' } as Record<string, string>, opinion: '当事人的意见', conclusion: '结论（可不填）',
    note: '办结说明', unperformed: '没有履行完也办结的理由和去向（有未履行的才填）', archiveNote: '备注（可不填）',
  },
}
