export const texts = {
  title: (name: string): string => `${name}矛盾纠纷化解态势`,
  today: '今日登记', open: '未化解', resolved: '已化解', rate: '化解率', overdue: '超时', rooms: '调解室进行中',
  since: (day: string): string => `${day} 起`, of: (part: number, whole: number): string => `${part} / ${whole}`,
  types: '纠纷类型', week: '近七天（蓝：登记，绿：化解）', parts: '各辖区化解率', map: '各辖区未化解', alarms: (n: number): string => `人身安全警示 ${n} 件`,
  at: (time: string): string => `数据更新于 ${time}`, stale: (time: string): string => `连不上服务器，这是 ${time} 的数据`,
  signIn: '请先在工作台登录，再打开大屏。', go: '去登录', forbidden: '您没有可以上大屏的辖区。', loading: '正在读取',
}
