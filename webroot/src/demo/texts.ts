import type { RoleName } from '../shared/types'

const roles: Partial<Record<RoleName, string>> = {
  MEDIATOR: '调解员', NEUTRAL_LAWYER: '中立律师', COMMUNITY_POLICE: '社区民警', COMMITTEE_CLERK: '调委会文书', COURT_CLERK: '书记员',
  JUDGE: '法官', GRID_WORKER: '网格员', STREET_CENTER: '街道中心', DISTRICT_CENTER: '区中心', COMMAND_ROOM: '综合指挥室', RECORDER: '记录人', CASE_POLICE: '办案民警',
}

export const texts = {
  roles,
  title: '易联 · 演示', note: '这里的人和单位都是编的，文书没有法律效力。每个标签页可以用不同的身份登录。',
  cast: '以工作人员身份进入', outbox: '短信（演示）', phone: '只看这个手机号码的（可以不填）', refresh: '刷新短信', none: '还没有短信。',
  to: (phone: string) => `发给 ${phone}`, code: '验证码',
  loading: '正在打开…', failed: '没有打开，请刷新页面。', link: '打开短信里的链接',
} as const
