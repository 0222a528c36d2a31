const kinds: Record<string, string> = {
  'people-mediation-agreement': '人民调解协议书', 'confirmation-application': '司法确认申请书', 'mediation-certificate': '主持调解的证明',
  'address-for-service': '送达地址确认书',
}

export const texts = {
  kinds,
  title: '核验文书',
  intro: '选一份盖了章的PDF，看看它盖章以后有没有被改动过。文件只用来核验，不会保存。',
  choose: '选一份PDF', drop: '也可以把文件拖到这里', checking: '正在核验…', again: '再核验一份',
  notPdf: '请选PDF文件。', tooLarge: '文件太大了，请选不超过20MB的PDF。',
  valid: (when: string) => `自${when}盖章后未被改动。`,
  validUndated: '盖章后未被改动。',
  invalid: '核验没有通过，请不要使用这份文件。',
  record: { SAME: '页面上的文字，与本系统记录中各方签署的文字一致。', DIFFERENT: '注意：页面上的文字与本系统记录中各方签署的文字不一致，请不要使用，并告诉调委会。', UNKNOWN: '本系统的记录里没有这份文件的文字可以比对。' },
  within: (number: string, signer: string, when: string) => `文件的前一部分是${signer}于${when}盖章的（编号${number}），盖章之后又添加了内容。只有不含添加内容的原件可以使用，请向${signer}索取。`,
  scan: '手里是纸质件？', scanHelp: '纸质件上的二维码打开的就是本页。纸上的字要和电子原件比对：请向盖章单位索取PDF，在这里核验。',
  localTime: '盖章时间取自本机时钟，不是第三方时间戳。',
  stampedBy: (name: string) => `盖章时间由“${name}”的时间戳证明。`,
  archived: (name: string, when: string) => `有归档时间戳：${when}，由“${name}”加盖，覆盖整个文件。文件里封存了证明：印章和时间戳的证书当时没有被吊销，以后发证机构查不到了也能核对。`,
  archivedHere: (when: string) => `有归档时间戳：${when}，取自本机时钟，覆盖整个文件。文件里封存了证明：印章的证书当时没有被吊销，以后发证机构查不到了也能核对。`,
  renewed: (times: number) => `归档时间戳已续期${times}次，每次都在上一次的证书到期之前。`,
  notArchived: '没有归档时间戳：证书当时是否有效，要向发证机构查询。',
  localKey: '印章证书由本机签发，不是第三方电子认证。',
  certifiedBy: (name: string) => `印章证书由“${name}”签发。`,
  sm2: '签名使用SM2/SM3算法，由普通软件实现，未经商用密码检测认证。',
  limits: '本结果不证明内容真实，也不代表法院认可。',
  demo: '演示件 · 无法律效力', kind: '文书', number: '编号', signer: '盖章单位', hash: '文件指纹', back: '返回首页',
} as const
