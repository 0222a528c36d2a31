/** Words of what is still typed into other platforms. */
export const copyouts = {
  copyouts: {
    nav: '抄录单', title: '抄录单', hint: '按另一平台的填报顺序，逐件逐项复制过去。抄过的会记下谁在什么时候抄的；抄过以后又变了的，会再列出来。手机和证件号码只有尾号。', form: '按哪张表', area: '辖区', from: '登记日期从', to: '到', show: '查看', xlsx: '导出 Excel',
    states: { UNCOPIED: '待抄录', CHANGED: '有变更', COPIED: '已抄录' } as Record<string, string>, empty: { UNCOPIED: '没有待抄录的纠纷', CHANGED: '没有抄过以后又变更的', COPIED: '还没有抄录过' } as Record<string, string>, emptyHint: '可以换一段时间或另一张表看看。', more: '只列出前 2000 件，请缩小时间范围。',
    copy: (label: string): string => `复制${label}`, copied: (label: string): string => `已复制：${label}`, copyAll: '整件复制（一行一项）', noCopy: '浏览器不让复制，请选中文字后手动复制', blank: '（空）', changed: '已变更', mark: '已抄录', unmark: '撤回抄录', by: (name: string, at: string): string => `${name} ${at} 抄录`, next: '抄好了，下一件', open: '看这件纠纷',
    already: (name: string): string => `${name} 刚刚已经抄过了`, overtaken: '您看的时候内容变了，请按现在的内容再抄一次。',
    editTitle: '填报表', edit: '修改这张表', fresh: '另存为新表', name: '表名', formArea: '适用辖区', label: '对方平台的栏目', source: '取自', fixed: '固定内容', words: '说法对照（我们的=对方的，一行一个）', add: '加一项', up: '上移', down: '下移', remove: '删除', note: '改了什么', save: '保存', saved: '已保存', retire: '停用这张表', back: '返回抄录单',
  },
}
