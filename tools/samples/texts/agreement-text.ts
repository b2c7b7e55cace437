import { chineseDay, wanText } from '../chinese'
import type { AllianceSpec } from '../spec'
import { closingChapters } from './agreement-closing'
import { memberChapters } from './agreement-members'
import { moneyChapters } from './agreement-money'
import { openingChapters } from './agreement-opening'
import type { Chapter } from './clause'

/** The agreement's chapters; a clause that the sample's defect leaves out is not there, and the numbers close up. */
export function agreementChapters(spec: AllianceSpec): Chapter[] {
  const total = spec.units.reduce((sum, unit) => sum + unit.contribution, 0)
  return [
    ...openingChapters(spec),
    ...memberChapters(),
    ...moneyChapters(spec, wanText(total)),
    ...closingChapters(spec, chineseDay(spec.dates.expires)),
  ]
}
