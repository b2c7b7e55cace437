import type { EndingRow } from '@shared/tables/ending-table'
import type { TableWords } from '@renderer/parts/tables/table-words'
import { wordsOf } from '@renderer/ui/words'

/** Words of a pasted table of revocations and endings. */
export const endingWords: TableWords<EndingRow> = {
  name: 'table.name.endings',
  columns: {
    allianceName: 'ending.allianceName',
    formerNames: 'ending.formerNames',
    leadUnitName: 'ending.leadUnitName',
    memberNames: 'ending.memberNames',
    decidedOn: 'ending.decidedOn',
    ground: 'ending.ground',
    source: 'ending.source',
  },
  show: (t, key, value) => (key === 'ground' ? wordsOf(t, `revocationGround.${String(value)}`) : String(value)),
}
