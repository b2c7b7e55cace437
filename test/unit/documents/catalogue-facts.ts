import { vendoredCalendar } from '@shared/calendar/vendored'
import type { DossierDocumentFacts, Typed } from '@shared/documents/catalogue-facts'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { factsOf, settings } from './panel-review'

/** What people type, for every document of the table. */
export const typedOf: Typed = {
  issuedOn: '2026-11-22',
  chairedBy: '王示例',
  recordedBy: '李示例',
  hearing: '汇报了组建情况',
  discussion: '讨论了指标',
  year: '2027',
  docNo: '川科示〔2026〕31号',
  addressee: '各有关单位',
  writtenOn: '2026-11-22',
  printedBy: '示例办公室',
  printedOn: '2026-11-23',
  compiledBy: '李示例',
}

/** Everything that the documents of a dossier are made of. */
export function catalogueFacts(file: DossierFile): DossierDocumentFacts {
  const { contentHash, checks, regulationTitle, createdAt } = factsOf(file)
  return {
    file,
    contentHash,
    checks,
    settings,
    regulationTitle,
    createdAt,
    calendar: vendoredCalendar,
    archive: {
      documents: [{ title: '公布通知', files: [{ fileName: '通知.pdf', sha256: 'b'.repeat(64) }] }],
      acts: [{ title: '会商结果', on: calendarDateSchema.parse('2026-11-05'), by: '示例处', recordId: 'c'.repeat(64) }],
    },
  }
}
