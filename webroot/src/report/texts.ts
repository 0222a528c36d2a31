/** Every word that a resident or applicant reads. Plain, and no promise of an outcome. */
export const texts = {
  merged: '您反映的事和另一件是同一件事，已合并办理，上面是合并后的进展。',
  loading: '正在打开', retry: '再试一次',
  title: '反映矛盾纠纷', free: '免费。由人民调解组织联系您，是否调解由您自愿决定。',
  danger: '正在发生打架、有人受伤或有危险，请马上打 110。',
  told: '已把您刚才问的话填进来，请核对、改成您想说的再提交。',
  from: (place: string): string => `您扫的是：${place}`,
  gone: '这个二维码用不了了', goneHint: '可能小区换了新的二维码。您可以从这里直接登记。', apply: '不用二维码，直接登记',
  where: '事情发生在哪里', district: '区县', street: '街道、镇', community: '社区、村', notListed: '列表里没有', elsewhere: '所在的地方（写清省、市、区）', elsewhereHint: '不在我们辖区的，由市中心转交当地，并告诉您转给了谁。',
  cause: '发生了什么', causeHint: '一句话，例如：楼上漏水，天花板泡坏了', description: '详细经过（选填）', address: '具体地址', other: '对方是谁', otherHint: '不知道姓名也行，例如：楼上302住户、某某公司',
  talk: '不方便打字，可以说（选填）', talked: '录好了', talkHint: '按住说，松手就录好；也可以点一下开始。提交时一起交给工作人员，加密保存，最多三段。', drop: '去掉',
  pictures: '照片', picturesHint: '拍下现场或凭证，最多九张。只有办理这件事的工作人员看得到；照片里的拍摄地点会去掉。', addPicture: '选照片或拍照', tooMany: (most: number): string => `还可以交 ${most} 张，请去掉几张。`, arrived: (n: number): string => `已收到 ${n} 张照片`, picture: (n: number): string => `照片 ${n}`,
  picturesLater: '照片（选填）', picturesLaterHint: '提交以后一起传给工作人员，最多九张；以后也能在进展页补。', sendPictures: (n: number): string => `交 ${n} 张照片`, sendingPictures: '正在传照片，请不要关闭',
  name: '您的姓名', phone: '您的手机号', phoneHint: '只用来联系您和登录查看进展，不会告诉对方。', sendCode: '发送验证码', again: (seconds: number): string => `${seconds} 秒后可重发`, code: '短信验证码', sent: '验证码已发出，五分钟内有效。',
  type: '属于哪一类（不清楚可不选）', submit: '提交', sending: '正在提交', choose: '请选择',
  done: '已收到您的申请', receipt: '申请调解回执', number: '编号', receivedOn: '收到日期', applicant: '申请人', organisation: '由谁联系您', call: (phone: string): string => `电话 ${phone}`, handedTo: (name: string): string => `已转交：${name}`,
  keep: '请保存这个网址，可随时查看进展。', follow: '查看进展', print: '打印或存为图片', paper: '盖章的回执（PDF）', limitation: '自上述日期起，您向人民调解组织提出请求的事实有据可查（参考最高人民法院关于诉讼时效的规定）。',
  progress: '办理进展', units: '办理单位', status: '现在', notFound: '没有找到这份登记', notFoundHint: '请检查网址是否完整，或打电话给为您登记的单位。',
}
export const steps: Record<string, string> = {
  REPORTED: '已登记，正在分给负责单位', DISPATCHED: '已分给负责单位，等待签收', SIGNED_FOR: '负责单位已签收，会联系您', RETURNED: '正在重新分派', IN_MEDIATION: '调解中', SUSPENDED: '调解中止', SIGNING: '正在签署协议',
  AGREED: '已达成协议', SELF_RESOLVED: '已化解', TERMINATED: '调解已结束，没有达成协议', REJECTED: '没有受理，工作人员会告诉您其他途径', MERGED: '已与同一件事合并办理', WITHDRAWN: '已撤回', CLOSED: '已办结',
}
