/** Words of looking law up, of cards of law, and of keeping the collection. */
export const laws = {
  laws: {
    nav: '法律检索', title: '法律检索', hint: '写要找的话，或者条文编号，例如：民法典1084、第一千零八十四条；也可以只选纠纷类型。',
    words: '要找什么', wordsHint: '例如：离婚后房子归谁；民法典1084', type: '纠纷类型', anyType: '不限类型', day: '按哪一天的法律', dayHint: '不填就是今天', search: '查找', searching: '正在查找',
    panel: '法律', panelHint: '这里查到的，只有您看得到。', open: '查法条',
    found: (n: number): string => `找到 ${n} 条`, none: '没有找到相关的条文', noneHint: '换个说法，或者写条文编号再试。', missing: (name: string): string => `没有${name}这一条，请核对编号。`,
    unheld: (name: string): string => `库里还没有导入“${name}”，下面是按字词找到的其他条文；也请核对法律的名称。`, unheldOnly: (name: string): string => `库里还没有导入“${name}”，也请核对法律的名称。`,
    byWords: '目前按字词查找；语义向量正在后台生成。',
    typical: '这类纠纷常用的条文', articles: '条文', cases: '典型案例', casesHint: '为说明而写，不是真实案件。', caseArticles: (names: string): string => `依据：${names}`, outcome: '结果',
    gist: '要点', gistHint: '只是我们写的要点，不是原文，也不按日期选；导入法律以后才有原文。', quotation: '原文', since: (day: string): string => `${day} 起施行`, until: (day: string): string => `${day} 起不再适用`, endedBy: (by: string): string => `依据：${by}`, endedTitle: '这一天不适用的版本', current: (day: string): string => `按 ${day} 适用的法律`,
    send: '发到会话', sendTitle: '把条文发到会话', sendHint: '对方看到的是库里的原文，一字不差，并写明施行日期。只有下面选的会话里的人看得到。', sendWhere: '发给谁', sendConfirm: (name: string): string => `发给${name}`, sent: (name: string): string => `已发给${name}`, typed: '没有导入这部法律？手工录入', back: '回到查找', chosen: '要发的条文',
  },
  statutes: {
    nav: '法律库', title: '法律库', hint: '导入法律法规和已知问题。上传后先比对，您确认以后才写入；写入要么全部完成，要么什么也不改变。',
    upload: '上传文件', kind: '文件内容', kinds: { STATUTES: '法律法规', QUESTIONS: '已知问题' } as Record<string, string>, choose: '选择文件', accept: '法律法规：.jsonl、.jsonl.gz、.zip（LawRefBook 文件夹）、.md、.docx；已知问题：.jsonl。最大 128 MB。', uploading: '正在上传，请不要离开这一页',
    imports: '最近的导入', importsEmpty: '还没有导入过', file: '文件', status: '状态', when: '时间',
    statuses: { CHECKING: '正在比对', CHECKED: '已比对，等您确认', LOADING: '正在写入', LOADED: '已写入', FAILED: '没有写入' } as Record<string, string>,
    progress: (done: number, total: number): string => `已写入 ${done} / ${total} 部`, working: '正在读取和比对，几万条要十几秒',
    stalled: '中途断了。库里什么也没有改变，可以再来一次。', gone: '文件已过期删除，请重新上传。', nothing: '与库里完全相同，写入不会改变任何内容。', load: '确认写入', loadAgain: '重新写入', check: '重新比对',
    wouldAdd: '新增', wouldChange: '改动', unchanged: '不变', wouldEnd: '将失效', newArticles: '写入条文', leftOut: '没有采用', unread: '认不出的条文名称',
    parts: (n: number): string => `${n} 部`, articlesOf: (n: number): string => `${n} 条`, items: (n: number): string => `${n} 个`, firstOf: (shown: number, all: number): string => (shown < all ? `只列出前 ${shown} 项，共 ${all} 项` : ''),
    addedTitle: '新增的', changedTitle: '改动的', endedTitle: '将失效的', questionsTitle: '新增或改动的问题', before: '原来', now: '改为', removed: '（删去）', fresh: '（新增）',
    did: (added: number, changed: number, unchanged: number): string => `写入完成：新增 ${added} 部，改动 ${changed} 部，不变 ${unchanged} 部。现在就可以查找。`, didNothing: '与库里完全相同，什么也没有改变。', didQuestions: (n: number): string => `写入完成：新增或改动 ${n} 个问题。`,
    held: '库里的法律法规', heldEmpty: '库里还没有法律法规', heldHint: '现在的回答和检索只用随产品附带的要点。', law: '名称', published: '公布', from: '施行', to: '失效', count: '条数', vectors: '向量', filter: '按名称找', more: '再看一些',
    sums: (statutes: number, articles: number, questions: number): string => `${statutes} 部、${articles} 条；已知问题 ${questions} 个`, vectorSums: (done: number, all: number): string => `语义向量 ${done} / ${all}`, vectorsHint: '在后台生成，可以中断后接着做；没有做完之前按字词查找。', stated: '条文写明', assumed: '按公布日',
    repeals: '人工登记的废止', repealsHint: '导入的文本没有写明、但您确知已经失效的法律或单个条文，在这里登记；之前的日期仍可查到。', repealsEmpty: '没有登记', repeal: '登记废止', article: '条文（整部废止就不填）', articleHint: '例如：第一百二十条之一', day: '从哪一天起不再适用', reason: '依据', reasonHint: '例如：某某决定第三项', enter: '登记', withdraw: '撤销', withdrawAsk: (name: string): string => `撤销后，${name}按原来的文本继续适用。`, whole: '整部', by: '登记人',
  },
  service: {
    nav: '服务统计', title: '服务统计', hint: '与纠纷台账分开统计。', consultations: '咨询', answered: '直接回答', declined: '婉拒', emergencies: '紧急情况', handedOver: '转人工', notTaken: '没有人接', helpful: '有帮助', notHelpful: '没有帮助', documentsMade: '生成文书',
    what: {
      consultations: '公开提问页收到的问题，不论结果。', answered: '有条文或指引作答的问题。', declined: '与法律无关、试图套取他人信息等而婉拒的问题。', emergencies: '涉及暴力、威胁、轻生，先给出求助电话的问题。', handedOver: '提问人点了“转人工”的次数。', notTaken: '转人工后三十天没有人接、退回给提问人的次数。', helpful: '提问人说“有帮助”的回答。', notHelpful: '提问人说“没有帮助”的回答。', documentsMade: '系统生成并留存的 PDF 文书：调解协议书、司法确认申请材料、受理回执等；上传的材料不算。',
    } as Record<string, string>,
  },
}
