import { supportTotals } from '@shared/acts/support-totals'
import { supportArticles } from '@shared/domain/support'
import type { Cell, TableToRender } from '@shared/ipc/table'
import { yuanDigits } from '@shared/lib/yuan'
import type { Translate } from '@shared/messages/translate'
import type { SupportLine } from '@renderer/data/support'

const text = (words: string): Cell => (words === '' ? { kind: 'empty' } : { kind: 'text', text: words })
const number = (digits: string): Cell => ({ kind: 'number', digits })

/** 支持措施台账: the lines as they are shown, and their totals on a sheet of their own. What was struck off is left out. */
export function supportTable(lines: readonly SupportLine[], year: number | null, t: Translate): TableToRender {
  const shown = lines.filter(({ support }) => support.struck === undefined)
  const totals = supportTotals(shown, null)
  const title = year === null ? t('support.title') : t('support.titleOf', { year })
  const row = (what: string, key: string, { count, amountFen }: { count: number; amountFen: number }): Cell[] => [
    text(what),
    text(key),
    number(String(count)),
    number(yuanDigits(amountFen)),
  ]
  return {
    kind: 'workbook',
    sheets: [
      {
        name: t('support.lines'),
        title,
        columns: [
          { header: t('table.serial'), width: 6 },
          { header: t('dossiers.alliance'), width: 40 },
          { header: t('field.technicalField'), width: 18 },
          { header: t('support.article'), width: 12 },
          { header: t('support.kind'), width: 26 },
          { header: t('support.on'), width: 12 },
          { header: t('support.recipient'), width: 30 },
          { header: t('support.amount'), width: 16 },
          { header: t('field.basis'), width: 36 },
          { header: t('field.document'), width: 24 },
          { header: t('field.note'), width: 24 },
        ],
        rows: shown.map(({ name, field, support }, index) => [
          number(String(index + 1)),
          text(name),
          text(field),
          text(t('support.articleNo', { article: supportArticles[support.kind] })),
          text(t(`supportKind.${support.kind}`)),
          { kind: 'day', day: support.on },
          text(support.recipient),
          support.amountFen === null ? { kind: 'empty' } : number(yuanDigits(support.amountFen)),
          text(support.basis),
          text(support.document),
          text(support.note),
        ]),
      },
      {
        name: t('support.totals'),
        title: `${title} ${t('support.totals')}`,
        columns: [
          { header: t('support.by'), width: 14 },
          { header: t('support.of'), width: 34 },
          { header: t('support.count'), width: 10 },
          { header: t('support.amount'), width: 18 },
        ],
        rows: [
          ...totals.byYear.map(({ key, total }) => row(t('field.year'), key, total)),
          ...totals.byField.map(({ key, total }) =>
            row(t('field.technicalField'), key === '' ? t('common.notSet') : key, total),
          ),
          ...totals.byKind.map(({ key, total }) => row(t('support.kind'), t(`supportKind.${key}`), total)),
          row(t('support.all'), '', totals.all),
        ],
      },
    ],
  }
}
