/** What a report may say of a dispute beside what it is about. */
export interface Said {
  subtype?: string
  occurredOn?: string
  peopleCount?: number
  amountFen?: number
  location?: { latitude: number; longitude: number }
}

export const texts = {
  title: '现场情况',
  subtype: (name: string): string => `子类型：${name}`,
  occurredOn: (day: string): string => `发生日期：${day}`,
  people: (n: number): string => `涉及 ${n} 人`,
  amount: (yuan: string): string => `涉及金额 ${yuan} 元`,
  location: (latitude: number, longitude: number): string => `定位：北纬 ${latitude.toFixed(5)}，东经 ${longitude.toFixed(5)}`,
  show: (n: number): string => `看照片 ${n}`,
  picture: (n: number): string => `现场照片 ${n}`,
  open: (n: number): string => `打开文件 ${n}`,
}
