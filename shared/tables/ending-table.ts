import type { CalendarDate } from '../domain/date'
import type { PriorRevocation } from '../domain/pilot'
import { readChoice, readDay, readLine, readText } from './cells'
import type { TableShape } from './table-shape'

export type EndingRow = {
  readonly allianceName: string
  readonly formerNames: string
  readonly leadUnitName: string
  readonly memberNames: string
  readonly decidedOn: CalendarDate
  /** `ended`: without a revocation. */
  readonly ground: NonNullable<PriorRevocation['ground']> | 'ended'
  readonly source: string
}

/** A table of alliances that were revoked or ended before this desk was there, or elsewhere (撤销、终止情况表). */
export const endingTable: TableShape<EndingRow> = {
  key: 'allianceName',
  columns: {
    allianceName: { heads: ['联盟名称', '联盟全称', '名称', '联盟', 'alliance', 'name'], read: readLine(300) },
    formerNames: { heads: ['曾用名', '曾用名称', '原名称', '原名', 'formernames'], read: readText(20_000) },
    leadUnitName: {
      heads: ['理事长单位', '牵头单位', '理事长（牵头）单位', '发起单位', 'chairunit', 'leadunit'],
      read: readLine(300),
    },
    memberNames: { heads: ['成员单位', '成员', '成员单位名称', 'members'], read: readText(20_000) },
    decidedOn: {
      heads: ['撤销日期', '决定日期', '终止日期', '撤销（终止）日期', '撤销时间', '日期', 'date'],
      read: readDay,
    },
    ground: {
      heads: ['事由', '撤销事由', '撤销原因', '终止原因', '原因', '依据条款', 'ground'],
      read: readChoice([
        ['17', /十七条|^17|测评/u],
        ['19.1', /第一项|19[.(]1|纠纷/u],
        ['19.2', /第二项|19[.(]2|未开展|不能.*开展/u],
        ['19.3', /第三项|19[.(]3|违法|违反/u],
        ['19.4', /第四项|19[.(]4|解散/u],
        ['19.5', /第五项|19[.(]5|其他/u],
        ['ended', /终止|届满|期满|退出|注销|未撤销|^ended/u],
      ]),
    },
    source: { heads: ['依据文件', '文号', '文件', '来源', '撤销文件', 'source'], read: readLine(300) },
  },
  usualOrder: ['allianceName', 'leadUnitName', 'decidedOn', 'ground', 'source'],
}
