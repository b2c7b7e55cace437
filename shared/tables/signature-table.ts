import type { CalendarDate } from '../domain/date'
import type { AgreementSignature } from '../domain/dossier'
import { isSameName } from '../lib/names'
import { readChoice, readDay, readLine, tidyCell } from './cells'
import type { TableShape } from './table-shape'

export type SignatureRow = {
  readonly unitId: string
  readonly signer: string
  readonly capacity: AgreementSignature['capacity']
  readonly signedOn: CalendarDate
  readonly sealName: string
  readonly page: number
}

type Unit = { readonly unitId: string; readonly fullName: string }

/** A unit of the dossier by its full name; a name that is none of them is not taken for the nearest. */
export const readUnit = (units: readonly Unit[]) => (cell: string) => {
  const found = units.filter(({ fullName }) => fullName !== '' && isSameName(fullName, tidyCell(cell)))
  const [unit] = found
  return unit === undefined || found.length > 1 ? { unread: 'unknown-unit' as const } : { value: unit.unitId }
}

/** A table of who signed the agreement (签署情况表) for the units of a dossier. */
export const signatureTable = (units: readonly Unit[]): TableShape<SignatureRow> => ({
  key: 'unitId',
  columns: {
    unitId: {
      heads: ['单位全称', '单位名称', '成员单位', '成员单位名称', '签署单位', '单位', 'unit'],
      read: readUnit(units),
    },
    signer: { heads: ['签署人', '签字人', '签署人姓名', '签名', '姓名', 'signer'], read: readLine(300) },
    capacity: {
      heads: ['签署人身份', '签署身份', '身份', '签署资格', 'capacity'],
      read: readChoice([
        ['agent', /代理|受托|委托|授权|^agent/u],
        ['legal-representative', /法定代表人|法人代表|^法人$|^legal/u],
      ]),
    },
    signedOn: { heads: ['签署日期', '签字日期', '签署时间', '签订日期', '日期', 'date'], read: readDay },
    sealName: { heads: ['印章名称', '盖章名称', '公章名称', '印章'], read: readLine(300) },
    page: {
      heads: ['签署页', '页码', '所在页', '页', 'page'],
      read: (cell) => {
        const digits = /^第?\s*(\d{1,4})\s*页?$/u.exec(tidyCell(cell).normalize('NFKC'))?.[1]
        return digits === undefined || Number(digits) === 0 ? { unread: 'not-an-amount' } : { value: Number(digits) }
      },
    },
  },
  usualOrder: ['unitId', 'signer', 'capacity', 'signedOn', 'sealName', 'page'],
})
