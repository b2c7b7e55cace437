import { dossierContentHash, type DossierFile } from '../domain/dossier'
import type { CalendarDate } from '../domain/date'
import { withoutHandling } from '../domain/handled-content'
import type { DossierStatus } from '../domain/status'
import type { AssembledDossier } from '../records/assemble-dossier'
import { dayFaults } from '../workflow/day-order'
import { isMoveOfTable } from '../workflow/status-moves'
import { gapOfFault, type Gap } from './act'
import { daysOnFile } from './days-on-file'
import { statusOfFile } from './take-dossier-file'

/** What taking a dossier file would do, said before it is done. */
export type DossierFilePreview = {
  readonly isUnchanged: boolean
  /** The version that it becomes. */
  readonly version: number
  /** Where a dossier that is new here is set down; null for one that is here already, which stays where it stands. */
  readonly to: DossierStatus | null
  /** The status table leads there in one act out of the draft; else the file's own acts alone carry it there. */
  readonly isLed: boolean
  /** Days of the file that contradict each other. */
  readonly gaps: readonly Gap[]
}

/** The dry run of a dossier file: nothing is written, and no status comes in unnamed. Pure. */
export function previewDossierFile(
  file: DossierFile,
  present: AssembledDossier | null,
  today: CalendarDate,
): DossierFilePreview {
  const to = present === null ? statusOfFile(file) : null
  const handedIn = (content: DossierFile['content']): string => dossierContentHash(withoutHandling(content))
  // How the office handles it makes no version.
  const isOtherwise = present !== null && handedIn(present.file.content) !== handedIn(file.content)
  return {
    isUnchanged:
      present?.contentHash === dossierContentHash(file.content) ||
      (present !== null && dossierContentHash(present.file.content) === dossierContentHash(file.content)),
    version: present === null ? file.version : present.file.version + (isOtherwise ? 1 : 0),
    to,
    isLed: to === null || to === 'draft' || isMoveOfTable({ action: 'accept', from: 'draft', to }),
    gaps: dayFaults(daysOnFile(file), {}, today).map((fault) => gapOfFault(fault, null)),
  }
}
