import type { CalendarDate } from '../domain/date'
import type { DossierContent } from '../domain/dossier'
import { readChoice, readDay, readMoney } from './cells'
import type { TableShape } from './table-shape'

type Injection = DossierContent['funds']['injections'][number]

export type InjectionRow = {
  readonly source: Injection['source']
  readonly amount: number
  readonly receivedOn: CalendarDate
}

/** A table of money paid in (已投入资金, part E of the application form). */
export const injectionTable: TableShape<InjectionRow> = {
  key: 'amount',
  columns: {
    source: {
      heads: ['资金来源', '来源', '经费来源', 'source'],
      read: readChoice([
        ['member', /成员|自筹|单位出资|^member/u],
        ['government', /政府|财政|专项|^government/u],
        ['social', /社会|风投|基金|银行|^social/u],
        ['other', /其他|^other/u],
      ]),
    },
    amount: { heads: ['金额', '到位金额', '资金额', '到账金额', '数额', 'amount'], read: readMoney, isMoney: true },
    receivedOn: { heads: ['到位日期', '到账日期', '到位时间', '到账时间', '日期', 'date'], read: readDay },
  },
  usualOrder: ['source', 'amount', 'receivedOn'],
}
