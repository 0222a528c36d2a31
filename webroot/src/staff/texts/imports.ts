/** Words of taking spreadsheets in. */
export const imports = {
  imports: {
    nav: '导入', title: '表格导入', hint: '先试一遍，逐行列出问题；您确认以后才写入。表格导入后即从系统中删除；7 天没有导入的也会删除。', kind: '导入什么', template: '下载空表', choose: '选择 xlsx 表格', empty: '还没有导入过', none: '您没有可以导入的内容',
    kinds: { DISPUTES: '旧台账', AREAS: '区域', ORGANISATIONS: '单位', PEOPLE: '人员', SHIFTS: '值班表' } as Record<string, string>,
    statuses: { CHECKING: '正在检查', CHECKED: '已检查，等您确认', LOADING: '正在导入', LOADED: '已导入', FAILED: '没有做完' } as Record<string, string>,
    counts: (good: number, bad: number): string => `可以导入 ${good} 行，有问题 ${bad} 行`, loaded: (n: number): string => `已导入 ${n} 行`, ignored: (names: string): string => `没有用到的列：${names}`,
    row: '行', column: '列', reason: '原因', faults: '问题', more: '再看一些', faultSheet: '下载问题清单', load: '全部导入', loadGood: '只导入没有问题的行', check: '重新检查', resume: '接着做完', stalled: '中途停下了，可以接着做。', fileGone: '表格放了 7 天没有导入，已经删除，请重新上传。', file: '文件', when: '时间', status: '状态',
  },
}
