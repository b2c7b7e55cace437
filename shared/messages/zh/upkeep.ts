/** Words of what keeps a desk in order: snapshots, calendars. */
export const zhUpkeep = {
  'snapshots.title': '快照',
  'snapshots.hint':
    '程序每小时（有改动时）、锁定和关闭时、导入前各存一份快照，存在“{{folder}}”。恢复是合并：现在的记录一条不少，快照里多出的找回来，现有文件另存。',
  'snapshots.list': '查看并核对快照',
  'snapshots.none': '还没有快照。锁定或关闭工作台时会存第一份。',
  'snapshots.takenAt': '时间',
  'snapshots.reason': '缘由',
  'snapshots.count': '记录',
  'snapshots.size': '大小',
  'snapshots.state': '核对',
  'snapshots.good': '完好',
  'snapshots.bad': '已损坏，不能使用',
  'snapshots.brings': '可找回 {{brings}} 条',
  'snapshots.bringsNothing': '没有缺的记录',
  'snapshotReason.hourly': '每小时',
  'snapshotReason.close': '锁定或关闭',
  'snapshotReason.import': '导入前',
  'snapshotReason.restore': '恢复前',
  'snapshots.restore': '恢复',
  'snapshots.confirm': '合并这份快照？现有文件会另存，不会丢失。',
  'snapshots.restored':
    '已恢复：现有 {{count}} 条记录，找回 {{recovered}} 条记录、{{drafts}} 份草稿；对不上号的 {{quarantined}} 条已隔离保留。原文件另存在“{{aside}}”。',
  'snapshots.reload': '重新打开工作台',
  'snapshots.budget': '快照最多占用（MB）',
  'snapshots.budgetHint': '最新的一份和最全的一份总会保留。',
  'calendars.title': '工作日历',
  'calendars.hint':
    '期限按国务院办公厅公布的放假安排计算工作日，程序自带 {{from}}—{{to}} 年。以后各年的安排公布后，在此导入该年的日历文件（.json）；没有日历的年份，期限标为“暂定”。',
  'calendars.drop': '把日历文件拖到这里',
  'calendars.imported': '已导入 {{year}} 年：{{source}}',
  'calendars.bad': '“{{fileName}}”不是工作日历文件，没有导入：{{detail}}',
} as const
