/** Words of the page on which a party reads and confirms the records. */
export const texts = {
  title: '核对笔录',
  lead: '请逐条看一看，记得对不对。不对的地方，先和调解员说，改好再确认。确认不等于同意对方的说法。',
  common: '共同的笔录',
  commonHint: '各方一起谈的、经本人同意转告的话。只显示您能看到的部分。',
  talk: '您和调解员的单独谈话',
  talkHint: '只有您和调解员能看，密封保存，不给对方，也不送法院。',
  empty: '还没有内容。',
  confirm: '我看过了，确认无误',
  confirming: '正在确认',
  confirmed: (name: string, when: string): string => `${name} 已于 ${when} 确认`,
  outdated: (name: string, when: string): string => `${name} 曾于 ${when} 确认，之后内容有变化，请再看一遍`,
  passedOn: (mine: boolean): string => (mine ? '调解员转告您的' : '调解员转告对方的'),
  mark: (hash: string): string => `内容指纹 ${hash.slice(7, 15)}…`,
}
