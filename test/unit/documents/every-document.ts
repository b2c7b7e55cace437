/** A sample of every document of the catalogue: the clean dossier through its whole life, and its batch. */
import type { DocumentModel } from '@shared/documents/blocks'
import { batchDocuments, dossierDocuments } from '@shared/documents/catalogue'
import type { BatchDocumentFacts, Typed } from '@shared/documents/catalogue-facts'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { batchSchema, type Batch } from '@shared/domain/pilot'
import { displaySchema, objectionSchema } from '@shared/domain/public-display'
import { catalogueFacts, typedOf } from './catalogue-facts'
import { reviewedFile, settings } from './panel-review'
import { pilotOf } from './random-pilot'

const day = (text: string) => calendarDateSchema.parse(text)

/** What people type, in a year that the pilot below reports on. */
export const typedWords: Typed = { ...typedOf, year: '2025' }

/** A batch of these dossiers with what a notice needs. */
export const batchOf = (dossiers: readonly DossierFile[], seq = 1): Batch =>
  batchSchema.parse({
    id: '0a9e1000-7e57-4a10-8a9e-0000000000b1',
    year: 2026,
    seq,
    dossierIds: dossiers.map(({ id }) => id),
    notice: {
      docNo: '川科示〔2026〕27号',
      writtenOn: '2026-11-20',
      printedOn: '2026-11-23',
      issuers: settings.agencies.map(({ id, name, isHost }) => ({ agencyId: id, name, isHost })),
      addressee: '各有关单位：',
      printedBy: '示例办公室',
    },
  })

/** The batch as a desk knows it. */
export const batchFacts = (dossiers: readonly [DossierFile, ...DossierFile[]], seq = 1): BatchDocumentFacts => ({
  ...catalogueFacts(dossiers[0]),
  batch: batchOf(dossiers, seq),
  dossiers,
  shown: {
    display: displaySchema.parse({
      ...{ from: '2026-11-09', to: '2026-11-13', days: 5, counting: 'work' },
      ...{ contact: '示例处', supervisor: '示例监督处', dossierIds: dossiers.map(({ id }) => id) },
    }),
    objections: [
      objectionSchema.parse({
        ...{
          id: 'o1',
          dossierId: dossiers[0].id,
          receivedOn: '2026-11-10',
          name: '王示例',
          reason: '成员名单有误（示例）',
        },
        answer: { on: '2026-11-12', words: '经核对无误（示例）。', outcome: 'not-upheld', by: '示例' },
      }),
    ],
  },
})

/** What people type for the documents of a batch. */
export const typedForBatch: Typed = typedWords

/** A pilot that was evaluated, changed and revoked, so that nothing of the catalogue waits for a fact. */
const wholeLife = (file: DossierFile): DossierFile =>
  pilotOf(file, {
    from: day('2023-11-20'),
    kind: 'first',
    reports: [],
    changes: [
      { kind: 'member-renamed', description: '示例', completedOn: day('2026-09-01'), filedOn: day('2026-09-20') },
    ],
    evaluations: [
      {
        decidedOn: day('2026-09-01'),
        result: 'qualified',
        course: {
          feedback: { problems: '任务进度不一（示例）', suggestions: '按季度核对进度（示例）' },
          rectification: {
            items: '补齐经费管理办法（示例）',
            orderedOn: day('2026-07-01'),
            until: day('2026-08-01'),
            secondLook: { on: day('2026-08-10'), isDone: true, findings: '已补齐（示例）' },
          },
        },
      },
    ],
    lastMove: {
      action: 'withdraw-application',
      from: 'panel-review',
      on: day('2026-09-01'),
      note: '联盟内部调整（示例）。',
      until: null,
    },
    revocation: {
      ground: '19.2',
      facts: '协议约定的任务未开展（示例）。',
      evidence: '现场核查记录（示例）。',
      heardOn: day('2026-10-01'),
      decidedOn: day('2026-11-20'),
    },
  })

/** The same with a material to ask for. */
const withoutAgreement = (file: DossierFile): DossierFile => ({
  ...file,
  content: { ...file.content, materials: file.content.materials.filter(({ code }) => code !== 'agreement') },
})

/** The same put on the list of those to be cultivated. */
const cultivated = (file: DossierFile): DossierFile => {
  const { consultation } = file.proceedings
  const beside = {
    decision: 'deferred' as const,
    isCultivated: true,
    condition: '补签协议（示例）',
    until: day('2027-03-01'),
  }
  return {
    ...file,
    proceedings: {
      ...file.proceedings,
      consultation: consultation === null ? null : { ...consultation, ...beside },
    },
  }
}

/** What a paper is made of that another state of the dossier calls for. */
const otherState: Readonly<Record<string, (file: DossierFile) => DossierFile>> = {
  'supplement-notice': withoutAgreement,
  'feedback-letter': cultivated,
}

/** The dossier in the state that a paper calls for. */
export const readyFor = (kind: string, file: DossierFile): DossierFile => otherState[kind]?.(file) ?? file

/** The reviewed dossier with its whole life. */
export const wholeFile = (): DossierFile => wholeLife(reviewedFile())

export interface SampleDocument {
  kind: string
  /** Unique among the samples. */
  name: string
  model: DocumentModel
}

/** Every kind of the catalogue, every subject of a kind. Throws where a document cannot be made. */
export function everyDocument(): SampleDocument[] {
  const file = wholeFile()
  const ofDossier = dossierDocuments.flatMap((document) =>
    document.subjects(file).map(({ id }, index) => ({
      kind: document.kind,
      name: `${document.kind}-${index + 1}`,
      composed: document.compose(catalogueFacts(readyFor(document.kind, file)), typedWords, id),
    })),
  )
  const ofBatch = batchDocuments.map((document) => ({
    kind: document.kind,
    name: `${document.kind}-${document.kind === 'consultation-summary' ? 'batch' : 1}`,
    composed: document.compose(batchFacts([file]), typedForBatch, ''),
  }))
  return [...ofDossier, ...ofBatch].map(({ kind, name, composed }) => {
    if (!composed.ok) throw new Error(`${kind}: ${composed.error.missing.map(({ label }) => label).join('，')}`)
    return { kind, name, model: composed.value }
  })
}
