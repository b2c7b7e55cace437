import type { Member } from '@shared/domain/dossier'
import { memberSchema } from '@shared/domain/dossier'
import { foldName } from '@shared/lib/names'
import { parseWanYuan } from '@shared/lib/money'
import { typedDay } from '@renderer/ui/typed-day'

type Column =
  'fullName' | 'creditCode' | 'kind' | 'independent' | 'city' | 'representative' | 'role' | 'contribution' | 'joinedOn'

/** Heads of a members' table as offices write them. */
const heads: readonly (readonly [Column, RegExp])[] = [
  ['fullName', /^(单位全称|单位名称|成员单位|名称|unit|name)/u],
  ['creditCode', /^(统一社会信用代码|信用代码|组织机构代码|creditcode)/u],
  ['kind', /^(单位类别|类别|单位性质|kind)/u],
  ['independent', /^(独立法人|是否独立法人)/u],
  ['city', /^(所在地|所在市|市州|地区|city)/u],
  ['representative', /^(法定代表人|法人代表|legalrepresentative)/u],
  ['role', /^(联盟中角色|角色|职务|联盟职务|role)/u],
  ['contribution', /^(出资额|出资|认缴)/u],
  ['joinedOn', /^(加入日期|加入时间)/u],
]
const usualOrder: readonly Column[] = [
  'fullName',
  'creditCode',
  'kind',
  'representative',
  'role',
  'city',
  'contribution',
]

/** Whether pasted text is a piece of a spreadsheet and not a word for one cell. */
export const isTable = (text: string): boolean => /\t/u.test(text.trim()) || /\n/u.test(text.trim())

/**
 * Rows of a members' table copied from a spreadsheet. With a head line any columns in any order, else name, code, kind,
 * legal representative, role, place, contribution in 万元. What cannot be read stays empty; nothing is guessed.
 */
export function pastedMembers(text: string, newUnitId: () => string): readonly Member[] {
  const rows = text
    .split(/\r?\n/u)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const first = rows[0] ?? []
  const named = first.map(columnOf)
  const hasHead = named.includes('fullName')
  const columns = hasHead ? named : withoutSerial(rows)
  return rows.slice(hasHead ? 1 : 0).flatMap((cells) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
    const fullName = cell('fullName')
    if (fullName === '') return []
    const representative = cell('representative')
    const joinedOn = typedDay(cell('joinedOn'))
    return [
      {
        ...memberSchema.parse({
          unitId: newUnitId(),
          fullName,
          kind: kindOf(cell('kind')),
          role: roleOf(cell('role')),
        }),
        creditCode: cell('creditCode') || null,
        independentLegalPerson: yesNo(cell('independent')),
        city: cell('city'),
        legalRepresentatives: representative === '' ? [] : [{ name: representative, from: null, to: null }],
        contributionFen: parseWanYuan(cell('contribution')) ?? 0,
        joinedOn: joinedOn === '' ? null : (joinedOn as Member['joinedOn']),
      },
    ]
  })
}

const columnOf = (cell: string): Column | null => heads.find(([, head]) => head.test(foldName(cell)))?.[0] ?? null

/** A leading column of serial numbers is no data. */
function withoutSerial(rows: readonly (readonly string[])[]): readonly (Column | null)[] {
  return rows.every(([cell = '']) => /^\d+$/u.test(cell)) ? [null, ...usualOrder] : usualOrder
}

function kindOf(cell: string): Member['kind'] {
  if (/企业|公司/u.test(cell)) return 'enterprise'
  if (/大学|高校|院校/u.test(cell)) return 'university'
  if (/科研|研究/u.test(cell)) return 'institute'
  return 'other'
}

function roleOf(cell: string): Member['role'] {
  if (/副理事长/u.test(cell)) return 'vice-chair'
  if (/理事长/u.test(cell)) return 'chair'
  if (/秘书/u.test(cell)) return 'secretariat'
  return /理事/u.test(cell) ? 'director' : 'member'
}

function yesNo(cell: string): boolean | null {
  if (/^(是|yes|y|√)$/iu.test(cell)) return true
  return /^(否|no|n|×)$/iu.test(cell) ? false : null
}
