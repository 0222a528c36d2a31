/** Words of the desk where people who asked are answered by a person. */
export const consultations = {
  consultations: {
    nav: '咨询', title: '转人工的咨询', hint: '接手以后才能看到内容；别人接手的您看不到。有危险的排在最前面。',
    empty: '现在没有人在等', emptyHint: '有人点“转人工”时会出现在这里。',
    waiting: '等待接手', mine: '我接手的', take: '接手', open: '打开', lapses: (at: string): string => `${at} 前没有人接，就退回给来问的人`, since: (at: string): string => `${at} 提出`,
    alarms: { SELF_HARM: '可能轻生，请马上联系', VIOLENCE_AT_HOME: '家庭暴力', THREAT: '人身威胁' } as Record<string, string>,
    asker: '来问的人', unnamed: '没有留姓名', phone: (number: string): string => `电话 ${number}`, asked: '问过的话', said: '往来', fromAsker: '来问的人',
    reply: '回复', replyHint: '对方会在提问的页面看到。不预测结果，不代表任何一方。', send: '发送回复', close: '结束咨询', closed: '这次咨询已结束。',
    confirmTitle: '记成已确认的问题', confirmHint: '以后有人问同样的事，会用到它。姓名和号码会自动去掉，另一位同事看过才生效。', question: '问题（说得一般些）', articles: '依据的条文，每行一条，例如：民法典第一千零八十四条', propose: '提交复核', proposed: (question: string): string => `已提交，去掉姓名号码后是：${question}`,
    reviewTitle: '等待复核的问题', reviewHint: '请再看一遍有没有能认出人的内容，条文对不对。自己提的由别人复核。', reviewEmpty: '没有等待复核的', by: (name: string): string => `${name} 提出`, accept: '通过', refuse: '不用',
  },
}
