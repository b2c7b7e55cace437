/** The clean sample with its review, as facts for the composers. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { vendoredCalendar } from '@shared/calendar/vendored'
import type { DocumentModel, FlowBlock, RichText } from '@shared/documents/blocks'
import type { PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import { calendarDateSchema } from '@shared/domain/date'
import { dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import { expertOpinionSchema, panelOpinionSchema, panelSchema } from '@shared/domain/panel'
import { computeTally } from '@shared/domain/tally'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(resolve('resources/samples', name), 'utf8')) as unknown

type Review = {
  panel: unknown
  declarations: unknown[]
  opinions: Record<string, unknown>[]
  panelOpinion: Record<string, unknown>
  consultation: unknown
  notice: Record<string, unknown>
}

/** What a test may change in the review before the document is composed. */
export type Changes = {
  readonly file?: (file: DossierFile) => DossierFile
  readonly opinion?: Partial<PanelOpinionFacts['opinion']>
  readonly draft?: NonNullable<DocumentModel['draft']>
}

export const settings: OfficeSettings = defaultOfficeSettings()

/** The clean sample after the panel has sat: 7 present, 5 agree, 1 disagrees with a text, 1 abstains. */
export function reviewedFile(): DossierFile {
  const plain = dossierFileSchema.parse(sample('vanadium-clean/dossier.json'))
  const review = sample('opinions.json') as Review
  const dossierHash = dossierContentHash(plain.content)
  const panel = panelSchema.parse(review.panel)
  const expertOpinions = review.opinions.map((opinion) => expertOpinionSchema.parse({ ...opinion, dossierHash }))
  const panelOpinion = panelOpinionSchema.parse({
    ...review.panelOpinion,
    panelId: panel.id,
    dossierId: plain.id,
    dossierVersion: plain.version,
    dossierHash,
    version: 1,
    tally: computeTally(panel, plain.id, [], expertOpinions),
  })
  return dossierFileSchema.parse({
    ...plain,
    proceedings: {
      ...plain.proceedings,
      divisionOpinions: sample('division-opinions.json'),
      panel,
      recusalDeclarations: review.declarations,
      expertOpinions,
      panelOpinion,
      consultation: review.consultation,
    },
  })
}

export function panelOpinionFacts(changes: Changes = {}): PanelOpinionFacts {
  const file = changes.file?.(reviewedFile()) ?? reviewedFile()
  return factsOf(file, changes)
}

export function factsOf(file: DossierFile, { opinion, draft }: Omit<Changes, 'file'> = {}): PanelOpinionFacts {
  const { content, proceedings } = file
  return {
    file,
    contentHash: dossierContentHash(content),
    panel: proceedings.panel!,
    opinion: { ...proceedings.panelOpinion!, ...opinion },
    checks: checkDossier(regulation2010, {
      content,
      proceedings,
      settings,
      today: calendarDateSchema.parse('2026-11-22'),
      calendar: vendoredCalendar,
    }),
    settings,
    regulationTitle: regulation2010.title,
    createdAt: '2026-10-22T08:00:00Z',
    ...(draft === undefined ? {} : { draft }),
  }
}

const plain = (content: RichText): string =>
  typeof content === 'string' ? content : content.map((run) => ('text' in run ? run.text : '____')).join('')

function flowText(block: FlowBlock): string[] {
  switch (block.kind) {
    case 'title':
    case 'addressee':
    case 'notation':
      return [block.text]
    case 'paragraph':
      return [plain(block.content)]
    case 'heading':
      return [
        `${'#'.repeat(block.level)} ${block.number} ${block.text}`,
        ...(block.content ? [plain(block.content)] : []),
      ]
    case 'signatureTable':
      return block.rows.map((row) => [row.name, row.unit, row.role, row.note ?? '____'].join(' | '))
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        block.columns.map((column) => column.header).join(' | '),
        ...block.rows.map((row) => row.map(plain).join(' | ')),
      ]
    case 'tally':
      return [block.items.map((item) => `${item.label} ${item.count}`).join('，'), block.outcome ?? '']
    case 'attachmentNote':
      return [`附件：${block.items.join('；')}`]
    case 'jointSignature':
      return [...block.agencies, block.date ?? '']
    case 'signature':
      return [...block.names, block.date ?? '']
    case 'spacing':
    case 'pageBreak':
      return []
  }
}

/** What a reader reads, one line per paragraph, row or heading. */
export const textOf = (model: DocumentModel): string =>
  model.blocks
    .flatMap((block) =>
      block.kind === 'annex'
        ? [`附件${block.number ?? ''} ${block.title}`, ...block.blocks.flatMap(flowText)]
        : flowText(block),
    )
    .join('\n')
