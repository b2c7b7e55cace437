import { departmentAlone, jointIssuers } from '../domain/issuers'
import type { WorkCalendar } from '@shared/calendar/work-calendar'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { Batch, Notice } from '@shared/domain/pilot'
import type { OfficeSettings } from '@shared/domain/office'
import type { Display, Objection } from '@shared/domain/public-display'
import type { ExpertOpinion, Panel } from '@shared/domain/panel'
import type { SealingRound } from '@shared/domain/sealing-round'
import type { CheckResult } from '@shared/regulation/check-dossier'
import type { ArchiveIndexFacts } from './archive-index'
import type { PanelOpinionDraft } from './panel-opinion-facts'
import type { DossierPaperFacts, DocumentFrame } from './plain-document'

/** What a person types for a document: field ids with text, a day as 'YYYY-MM-DD', a flag as 'yes'. */
export type Typed = Readonly<Partial<Record<DocumentInputId, string>>>

/** Fields that people fill; each names the message `documentInput.<id>`. */
export const documentInputKinds = {
  issuedOn: 'day',
  dueOn: 'day',
  chairedBy: 'text',
  recordedBy: 'text',
  observers: 'text',
  hearing: 'area',
  discussion: 'area',
  year: 'year',
  docNo: 'text',
  addressee: 'text',
  copiedTo: 'text',
  writtenOn: 'day',
  printedBy: 'text',
  printedOn: 'day',
  joint: 'flag',
  compiledBy: 'text',
  startTime: 'text',
  minutes: 'text',
  persons: 'text',
  contact: 'text',
} as const satisfies Readonly<Record<string, 'day' | 'text' | 'area' | 'year' | 'flag'>>
export type DocumentInputId = keyof typeof documentInputKinds

/** What a desk knows of a dossier when it makes any of its documents. */
export type DossierDocumentFacts = DossierPaperFacts & {
  readonly contentHash: string
  /** `checkDossier` over the same dossier. */
  readonly checks: readonly CheckResult[]
  readonly calendar: WorkCalendar
  /** Hashes sent ahead and opening together, where the panel worked so. */
  readonly sealing?: SealingRound | null
  /** From the journal, for 归档目录. */
  readonly archive: Pick<ArchiveIndexFacts, 'documents' | 'acts'>
  /**
   * What is meant where it is not what stands on file: an opinion that is being written, one's own that is still
   * closed.
   */
  readonly meant?: {
    readonly panel?: Panel
    readonly panelOpinion?: PanelOpinionDraft
    readonly expertOpinion?: ExpertOpinion
  }
}

/** What a desk knows of a batch. */
export type BatchDocumentFacts = DocumentFrame & {
  readonly batch: Batch
  readonly dossiers: readonly DossierFile[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
  /** Dossiers that other sections of the notice list. */
  readonly listed?: readonly DossierFile[]
  /** 公示 and what was said against it; absent: nothing of either is on record. */
  readonly shown?: { readonly display: Display | null; readonly objections: readonly Objection[] }
}

/** The day that was typed; `null` if there is none or it is no day. */
export function typedDay(typed: Typed, id: DocumentInputId): CalendarDate | null {
  const parsed = calendarDateSchema.safeParse(typed[id]?.trim())
  return parsed.success ? parsed.data : null
}

export const typedText = (typed: Typed, id: DocumentInputId): string => typed[id]?.trim() ?? ''

/** 发文要素 as typed: of the department alone, or of all bodies of the coordination group when `joint` is set. */
export function typedNotice(typed: Typed, office: OfficeSettings): Notice {
  const issuers = typedText(typed, 'joint') === 'yes' ? jointIssuers(office) : departmentAlone(office)
  return {
    docNo: typedText(typed, 'docNo'),
    writtenOn: typedDay(typed, 'writtenOn'),
    printedOn: typedDay(typed, 'printedOn'),
    issuers,
    addressee: typedText(typed, 'addressee'),
    copiedTo: typedText(typed, 'copiedTo'),
    printedBy: typedText(typed, 'printedBy'),
    note: '',
  }
}
