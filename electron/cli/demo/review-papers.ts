import type { DossierCase } from '@shared/acts/dossier-case'
import { offeredDocuments } from '@shared/documents/catalogue'
import type { Typed } from '@shared/documents/catalogue-facts'
import type { MadePaper } from '@shared/documents/paper'
import type { PaperKind } from '@shared/documents/vocabulary/papers'
import type { CalendarDate } from '@shared/domain/date'
import { paperOf } from './paper-desk'

/**
 * What lies in the file beside the panel's opinion: receipt, division opinions, and what the panel signed and filled
 * in.
 */
const kinds: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'filing-receipt',
  'business-opinion',
  'organisation-opinion',
  'sign-in-sheet',
  'pledge',
  'personal-opinion',
  'tally-sheet',
  'panel-minutes',
])

/** What only people who sat there can say; invented like the rest. */
const minutes: Typed = {
  chairedBy: '王示例',
  recordedBy: '李示例',
  observers: '业务处室一（示例）代表1人',
  hearing: '理事长单位汇报了联盟组建、任务分工和经费到位情况，就增材制造任务与主线的关系回答了专家提问（示例）。',
  discussion:
    '专家认为联盟的主线任务明确，成员单位覆盖完整（示例）。\n对增材制造任务的指标是否偏松有不同看法，多数专家建议收窄（示例）。',
}

/** Those of one dossier, as its page offers them. */
export async function papersOfReview(dossier: DossierCase, on: CalendarDate): Promise<readonly MadePaper[]> {
  const papers: MadePaper[] = []
  for (const { document, unmet, subjects } of offeredDocuments(dossier.status, dossier.file)) {
    if (!kinds.has(document.kind) || unmet.length > 0) continue
    const typed = document.kind === 'panel-minutes' ? minutes : {}
    for (const subject of subjects) papers.push(await paperOf(dossier, document.kind, { on, typed, subject }))
  }
  return papers
}
