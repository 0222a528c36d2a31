/** Words of the rosters, of calls for a lawyer and of the end of a shift. */
export const duty = {
  duty: {
    nav: '值班', title: '值班', tabs: { week: '值班表', mine: '我的值班', stand: '代班' } as Record<string, string>,
    kinds: { LAWYER: '律师', MEDIATOR: '调解员', INTERPRETER: '翻译' } as Record<string, string>,
    weekOf: (from: string, to: string): string => `${from} 至 ${to}`, before: '上一周', after: '下一周', thisWeek: '本周',
    days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], off: (name: string): string => `${name} · 休`, unknown: '日历未公布', nobody: '没有人值班',
    enter: '排班', change: '改班次', cancel: '取消这个班次', cancelled: '已取消', organisation: '值班单位', kind: '种类', person: '值班人', day: '日期', from: '开始', to: '结束', nextDay: '结束时间早于开始时间的，算到第二天',
    capacity: '同时最多几间调解室', types: '只接这些类型（不选表示都接）', languages: '语言、方言、手语（顿号分隔）', note: '备注',
    instead: (name: string): string => `代 ${name}`, uncovered: '代班人没有这个身份，请另排', load: (busy: number, all: number): string => `${busy}/${all} 间`,
    copy: '把这一周复制到', copyTo: '从哪个周一开始', daysOff: '节假日也排', copied: (n: number): string => `已排 ${n} 个班次`, clashes: (n: number): string => `${n} 个与已有班次冲突，没有排`, skipped: (days: string): string => `跳过休息日：${days}`, unknownDays: (n: number): string => `${n} 个班次在日历还没有公布的日子，请留意以后的放假安排`,
    keepNothing: '您不负责排班。', empty: '这段时间没有您的班次', emptyHint: '班次由值班单位或街道中心安排。', when: (from: string, to: string): string => `${from} – ${to}`,
  },
  offers: {
    title: '请您参加的调解室', hint: '先接先得。接下之前只告诉您各方是谁、是什么类型，请先核对有没有利害关系。', accept: '接下', decline: '不能接', reason: '原因（选填）', who: (name: string, host: string): string => `${host} ${name} 请您作为中立律师参加`, whoInterprets: (name: string, host: string): string => `${host} ${name} 请您为一方当事人翻译`, asInterpreter: '翻译', idType: '您的证件', idNumber: '证件号码', idHint: '进门时核对后四位，只给调解组织留作身份记录', linked: '已接下。链接已发到您的手机，请从手机进入；您只会看到这一方的对话。',
    type: '类型', parties: '各方', by: (when: string): string => `${when} 前没有答复，会再请下一位`, open: '进入调解室', language: (word: string): string => `需要会${word}`,
    over: { ACCEPTED: '已由别人接下', WITHDRAWN: '已撤回', UNANSWERED: '已过时限', OPEN: '' } as Record<string, string>, mine: '您已接下', declined: '您答复了不能接',
  },
  call: {
    button: '请值班律师、翻译', title: '请值班律师、翻译', hint: '会发短信请她参加，先接先得；5 分钟没有答复再请下一位。进来以后，还要各方同意她在场。', anyone: '由系统按空闲先后请', ask: '发出邀请', withdraw: '撤回',
    none: '现在没有可以请的值班律师', fullOf: (n: number): string => `${n} 位已满`, recusedOf: (n: number): string => `${n} 位须回避`, until: (when: string): string => `值到 ${when}`,
    waiting: (names: string, when: string): string => `已请 ${names}，等待答复；${when} 没有答复再请下一位`, accepted: (name: string): string => `${name} 已接下`, withdrawn: '已撤回', unanswered: '值班律师都没有接下，可以再请一次',
    interpreters: '值班翻译', interpretersHint: '翻译只为一方当事人，凭自己手机上的链接进来，只看得到这一方的对话；为一方翻译过的，不再为另一方翻译。最好先打电话说好。', forParty: '为谁翻译', language: '语言', askInterpreter: '请翻译', interpreterComes: (name: string): string => `${name} 接下了，会凭手机上的链接进来。`, interpretersUnanswered: '值班翻译都没有接下，可以再请一次，或者在“邀请各方”里登记一位翻译。', noInterpreters: '现在没有值班翻译', phone: '电话', byHand: '没有合适的，可以在筹备页从名单中直接加入一位律师。',
  },
  shiftChange: {
    title: '交班', hint: '把手上还没有结束的调解室交给接班的人。对方会收到短信，进入调解室后确认接班；您的席位保留，直到您自己离开。', open: '去交班', to: '交给谁', rooms: '交哪些调解室', note: '要交代的话', history: '同时移交此前的谈话记录（各方会收到告知）', submit: '交班',
    none: '没有未结束的调解室', noSuccessor: '值班表上没有接班的人', handedTo: (names: string): string => `已交给 ${names}`, done: (n: number): string => `已交 ${n} 间`, listTitle: '交接记录', fromTo: (from: string, to: string): string => `${from} 交给 ${to}`, receive: '确认接班', received: (when: string): string => `${when} 已接班`, waits: '对方还没有确认',
  },
  recusals: {
    title: '我要回避的人和单位', hint: '您代理过、有亲属或利益关系的当事人。只有您自己看得到；有他们的纠纷不会请您，别人只知道“须回避”。号码只用来比对，不保存原文。', name: '姓名或单位名称', relation: '关系', relations: { REPRESENTED: '代理过', RELATED: '近亲属等', INTEREST: '利益关系' } as Record<string, string>,
    phone: '手机号（选填）', idNumber: '证件号码（选填）', kind: '是', kinds: { PERSON: '个人', ORGANISATION: '单位' } as Record<string, string>, add: '登记', remove: (name: string): string => `不再回避 ${name}`, matched: '按号码比对',
  },
  substitutions: {
    title: '谁代谁的班', hint: '代班期间，代班的人看得到被代的人看得到的内容，并顶上他的班次。', organisation: '单位', person: '谁不在', substitute: '谁来代', from: '从', to: '到', add: '登记代班', end: '结束代班', empty: '没有代班', line: (person: string, substitute: string): string => `${substitute} 代 ${person}`,
  },
  subsidies: {
    nav: '补贴名册', title: '以案定补名册', hint: '每位调解员在这段时间里促成了多少。一件补多少由当地规定，这里只数件数。', from: '从', to: '到', show: '查看', xlsx: '导出 Excel', empty: '没有调解员', emptyHint: '名册按您所在的调委会或辖区列出。',
    organisation: '单位', name: '调解员', written: '书面协议', spoken: '口头、当场化解', all: '合计', others: '未谈成、待续的调解',
  },
}
