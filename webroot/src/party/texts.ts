import type { AgreementStatus, CallKind, ConfirmationStatus, ConsentKind, RoleName } from '../shared/types'

/** All that a party reads. Plain, kind, legally careful; parties are called by name or 申请人/被申请人. */

const roles: Partial<Record<RoleName, string>> = {
  PARTY: '当事人', MEDIATOR: '调解员', NEUTRAL_LAWYER: '律师', COMMUNITY_POLICE: '社区民警', RECORDER: '记录人',
  LEGAL_GUARDIAN: '监护人', AGENT: '代理人', REPRESENTATIVE_OF_MANY: '代表人', HELPER: '协助人', INTERPRETER: '翻译',
  SYSTEM: '系统',
}

/** What an old refusal code means to a party, where the server's own sentence would not help. */
const failures: Record<string, string> = {
  offline: '现在连不上网络。请检查手机信号或无线网，然后再试一次。',
  timeout: '网络太慢，没有等到回复。请再试一次。',
  'code-wrong': '验证码不对，请看清短信里的6位数字，再输一次。',
  'code-expired': '验证码过期了，请点“重新获取”。',
  'identity-mismatch': '姓名或证件号码后四位和登记的不一样，请核对。还是不行，请打电话给调解员。',
  'too-many-tries': '试的次数太多了，请过一会儿再试，或者打电话给调解员。',
  'text-changed': '协议内容刚刚有变动，请重新看一遍再签。',
  'consent-missing': '还没有您的同意，这一步不能进行。',
  'recall-too-late': '超过两分钟了，不能撤回。有话可以再补充一条。',
  'already-relayed': '这句话已经按您的同意转告了对方，不能撤回。',
  'already-quoted': '这句话已经写进协议，不能撤回。',
  'paper-signature-needed': '这份协议按法律要在纸上签名，请看下面的办法。',
}

const consents: Partial<Record<ConsentKind, { title: string; lines: string[] }>> = {
  E_SIGNATURE: {
    title: '用手机签名',
    lines: [
      '双方约定采用本系统的手写笔迹＋短信验证方式签署；未使用第三方电子认证。',
      '不同意也没关系，可以到调委会在纸上签。',
    ],
  },
  JOINT_SESSION: {
    title: '开共同调解',
    lines: [
      '开了以后，您和对方、调解员、律师在同一个页面说话，大家都看得到。',
      '您和调解员单独说的话，对方还是看不到。双方都同意才会开，您随时可以退出。',
    ],
  },
}

const statusWords: Record<AgreementStatus, string> = {
  DRAFT: '还在起草', SIGNING: '等待签名', SIGNED: '大家都签好了，等调委会盖章。盖章前还没有生效。',
  EFFECTIVE: '已经生效', RETURNED: '已退回，继续商量',
}

const confirmationWords: Record<ConfirmationStatus, string> = {
  INELIGIBLE: '这份协议不能申请司法确认',
  CO_SIGNING: '等各方在申请书上签名',
  READY: '各方都签好了，等调委会提交法院',
  SUBMITTED: '法院已收到申请，等法院决定是否受理',
  SUPPLEMENT: '法院要求补充材料，调委会正在准备',
  UNDER_REVIEW: '法院已受理，正在审查',
  NOT_ACCEPTED: '法院没有受理',
  CONFIRMED: '法院裁定：协议有效',
  DISMISSED: '法院裁定：驳回申请',
  WITHDRAWN: '申请已撤回',
  LAPSED: '已过申请期限',
  OBJECTION: '有人提出异议，法院正在审查',
  UPHELD: '异议没有成立，裁定不变',
  REVOKED: '裁定已被撤销或变更',
}

const calls: Record<CallKind, string> = {
  CALL_MEDIATOR: '请调解员过来', NEED_BREAK: '我要停一下', HELP: '悄悄求助',
}

