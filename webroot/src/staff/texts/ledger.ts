/** Words of the ledger's desks: lists, tasks, figures and rules. */
export const ledger = {
  ledger: {
    nav: '台账', tasksNav: '待办', figuresNav: '数据', rulesNav: '分拨规则', wall: '打开大屏',
    title: '纠纷台账', empty: '没有符合条件的纠纷', emptyHint: '放宽条件再看看；您能看到的是本辖区的和分给本单位的纠纷。',
    search: '搜编号、来件编号、姓名、地址、电话尾号、事由', status: '状态', open: '未办结', type: '类型', level: '层级', risk: '风险', area: '辖区', from: '从', to: '到',
    overdue: '只看超时', alarm: '只看警示', apply: '查询', clear: '清除条件', csv: '导出 CSV', xlsx: '导出 Excel', due: '时限', late: '已超时',
    saved: '存为常用', savedViews: '常用', savedName: '给这个视图起个名字', forget: (name: string): string => `删除视图${name}`,
    place: '所在', channel: '来源',
  },
  bulk: {
    all: '全选', one: (number: string): string => `选择${number}`, chosen: (n: number): string => `已选 ${n} 件`, acts: { URGE: '一起督办', HAND_ON: '一起分拨' } as Record<string, string>,
    done: (done: number, all: number): string => `${all} 件中办成 ${done} 件`,
  },
  story: {
    unmerge: '撤销并案', calm: '解除警示', escalation: '登记民转刑', toCriminal: '民转刑', toHomicide: '刑转命', known: { NONE: '没有发生', OCCURRED: '已发生', UNKNOWN: '不清楚' } as Record<string, string>,
    source: '来源（警情编号、通报等）', calmHint: '核实不属实或已消除危险的，写明理由后解除。', escalationHint: '写明从哪里知道的。没有登记的算“不清楚”，不算没有发生。',
    escalated: (criminal: string, homicide: string): string => `民转刑：${({ NONE: '没有发生', OCCURRED: '已发生', UNKNOWN: '不清楚' } as Record<string, string>)[criminal] ?? ''}；刑转命：${({ NONE: '没有发生', OCCURRED: '已发生', UNKNOWN: '不清楚' } as Record<string, string>)[homicide] ?? ''}`,
    title: '经过', hands: '谁在办', none: '还没有分给任何单位', lead: '牵头', help: '配合', rounds: '调解记录', points: '风险提示', suggested: (risk: string): string => `提示：${risk}。只供参考，由人判断。`,
    states: { OFFERED: '待签收', SIGNED_FOR: '已签收', RETURNED: '已退回', WITHDRAWN: '已改派', DONE: '已完成' } as Record<string, string>,
    sign: '签收', giveBack: '退回', handOn: '分拨', rate: '定风险', lower: '降级', level: '降到哪一级', lowerHint: '降级要等另一位中心工作人员复核同意才生效，在此之前一切照旧。', urge: '督办', raise: '上报上级', record: '记录调解', merge: '并案',
    leadUnit: '牵头单位', helpers: '配合单位', reason: '理由', reviewer: '复核人（调低时必填）', risk: '风险', text: '要求', into: '并入哪一件（填编号搜索）',
    rateHint: '调为“较大”以上，会自动上报到相应的中心。调低的，要等复核人同意才生效。', mergeHint: '只有确认是同一件事才并案；以后可以撤销。', returnHint: '每件纠纷只能退回一次，签收后不能退。', notFound: '没有找到这个编号的纠纷。',
    mode: '方式', modes: { ON_SITE: '现场', OFFICE: '办公室', PHONE: '电话', HOME_VISIT: '上门' } as Record<string, string>,
    attendees: '谁在场', minutes: '过程', outcome: '结果', terms: '约定内容', failure: '没谈成的原因', recovered: '挽回金额（元）', roundOf: (n: number): string => `第 ${n} 次`,
    place: '所在区域', clock: (when: string): string => `时限 ${when}`,
  },
  lowering: {
    title: '等待复核的调低', mine: '等您复核的调低', proposed: (who: string, what: string): string => `${who}提议${what}`, waiting: (reviewer: string): string => `等${reviewer}复核，同意以前一切照旧。`,
    hint: '请您核实后决定，同意以前一切照旧。', decisions: { CONFIRMED: '同意', REFUSED: '不同意' }, why: '不同意的理由', note: '说明（可不填）',
  },
  similar: { title: '可能是同一件事', found: (n: number): string => `可能是同一件事（${n} 件）`, none: '填了姓名、电话、地址或来件编号，会自动查有没有登记过，查到的显示在这里。', hint: '当事人、地址或来件编号相同。是不是同一件，由人判断；不会自动合并。', merge: '并到这一件', typing: '看一看是不是同一件。不是的话继续登记。' },
  tasks: { title: '分给本单位的任务', empty: '没有待办任务', emptyHint: '新任务会自动出现在这里。', signBy: '签收时限', handleBy: '办结时限', left: (words: string): string => `还剩 ${words}`, late: (words: string): string => `已超 ${words}`, more: (shown: number, n: number): string => `这里列出最急的 ${shown} 件，还有 ${n} 件没有列出；办完前面的，后面的会自动补上。` },
  figures: {
    subsidies: '以案定补表',
    toCriminal: '民转刑', toHomicide: '刑转命', knownOf: (known: { none: number; occurred: number; unknown: number }): string => `没有发生 ${known.none} 件，不清楚 ${known.unknown} 件`,
    title: '数据', area: '辖区', compare: '对比', none: '不对比', comparisons: { LAST_YEAR: '去年同期', PERIOD_BEFORE: '上一时期', BEFORE_LAUNCH: '应用启用前' } as Record<string, string>,
    reported: '登记', resolved: '已化解', rate: '化解率', open: '未化解', refused: '不予受理、撤回', recovered: '挽回金额', sign: '平均签收', resolve: '平均化解', byLevel: '在哪一级化解', byType: '类型', byChannel: '来源', parts: '下级辖区', days: '每天', what: '怎么算的',
    points: (points: string): string => `${points} 个百分点`, growth: (percent: string): string => `登记数 ${percent}%`, noComparison: '对比时期没有数据', yuan: (fen: number): string => `${(fen / 100).toLocaleString('zh-CN')} 元`, csv: '导出 CSV', xlsx: '导出 Excel', piece: '件', resolvedOfType: '已化解', compared: '对比是怎么算的',
    baseline: '应用启用前的数据', baselineHint: '系统没有启用前的记录，请按统计资料填写，并写明出处。', before: { reported: '启用前登记', resolved: '启用前已化解', source: '出处' }, putBaseline: '保存', baselineBy: (by: string, source: string): string => `${by} 填写，出处：${source}`,
  },
  intake: {
    title: '怎么受理的、谁来办（电话、公安、法院移送的请展开）', subtype: '子类型', subtypeHint: '例如：房屋漏水、噪声扰民、加装电梯', occurredOn: '发生日期', people: '涉及人数', amount: '涉及金额（元）', channel: '受理方式', desk: '窗口', channels: { PHONE: '电话投诉', POLICE: '公安移送', COURT: '法院委派' } as Record<string, string>,
    number: '来件编号（警情、案号、热线工单）', numberHint: '公安、法院移送的必须填写；电话投诉填热线工单号，以后凭它能查到', area: '事发区域', ownArea: '本单位所在地', handling: '由谁处理', usual: '自己处理', handlings: { SELF: '自己处理', TOGETHER: '按规则分拨' } as Record<string, string>,
  },
  warnings: {
    nav: '预警', title: '预警', hint: '按规则找出的苗头，每条都写明理由，由人核实。', empty: '目前没有预警', note: '核实情况', link: (n: number): string => `纠纷 ${n}`,
    kinds: { SAME_PEOPLE: '同一当事人反复', CLUSTER: '同地同类聚集', ESCALATING: '可能激化', RISING: '上升过快' } as Record<string, string>,
    decisions: { CONFIRMED: '属实', DISMISSED: '排除' } as Record<string, string>,
    precision: (confirmed: number, decided: number): string => `已核实 ${decided} 条，属实 ${confirmed} 条。`, byKind: '各类预警的准确程度',
    precisionOf: (kind: string, confirmed: number, decided: number): string => `${kind}：核实 ${decided} 条，属实 ${confirmed} 条`,
  },
  estates: {
    nav: '小区二维码', title: '小区二维码', hint: '居民扫码就能反映纠纷，不用装软件。小区划到别的社区时，改这里的所属区域就行，墙上的二维码不用换。', name: '小区名称', phone: '联系电话（印在海报上）', add: '生成二维码', empty: '还没有小区', poster: '海报', print: '打印海报',
    change: '改动', place: '现在属于哪里', save: '保存', retire: '停用这个二维码', retired: '已停用', moved: '已保存，海报不用换。',
    posterTitle: '邻里有矛盾，扫一扫来反映', posterHint: '微信扫码，说说发生了什么。免费，有人联系您，能查进展。', orCall: (phone: string): string => `也可以打电话 ${phone}`, danger: '有危险请打 110',
  },
  rules: {
    title: '分拨规则', hint: '从上到下，第一条符合的规则生效。每个类型必须有一条不带条件的兜底规则。', area: '适用辖区', type: '类型', subtype: '子类型', keywords: '关键词（顿号分隔）', place: '只在这里', everywhere: '不限', lead: '牵头', responsible: '负责人（可不选）', addResponsible: '加一位负责人', removeResponsible: (name: string): string => `去掉负责人${name}`, gone: '已离开，请去掉', help: '配合（顿号分隔）', district: '上报区级后由谁牵头', signHours: '几小时内签收', handleDays: '几天内办结',
    addStandIn: '加一个顶替', removeStandIn: (duty: string): string => `删除“${duty}”的顶替`,
    standIns: '没有这个岗位时由谁顶替', duty: '岗位', by: '顶替', note: '改了什么、为什么', save: '发布新的一版', trial: '用最近 30 天的纠纷试算', tried: (n: number, of: number, changed: number): string => `${n < of ? `最近 30 天共 ${of} 件，试算了其中最新的 ${n} 件` : `最近 30 天 ${n} 件`}，其中 ${changed} 件的牵头单位会变`, triedPeople: (n: number): string => `${n} 件所用的规则点名的负责人不同`, triedHelpers: (n: number): string => `${n} 件的配合单位会变`, triedClocks: (n: number): string => `${n} 件的时限会变（风险一般的按这里，较大以上的另有时限）`, helper: '配合', clocks: '时限', clock: (hours: number, days: number): string => `${hours} 小时内签收，${days} 天内办结`, before: '现在', after: '改后', editions: '历次版本', add: '加一条规则', up: '上移', remove: '删除', none: '还没有本辖区自己的版本，正在用上级或系统自带的规则。', saved: '已发布，马上生效。',
  },
}
