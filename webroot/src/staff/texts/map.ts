interface Told { name: string; open: number; overdue: number }

/** Words of the map of an area. */
export const map = {
  map: {
    title: '辖区地图', show: '看地图', hide: '收起地图', of: (name: string): string => `${name}地图`, empty: '这个辖区没有下一级区域', colour: '颜色表示什么', legend: '图例', table: '用表格看', area: '区域', alarms: '人身安全警示',
    shown: { open: '未办结', overdue: '超时', level: '最高处理层级' }, nothing: '没有', range: (from: number, to: number): string => (from === to ? `${from} 件` : `${from} 至 ${to} 件`),
    levels: { GRID: '网格', COMMUNITY: '社区', STREET: '街道', DISTRICT: '区', CITY: '市' } as Record<string, string>,
    told: (part: Told, level: string): string => `${part.name}：未办结 ${part.open} 件，超时 ${part.overdue} 件${level ? `，最高在${level}级` : ''}`,
    only: (name: string): string => `下面只列出${name}的纠纷`, into: (name: string): string => `看${name}内部`, back: '返回上一级', all: '看全部', readAt: (when: string): string => `数据更新于 ${when}`,
  },
  outlines: {
    title: '区域边界', hint: '有边界文件（GeoJSON）的，地图按边界画；没有的，按方格画。每个区域用属性 code 或 adcode 写明区域代码。有一处不对就都不写入。', choose: '选择 GeoJSON 文件',
    done: (drawn: number, erased: number): string => `已写入 ${drawn} 个区域的边界${erased ? `，去掉 ${erased} 个` : ''}。`,
  },
}
