/** Words for officers: how a public-security case goes on after its mediation. */
export const police = {
  outcome: {
    title: '治安案件的结果',
    none: '还没有记录。',
    record: '民警记录结果',
    kinds: { NO_PENALTY: '双方和解并已履行，不予处罚', HANDLING: '未达成协议或未履行，依法处理' } as Record<string, string>,
    handlingHint: '接下来由公安机关依法作出处理决定。提交后，各方会在自己的会话里收到：公安机关将依法处理，民事争议可以向人民法院起诉。',
    failure: '情形',
    failures: { NO_AGREEMENT: '没有达成协议', NOT_PERFORMED: '达成协议后不履行' } as Record<string, string>,
    agreement: '哪一份协议',
    agreementHint: '只列出已经生效的协议。',
    since: '没有达成协议或者不履行之日',
    sinceHint: '办案期限自这一天起算。',
    until: (day: string): string => `办案期限到 ${day}。`,
    performedOn: '履行完毕的日期',
    performance: '履行凭证（照片或扫描件）',
    request: '双方当事人的书面申请（照片或扫描件）',
    withinScope: '案件因民间纠纷引起、情节较轻，属于可以调解处理的范围',
    undecided: '公安机关还没有作出处理决定',
    note: '说明',
    submit: '记录',
  },
}
