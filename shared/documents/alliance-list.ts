/** 名单 of alliances as notices annex it. */
import { memberById, type DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import type { AnnexBlock } from './blocks'
import type { Gaps } from './missing-values'

export const subjectName = '四川省产业技术创新战略联盟'

/** The dossiers of a batch in the batch's own order. */
export const inBatchOrder = (batch: Batch, dossiers: readonly DossierFile[]): DossierFile[] =>
  batch.dossierIds.flatMap((id) => dossiers.filter((file) => file.id === id))

/** 甲, or 甲等N个联盟: the number is the number of rows. */
export function settledNames(dossiers: readonly DossierFile[]): string {
  const name = dossiers[0]?.content.alliance.name ?? ''
  return dossiers.length === 1 ? name : `${name}等${dossiers.length}个联盟`
}

/** One row per alliance; `lastColumn` says what the list is for, e.g. the term of each. */
export function listAnnex(
  dossiers: readonly DossierFile[],
  settings: OfficeSettings,
  {
    title,
    number,
    lastColumn,
  }: {
    readonly title: string
    readonly number?: number
    readonly lastColumn?: { readonly header: string; readonly cell: (file: DossierFile) => string }
  },
): AnnexBlock {
  return {
    kind: 'annex',
    ...(number === undefined ? {} : { number }),
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', width: 2.5, align: 'centre' },
          { header: '联盟名称', width: 8 },
          { header: '理事长单位', width: 6.5 },
          { header: '产业领域', width: 4, align: 'centre' },
          // Wide enough for a date with the gaps that some word processors put around its numbers.
          ...(lastColumn === undefined ? [] : [{ header: lastColumn.header, width: 8, align: 'centre' as const }]),
        ],
        rows: dossiers.map((file, index) => [
          String(index + 1),
          file.content.alliance.name,
          memberById(file.content, file.content.alliance.chairUnitId)?.fullName ?? '—',
          industryName(file.content.alliance.industry, settings) ?? '—',
          ...(lastColumn === undefined ? [] : [lastColumn.cell(file)]),
        ]),
      },
    ],
  }
}

/** What a row of the list lacks. */
export function noteRowGaps({ content }: DossierFile, path: string, settings: OfficeSettings, gaps: Gaps): void {
  const { alliance } = content
  if (memberById(content, alliance.chairUnitId) === undefined) {
    gaps.add(`${path}.content.alliance.chairUnitId`, `${alliance.name}的理事长单位`)
  }
  if (industryName(alliance.industry, settings) === undefined) {
    gaps.add(`${path}.content.alliance.industry`, `${alliance.name}的产业领域`)
  }
}

/** Art. 13: every dossier of a batch is there and was settled by the coordination group. */
export function noteBatchGaps(
  {
    batch,
    dossiers,
    settings,
  }: {
    readonly batch: Batch
    readonly dossiers: readonly DossierFile[]
    readonly settings: OfficeSettings
  },
  gaps: Gaps,
): void {
  if (batch.dossierIds.length === 0) gaps.add('batch.dossierIds', '试点联盟名单')
  for (const id of batch.dossierIds) {
    const index = dossiers.findIndex((file) => file.id === id)
    const file = dossiers[index]
    if (file === undefined) {
      gaps.add('dossiers', `编号${id}的案卷`)
      continue
    }
    if (file.proceedings.consultation?.decision !== 'decided') {
      gaps.add(`dossiers[${index}].proceedings.consultation`, `${file.content.alliance.name}的会商结果（确定）`)
    }
    noteRowGaps(file, `dossiers[${index}]`, settings, gaps)
  }
}

/** Name of the catalogue item that the dossier is pinned to. */
export function industryName(
  industry: DossierFile['content']['alliance']['industry'],
  { catalogues }: OfficeSettings,
): string | undefined {
  const catalogue = catalogues.find((item) => item.id === industry?.catalogueId)
  return catalogue?.items.find((item) => item.code === industry?.itemCode)?.name
}
