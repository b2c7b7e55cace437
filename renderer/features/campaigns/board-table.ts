import type { AnnualFigures } from '@shared/domain/annual-figures'
import type { Campaign } from '@shared/domain/campaign'
import type { CalendarDate } from '@shared/domain/date'
import type { Candidate } from '@shared/domain/cohort'
import type { OfficeSettings } from '@shared/domain/office'
import type { Cell, Sheet, TableToRender } from '@shared/ipc/table'
import type { Translate } from '@shared/messages/translate'
import type { BoardLine } from '@renderer/data/campaigns'
import { missingWords } from './campaign-words'

const text = (words: string): Cell => (words === '' ? { kind: 'empty' } : { kind: 'text', text: words })
const day = (on: CalendarDate | null): Cell => (on === null ? { kind: 'empty' } : { kind: 'day', day: on })
const number = (digits: string | undefined): Cell =>
  digits === undefined ? { kind: 'empty' } : { kind: 'number', digits }

type Figures = ReadonlyMap<string, readonly AnnualFigures[]>
type Listed = Pick<Candidate, 'dossierId' | 'name' | 'chairUnit'>

/** 台账, and the figures that are asked for on a sheet of their own. */
export function boardTable(
  campaign: Campaign,
  lines: readonly BoardLine[],
  { office, figures, t }: { readonly office: OfficeSettings; readonly figures: Figures; readonly t: Translate },
): TableToRender {
  const name = t('campaigns.name', { year: campaign.year, kind: t(`campaignKind.${campaign.kind}`) })
  const board: Sheet = {
    name: t('campaign.board'),
    title: `${name} ${t('campaign.board')}`,
    columns: [
      { header: t('table.serial'), width: 6 },
      { header: t('dossiers.alliance'), width: 42 },
      { header: t('table.chair'), width: 32 },
      { header: t('common.state'), width: 14 },
      { header: t('campaign.missing'), width: 36 },
      { header: t('campaign.arrived'), width: 14 },
      { header: t('day.window-to'), width: 14 },
      { header: t('campaign.extensionReason'), width: 28 },
    ],
    rows: lines.map(({ candidate, standing, campaign: own }, index) => [
      number(String(index + 1)),
      text(candidate.name),
      text(candidate.chairUnit),
      text(t(`standing.${standing.kind}`)),
      text(missingWords(standing, campaign, t)),
      day(standing.arrivedOn),
      day(standing.lastDay),
      text(own.extension?.reason ?? ''),
    ]),
  }
  const excluded: Sheet = {
    name: t('table.excluded'),
    title: `${name} ${t('table.excluded')}`,
    columns: [
      { header: t('dossiers.alliance'), width: 42 },
      { header: t('campaign.reason'), width: 48 },
    ],
    rows: campaign.excluded.map((one) => [text(one.name), text(one.reason)]),
  }
  const asked = office.annualFigures.filter(({ id }) => campaign.figureIds.includes(id))
  const listed = lines.map(({ candidate }) => candidate)
  return {
    kind: 'workbook',
    sheets: [
      board,
      ...(asked.length === 0 ? [] : [figuresSheet(listed, campaign.year, asked, figures, t)]),
      ...(campaign.excluded.length === 0 ? [] : [excluded]),
    ],
  }
}

/** The figures of one year over many alliances. */
export const figuresTable = (
  listed: readonly Listed[],
  year: number,
  { office, figures, t }: { readonly office: OfficeSettings; readonly figures: Figures; readonly t: Translate },
): TableToRender => ({
  kind: 'workbook',
  sheets: [figuresSheet(listed, year, office.annualFigures, figures, t)],
})

function figuresSheet(
  listed: readonly Listed[],
  year: number,
  asked: OfficeSettings['annualFigures'],
  figures: Figures,
  t: Translate,
): Sheet {
  const valueOf = (dossierId: string, id: string) =>
    figures
      .get(dossierId)
      ?.find((one) => one.year === year)
      ?.values.find(({ figureId }) => figureId === id)?.value
  return {
    name: t('figures.pageTitle'),
    title: t('table.figuresOf', { year }),
    columns: [
      { header: t('table.serial'), width: 6 },
      { header: t('dossiers.alliance'), width: 42 },
      ...asked.map(({ name, unit }) => ({
        header: unit === '' ? name : t('campaign.figure', { name, unit }),
        width: 14,
      })),
    ],
    rows: listed.map(({ dossierId, name }, index) => [
      number(String(index + 1)),
      text(name),
      ...asked.map(({ id }) => number(valueOf(dossierId, id))),
    ]),
  }
}
