/** Words of the page on which staff look at templates. */
export const templateWords = {
  templates: {
    title: '文书模板',
    which: '看哪一份模板',
    broken: (name: string): string => `模板 ${name} 有错误，暂时不能使用：`,
    fields: '模板的各项',
    label: '项目',
    name: '字段名',
    kind: '类型',
    required: '必填',
    yes: '是',
    kinds: {
      TEXT: '一行文字', NAME: '姓名或名称', LINES: '多行文字', DAY: '日期', MOMENT: '时间', FLAG: '是或否', PICTURE: '图片', LIST: '列表',
    } as Record<string, string>,
    values: '填写的内容（JSON）',
    hint: '先给出样例，可以改了再预览。预览件没有印章，不能使用。',
    notJson: '内容不是有效的JSON对象，请检查引号和逗号。',
    preview: '预览',
  },
}
