/** Words of exporting many sealed agreements at once. */
export const exportWords = {
  exports: {
    nav: '批量导出', title: '批量导出', hint: '把盖过章的协议打成一个压缩包，附目录。在后台生成，可以离开本页；保留一天后自动删除。',
    from: '盖章日期从', to: '到', order: '生成', empty: '没有导出', emptyHint: '选好日期，点“生成”；也可以在“协议盖章”里勾选。',
    statuses: { MAKING: '正在生成', READY: '已生成', FAILED: '没有做成，请删除后再试' } as Record<string, string>,
    status: '状态', when: '生成时间', by: '谁要的', size: '大小', until: '保留到', act: '操作',
    progress: (done: number, total: number): string => `${done} / ${total} 份`, megabytes: (n: number): string => `${n} MB`,
    download: '下载', fetched: (got: number, all: number): string => `已下载 ${got} / ${all} MB`, remove: '删除', name: (day: string): string => `调解协议-${day}.zip`,
  },
}
