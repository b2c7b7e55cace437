import type { CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import type { DivisionOpinion } from '../domain/proceedings'
import { dayFaults } from '../workflow/day-order'
import { gapOfFault, type Gap } from './act'
import { daysOnFile } from './days-on-file'

/** What contradicts the procedure in the day of a division's opinion. Pure. */
export const reviewDayGaps = (
  kind: DivisionOpinion['kind'],
  signedOn: CalendarDate | null,
  dossier: Pick<DossierFile, 'content' | 'proceedings'>,
  today: CalendarDate,
): readonly Gap[] =>
  dayFaults(
    kind === 'business' ? { 'business-opinion': signedOn } : { 'organisation-opinion': signedOn },
    daysOnFile(dossier),
    today,
  ).map((fault) => gapOfFault(fault, 'signedOn'))