export const texts = {
  roles, failures, consents, statusWords, confirmationWords, calls,
  common: {
    back: '返回', close: '关闭', retry: '再试一次', loading: '正在打开', readAloud: '朗读', stopReading: '停止朗读',
    agree: '同意', disagree: '不同意', yes: '是', no: '否', submit: '提交', cancel: '取消', sending: '正在提交…',
    callPhone: (phone: string) => `打电话 ${phone}`, and: '、', otherSide: '对方', you: '您',
  },
  join: {
    title: '在线调解室',
    inviting: (organisation: string, mediator: string) => `${organisation}请您参加在线调解，联系人：${mediator}。`,
    points: ['不收费', '要不要调解，由您自己决定', '您和调解员说的话，对方看不到'],
    enter: '进入调解室', cannot: '我不会用，打电话给我',
    codeSent: (phone: string) => `验证码已发到 ${phone}，5分钟内有效。`,
    code: '短信验证码（6位数字）', name: '您的姓名（单位填全称）', idTail: '证件号码后4位',
    idHint: '身份证最后是X的，请填X；单位填统一社会信用代码后4位。',
    confirm: '确认，进入', resend: '重新获取验证码', resendIn: (seconds: number) => `${seconds}秒后可以重新获取`,
    codeMissing: '请输入短信里的6位数字', nameMissing: '请填写姓名', idMissing: '请填写证件号码后4位',
    again: '为了安全，请用短信验证码重新进入。您没发出去的话还在。',
    expired: '这个链接过期了', revoked: '这个链接已停用',
    goneHelp: '请联系发短信给您的调委会，让工作人员再发一个新的。',
    noLink: '请点短信里的链接，或扫工作人员给您的二维码。', unknown: '没有找到这个链接，请核对短信里的网址。',
  },
  needs: {
    title: '开始前，请您决定', explain: '每一项都由您自己选，以后随时可以改。',
    onlineTitle: '在网上调解',
    online: (host: string, mediators: string) => [
      `由${host}主持，由${mediators}调解。`,
      '调解员分别和双方说话，可以各自在方便的时候说，不用同时在线。',
      '不同意，就不在网上调解；您仍可以到现场调解或者走其他途径。',
    ],
    lawyerTitle: (name: string) => `${name}在场`,
    lawyer: (name: string) => [
      `${name}是中立的，不代表任何一方，可以看到您和调解员说的话，给大家说明法律。`,
      '不同意这位律师，可以请调解员换一位。',
    ],
    participantTitle: (name: string) => `${name}看您这边的对话`,
    participant: (name: string) => [`同意后，${name}能看到您和调解员说的话。不同意就看不到，不影响调解。`],
    mustChoose: '请选“同意”或“不同意”', first: '先和调解员说说', done: '提交我的决定',
    refuseTitle: '不在网上调解了？', refuse: '您不同意，就不会在网上调解；已经开始的，到此结束。您可以先和调解员说说再决定。',
    refuseYes: '我不同意在网上调解', changed: '已保存',
    given: '您已同意', refused: '您没有同意', undecided: '您还没有决定', withdraw: '收回同意', give: '改为同意',
    safetyTitle: '只有调解员看得到的三个问题', safetyExplain: '对方和律师都看不到您的回答。请照实选。',
    safety: { voluntary: '参加调解是您自己愿意的吗？', alone: '现在您身边没有人盯着您、替您回答，是吗？', safe: '您现在觉得安全吗？' },
    secrecy: '调解员会为您保密；但涉及人身安全、违法犯罪的，依法须报告。', danger: '有危险请马上打110',
    titleLater: '请您决定', banner: (count: number) => `开始前还有${count}件事请您决定`, bannerLater: (count: number) => `还有${count}件事请您决定`, decide: '去看看',
  },
  chat: {
    side: '我和调解员', joint: '共同调解', notice: '通知', more: '更多', unread: '有新消息',
    onlyReaders: (who: string) => `这里只有${who}看得到。`,
    jointReaders: (who: string) => `共同调解：您、对方、${who}都看得到。`,
    noticeReaders: '调解室给大家的通知，只能看。',
    separation: '对方看不到您在这里说的话；看得到您同意转述的内容和最终协议。',
    sideHint: '写给调解员和律师', jointHint: '大家都看得到', sendSide: '发给调解员', sendJoint: '发给大家',
    emptySide: '有什么想说的，直接写下来，调解员会看到。', emptyNotice: '还没有通知。', emptyJoint: '共同调解已开始。',
    picture: '发照片', pictureTooBig: '照片太大或格式不对，请换一张，或重新拍一张。', pictureFailed: '照片没有发出去',
    pictureOf: (name: string) => `${name}发的照片`, pictureAlt: (name: string) => `${name}发的照片，点开看大图`, uploading: '正在发照片…', pictureGone: '照片打不开，点一下再试',
    call: '叫调解员', pause: '我要停一下', help: '悄悄求助', tools: '更多功能',
    callDone: '已经告诉调解员，请稍等。', pauseDone: '已经告诉调解员您要停一下。先歇一歇，不着急。',
    helpDone: '已悄悄告诉调解员，这里不会留下记录。有危险请马上打110。',
    helpConfirm: '悄悄求助只有调解员看得到，聊天里不会显示。', helpYes: '发出求助', dial110: '打110',
    sending: '正在发送', notSent: '没有发出去，点这里再发', resend: '再发一次', drop: '删掉不发了',
    recalled: '撤回了一条消息', recall: '撤回', editAgain: '重新编辑', recallNote: '两分钟内可以撤回。撤回后会留下一行提示，原话由系统保存，只供调解员核查。',
    enlarge: '放大看', actions: '这条消息', older: '看更早的消息',
    proposal: '调解员的建议', proposalNote: '只表示愿意按此继续谈，签名盖章前不产生协议效力。',
    answers: { AGREE: '同意', DISAGREE: '不同意', THINKING: '我想想' }, answered: (answer: string) => `您的回答：${answer}`,
    relay: '调解员想把您的这句话转告对方', relayReworded: '调解员想换个说法转告对方', relayYours: '您说的：', relayWords: '转告的说法：',
    relayVerbatim: '原话可以转', relayAsShown: '可以这样转', relayAny: '意思可以转，说法由调解员定', relayNo: '不要转',
    relayDone: { VERBATIM: '您同意转告原话', REWORDED: '您同意按改过的说法转告', NONE: '您不同意转告' },
    relayAnyDone: '您同意转告，说法由调解员定',
    law: '法律条文', statusPrefix: '现在：',
    offline: '网络断了，正在重新连接。您可以继续写，连上后自动发出。', polling: '网络不太顺，消息会慢几秒。',
    notYet: '调解还没有开始。您可以先给调解员留言。', paused: '调解暂停了。您可以给调解员留言。',
    closed: '调解已经结束，这里不能再发消息。以前的内容还可以看。',
    agreementReady: '协议拟好了，请您看一看', agreementGo: '看协议', jointAsked: '调解员建议开共同调解，请您决定',
    meeting: (when: string, mode: string) => `约好的时间：${when}（${mode}）`,
    modes: { TOGETHER: '大家同时在线', BY_TURNS: '分别谈', ON_SITE: '到现场' },
  },
  size: { title: '字的大小', s: '标准', m: '大', l: '更大', xl: '最大' },
  elsewhere: { title: '调解室在别的设备上打开了', text: '这里先停一下。您写的话都还在。', here: '在这里继续', off: '下线' },
  gone: { title: '您现在不在这个调解室里', text: '调解可能已经结束，或者调解员做了调整。有疑问请打电话。' },
  bye: '您已安全退出。要再进来，请点短信里的链接。',
  menu: { title: '更多', agreement: '协议和签名', rights: '我的权利', decisions: '我的同意', out: '退出登录' },
  rights: {
    title: '我的权利',
    lines: ['要不要调解、接不接受方案，都由您自己决定。', '您可以要求换调解员，可以随时不调解了。', '没谈成，可以去法院起诉，或者申请仲裁。', '调解不收费。'],
    police: '是否调解由您自愿决定。',
    leave: '退出调解', leaveExplain: '退出后，这次在线调解就结束了。已经生效的协议不受影响。', leaveYes: '确定退出调解', left: '您已退出调解。',
    decisions: '我的同意', complaint: '投诉和求助', complaintText: '觉得被强迫、被偏待或者隐私被泄露，请打电话给调委会。',
  },
  agreement: {
    title: '调解协议', list: '协议', none: '还没有协议。谈好以后，调解员会把协议发到这里。', number: (number: string) => `编号 ${number}`,
    facts: '事情经过', issues: '要解决的事', responsibility: '责任', clause: (n: number) => `第${n}条`,
    due: (date: string) => `${date}前`, capitals: (words: string) => `大写：${words}`,
    understood: '看懂了', question: '有问题', marked: '已看懂', asked: (n: number) => `关于协议第${n}条，我想问：`,
    whole: '看协议全文', hideWhole: '收起全文', sign: '去签名', later: '稍后再签', refuse: '不签了',
    progress: (seen: number, all: number) => `已看懂 ${seen}/${all} 条`,
    effect: '协议自各方签名、调解员签名并加盖调委会印章之日起生效，具有法律约束力。未经司法确认，不能直接申请强制执行。',
    sham: '请勿虚假调解：编造事情骗取协议，要承担法律责任。',
    signers: '签名情况', signed: (name: string, when: string) => `${name} 已签 ${when}`, waiting: (name: string) => `${name} 还没签`,
    refuseTitle: '不签了', refuseWhy: '为什么不签？（调解员会看到）', refuseYes: '确定不签', refuseMissing: '请写一句原因', refusedOwn: '您没有签，协议已退回继续商量。',
    ink: '这份协议要在纸上签',
    inkSteps: (organisation: string) => [
      `到${organisation}，工作人员会把协议打印出来。`, '带上身份证。', '您看清楚以后，当面签名或按指印。', '工作人员扫描后，这里会显示已签。',
    ],
    inkTogether: '对方可以另外找时间去签，你们不用碰面。',
    effective: (date: string) => `协议已于${date}生效`, pages: '协议原样（长按可保存）', page: (n: number) => `协议第${n}页`,
    download: '下载协议（PDF）', link: '链接10分钟内有效，只能用一次。在微信里打不开时，点右上角“⋯”，选“在浏览器打开”。', openLink: '打开下载链接',
    demo: '演示 · 无法律效力',
  },
  sign: {
    title: '签名', consentTitle: '先问您：同意用手机签名吗？', askCode: '获取短信验证码', code: '短信验证码（6位数字）',
    how: '怎么签？', draw: '手写签名', type: '输入姓名', typed: '请输入您的全名', typedMissing: '请输入您的全名',
    drawn: '签名已写好', redraw: '重新写', confirm: '确认签名', intent: '我看过协议全文，同意签署。', applicationIntent: '我看过申请书，同意一起申请司法确认。',
    noCode: '请先获取并输入验证码', noDrawing: '请先写好签名', done: '签好了', doneText: '谢谢您。大家都签好、调委会盖章后，协议才生效。',
    pad: { hint: '请在框里写您的名字', clear: '重写', done: '写好了', back: '返回', tooLittle: '写得太少了，请写全名。' },
  },
  confirmation: {
    title: '申请司法确认',
    why: ['法院确认以后，一方不履行，另一方可以直接申请法院强制执行。', '不收费。要不要申请，由双方自己决定。'],
    until: (date: string) => `双方共同，最迟${date}；由法院审查后决定`, last: (date: string) => `最后一天：${date}`,
    provisional: '最后一天要等新一年的放假安排公布，请尽量提早。',
    courts: '选一个法院', noCourt: '没有找到可以受理的法院，请问调解员。', ground: (text: string) => `为什么：${text}`, start: '开始申请', courtMissing: '请选一个法院',
    together: '申请可以分别签名。法院审查时会通知双方共同到场核实（能否线上由法院决定）；无正当理由不配合询问的，可能按撤回申请处理。',
    text: '看申请书', data: '我同意把我的身份信息、联系方式和这份协议交给该法院，用于审查这次申请。', dataMissing: '要勾选同意交给法院，才能签申请书', sign: '签申请书',
    progress: '办到哪一步了', next: '下一步', ruling: (number: string) => `裁定书：${number}`, openRuling: '看裁定书', paper: '调委会录入，未经法院核对', items: '要补的材料',
    ineligible: '为什么不能申请', ways: '可以这样办', law: (article: string) => `依据：${article}`,
    registry: { title: '办理离婚登记', text: '双方一起到婚姻登记机关申请离婚登记，并按登记机关的要求再一起去领离婚证。' },
    suit: { title: '请法院处理', text: '也可以起诉，请法院调解并出具调解书，或者判决。' },
    divorce: '本协议中的财产、债务条款以办理离婚登记（或法院出具离婚调解书）为前提；离婚未成，一方在诉讼中反悔的，这些条款不生效。调解协议本身不能解除婚姻关系。',
    still: '协议本身仍然有效，双方应当照办。', withdraw: '撤回申请', withdrawWhy: '为什么撤回？', withdrawYes: '确定撤回',
  },
  download: { title: '下载协议', get: '下载协议（PDF）', explain: '这个链接只能用一次。', gone: '这个链接已经用过或过期了，请回到调解室再取一个。', done: '下载好了。' },
} as const
