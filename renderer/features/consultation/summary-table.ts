import { divisionLine, panelLine } from '@shared/documents/catalogue-meeting'
import { memberById } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Cell, TableToRender } from '@shared/ipc/table'
import type { Translate } from '@shared/messages/translate'
import type { DossierCase } from '@renderer/data/cases'

const text = (words: string): Cell => (words.trim() === '' ? { kind: 'empty' } : { kind: 'text', text: words })
const count = (number: number): Cell => ({ kind: 'number', digits: String(number) })

/** The summary as a workbook: what the divisions and the panel said, and places for what the meeting says. */
export const summaryTable = (
  cases: readonly DossierCase[],
  { catalogues }: Pick<OfficeSettings, 'catalogues'>,
  t: Translate,
): TableToRender => ({
  kind: 'workbook',
  sheets: [
    {
      name: t('document.consultation-summary'),
      title: t('document.consultation-summary'),
      columns: [
        { header: t('table.serial'), width: 6 },
        { header: t('dossiers.alliance'), width: 40 },
        { header: t('table.chair'), width: 30 },
        { header: t('field.industry'), width: 20 },
        { header: t('endings.memberCount'), width: 12 },
        { header: t('field.recommendedBy'), width: 22 },
        { header: t('kept.of.division-opinion'), width: 36 },
        { header: t('consultation.panelSays'), width: 46 },
        { header: t('evidence.consultationDecision'), width: 14 },
        { header: t('field.reason'), width: 30 },
      ],
      rows: cases.map(({ file }, index) => {
        const { alliance, members } = file.content
        const items = catalogues.find(({ id }) => id === alliance.industry?.catalogueId)?.items ?? []
        return [
          count(index + 1),
          text(alliance.name),
          text(memberById(file.content, alliance.chairUnitId)?.fullName ?? ''),
          text(items.find(({ code }) => code === alliance.industry?.itemCode)?.name ?? ''),
          count(members.filter(({ leftOn }) => leftOn === null).length),
          text(alliance.recommendedBy),
          text(divisionLine(file)),
          text(panelLine(file)),
          { kind: 'empty' },
          { kind: 'empty' },
        ]
      }),
    },
  ],
})
