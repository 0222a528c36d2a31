/** Words around the papers of a mediation. */
export const paperTexts = {
  list: '我的文书', none: '还没有文书。协议盖章以后，会出现在这里。', see: '看文书', all: '看全部文书', readOrKeep: '朗读、下载、发到手机',
  number: (number: string) => `编号：${number}`, day: (day: string) => `日期：${day}`,
  views: { pages: '看原样', cards: '一条一条看' }, how: '怎么看', page: (title: string, n: number, all: number) => `${title}第${n}页，共${all}页`,
  card: (n: number, all: number) => `第${n}段，共${all}段`, noWords: '这是一张图片，没有文字可以朗读。看不清的，请打电话问调解员。',
  noPages: '这份文书在这里不能直接看，请下载以后打开。', download: '下载', pressLong: '长按图片可以保存。',
  phone: '在别的地方看', send: '发短信链接到我的手机', sent: (phone: string, until: string) => `短信已发到手机（${phone}），${until}前有效，只能打开一次。`,
  link: '取一个链接', linkUntil: (until: string) => `链接${until}前有效，只能打开一次。在微信里打不开时，点右上角“⋯”，选“在浏览器打开”。`, openLink: '打开链接',
  door: {
    title: '您要的文书', from: (organisation: string) => `${organisation}发给您的。`, once: (until: string) => `链接${until}前有效，只能打开一次。打开以后，可以在这个手机上看30分钟。`,
    others: '不是您本人要的，请直接关掉这个页面。', open: '打开文书', until: (until: string) => `可以看到${until}。要留下来的，请下载。`,
    spent: '这个链接已经用过了', expired: '这个链接过期了', unknown: '没有找到这个链接', over: '看的时间到了',
    again: '需要的话，请回到调解室再取一个，或者打电话请工作人员帮忙。', check: '请检查链接是不是完整，或者回到调解室再取一个。',
    notYou: '如果不是您打开的，请马上打电话告诉工作人员。',
  },
}
