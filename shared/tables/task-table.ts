import type { Task } from '../domain/dossier'
import { readChoice, readLine, readMoney, readMonth, readSpan, readText, tidyCell } from './cells'
import { readUnit } from './signature-table'
import type { CellRead, TableShape } from './table-shape'

export type TaskRow = {
  readonly name: string
  readonly nature: Task['nature']
  readonly chainLink: Task['chainLink']
  readonly lead: string
  readonly units: readonly string[]
  readonly start: string
  readonly end: string
  readonly span: { readonly from: string; readonly to: string }
  readonly fund: number
  readonly indicators: string
  readonly annualPlan: string
}

type Unit = { readonly unitId: string; readonly fullName: string }

/** Several units in one cell, each known; one stranger among them and none is read. */
const readUnits =
  (units: readonly Unit[]) =>
  (cell: string): CellRead<readonly string[]> => {
    const names = cell.split(/[、，,;；\r\n/]+/u).map(tidyCell)
    const found = names.filter((name) => name !== '').map(readUnit(units))
    const ids = found.flatMap((one) => ('value' in one ? [one.value] : []))
    return ids.length === found.length ? { value: ids } : { unread: 'unknown-unit' }
  }

/** A table of tasks (技术创新任务, part C of the application form) for the units of a dossier. */
export const taskTable = (units: readonly Unit[]): TableShape<TaskRow> => ({
  key: 'name',
  columns: {
    name: { heads: ['任务名称', '任务', '名称', '课题名称', '项目名称', 'task', 'name'], read: readLine(300) },
    nature: {
      heads: ['技术性质', '关键/共性技术', '关键共性技术', '性质', 'nature'],
      read: readChoice([
        ['key-and-common', /关键.*共性|共性.*关键/u],
        ['key', /关键|^key/u],
        ['common', /共性|^common/u],
        ['other', /其他|一般|^other/u],
      ]),
    },
    chainLink: {
      heads: ['创新链环节', '环节', '创新环节', '阶段', 'chainlink'],
      read: readChoice([
        ['pilot-test', /中试/u],
        ['industrialisation', /产业化/u],
        ['engineering', /工程化/u],
        ['research', /研发|研究|攻关/u],
        ['standard', /标准/u],
        ['platform', /平台/u],
        ['talent', /人才/u],
      ]),
    },
    lead: { heads: ['牵头单位', '承担单位', '负责单位', '牵头承担单位', 'lead'], read: readUnit(units) },
    units: { heads: ['参加单位', '参与单位', '协作单位', '合作单位', 'units'], read: readUnits(units) },
    start: { heads: ['开始年月', '起始年月', '起始时间', '开始时间', '起', 'start'], read: readMonth },
    end: { heads: ['结束年月', '完成年月', '终止时间', '结束时间', '完成时间', '止', 'end'], read: readMonth },
    span: { heads: ['起止年月', '起止时间', '起止日期', '实施期限', '执行期'], read: readSpan },
    fund: { heads: ['经费', '经费预算', '预算', '投入经费', '任务经费', 'fund'], read: readMoney, isMoney: true },
    indicators: { heads: ['考核指标', '指标', '预期指标', '主要指标', 'indicators'], read: readText(20_000) },
    annualPlan: { heads: ['年度计划', '年度安排', '进度安排', 'annualplan'], read: readText(20_000) },
  },
  usualOrder: ['name', 'nature', 'chainLink', 'lead', 'units', 'start', 'end', 'fund', 'indicators'],
})
