import type { ArchivedAct, ArchivedDocument } from '@shared/documents/archive-index'
import type { DossierDocumentFacts } from '@shared/documents/catalogue-facts'
import { calendarDateSchema } from '@shared/domain/date'
import { messages } from '@shared/messages/catalogue'
import { hasMessage } from '@shared/messages/translate'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { DossierCase } from '@renderer/data/cases'
import { listScans } from '@renderer/data/countersign'
import { listDocumentExports } from '@renderer/data/exports'
import { loadTimeline } from '@renderer/data/timeline'
import { dayAndTime } from '@renderer/platform/clock'

/** Words that a document prints: Chinese in any language of the screen. */
const printed = (key: string): string => (hasMessage(key) ? messages['zh-CN'][key] : key)

/** Everything that the documents of one dossier are made of. */
export async function loadDocumentFacts(dossier: DossierCase, createdAt: string): Promise<DossierDocumentFacts> {
  const { file, contentHash, results, facts } = dossier
  const [exported, timeline, scans] = await Promise.all([
    listDocumentExports(file.id),
    loadTimeline(file.id),
    listScans(file.id),
  ])
  const documents = [
    ...exported
      .toReversed()
      .map(({ value }): ArchivedDocument => ({ title: printed(`document.${value.documentKind}`), files: value.files })),
    ...scans.map(({ expertName, fileName, sha256 }): ArchivedDocument => ({
      title: `纸质签名扫描件（${expertName}）`,
      files: [{ fileName, sha256 }],
    })),
  ]
  const acts = timeline.toReversed().map(({ id, type, at, author }): ArchivedAct => ({
    title: printed(`record.${type}`),
    on: calendarDateSchema.parse(dayAndTime(at).slice(0, 10)),
    by: author,
    recordId: id,
  }))
  return {
    file,
    contentHash,
    checks: results,
    settings: facts.settings,
    calendar: facts.calendar,
    regulationTitle: regulation2010.title,
    createdAt,
    archive: { documents, acts },
  }
}
