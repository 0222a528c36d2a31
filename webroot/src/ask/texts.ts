import { fullDate } from '../shared/time'

/** Every word of the page where people ask. Plain, kind, and no promise of an outcome. */
export const texts = {
  title: '问一问', lead: '家里、邻里、借钱、工资、租房、消费……遇到纠纷，先问清楚再想办法。不用登录，不收钱。',
  ai: 'AI 回答，仅供参考', danger: '有人正受伤害或有危险，请先打 110。', call110: '打 110',
  often: '大家常问', placeholder: '例如：楼上漏水泡了天花板，怎么赔？', label: '您的问题', followUp: '接着问，例如：要准备什么证据？', send: '问', sending: '正在想', again: '再试一次',
  privacy: '请不要写身份证号、银行卡号。问题加密保存，三十天没有接着问就删除；转人工的留到有人答复，三十天没有人接会告诉您。',
  you: '您问', articles: '依据的规定', gist: '要点', gistNote: '要点是我们自己的话，不是法条原文。', since: (day: string): string => `${fullDate(day)} 起施行`, showQuotation: '看法条原文', cases: '相似的例子', outcome: '怎么解决的：',
  next: '接下来可以做', evidence: '先把这些留好', doors: '可以去找', deadlines: '别错过的期限',
  from: (words: string, day: string, named: boolean): string => `从${words}起算${named ? `（您提到的 ${fullDate(day)}）` : '；如果就是今天'}，`,
  until: (day: string): string => `最迟 ${fullDate(day)}`, moved: (day: string): string => `（遇休假可到 ${fullDate(day)}，稳妥起见别等）`, provisional: '（那一年的放假安排还没公布，按这一天之前办）', hours: (count: number): string => `从这一刻起 ${count} 小时内：`,
  helpful: '这个回答有帮助吗？', yes: '有帮助', no: '没帮助', thanks: '谢谢，已记下。',
  person: '转人工', report: '把这段说成纠纷上报', reportHint: '会打开登记页，把您说的话先填好，您核对后再提交。',
  readAloud: '念给我听', stopReading: '别念了',
  personTitle: '转人工', personLead: '由调解员或值班律师看您问过的话，在这里回复您。', phone: '手机号（选填，方便联系您）', name: '怎么称呼您（选填）', handOver: '请工作人员回复我', handingOver: '正在转', free: '也可以打 12348，免费问律师。',
  waiting: (when: string): string => `已转给值班人员，${when}会有人在这里回复。请保存这个网址。`, lapsed: '很抱歉，三十天里没有人接到您的问题，这是我们没有做到。您可以在这里再转一次，也可以马上打 12348，免费问律师。', taken: (who: string): string => `${who} 正在为您解答`, closed: '这次咨询已结束。还有问题可以再问。',
  message: '回复工作人员', messageSend: '发送', fromStaff: (name: string): string => name, fromYou: '您',
} as const

export const oftenAsked: readonly string[] = [
  '离婚了房子怎么分？', '朋友借钱不还，没有借条怎么办？', '老板拖欠工资怎么办？', '楼上漏水怎么赔？', '被公司辞退有补偿吗？', '房东不退押金', '被狗咬了找谁赔？', '网购的东西能退吗？',
]
