import { fieldsOf } from '@shared/acts/act-fields'
import type { ActionValue, ActionValues } from '@shared/acts/dossier-act'
import { visibleText } from '@shared/lib/visible-text'
import type { AvailableAction } from '@shared/workflow/status-machine'
import type { DossierCase } from '@renderer/data/cases'
import { ReadBackLines } from '@renderer/ui/ReadBackLines'
import { useTranslation } from '@renderer/ui/translation'
import { fieldLabels } from './action-forms'
import { optionsOf } from './action-options'

/** 读回核对: what an act will put on record, word for word, before it does. */
export function ActReadBack(props: {
  readonly dossier: DossierCase
  readonly action: AvailableAction
  readonly values: ActionValues
}) {
  const { t } = useTranslation()
  const { dossier, action, values } = props
  const wordsOfValue = (value: ActionValue, options: ReadonlyMap<string, string>): string => {
    if (value === true) return t('common.yes')
    if (value === false || value === null || value === '') return t('common.notSet')
    const all = typeof value === 'string' ? [value] : value
    return all.map((item) => options.get(item) ?? visibleText(item)).join(t('punctuation.list'))
  }
  const lines = fieldsOf(action.action).map((field) => ({
    term: t(fieldLabels[field.label]),
    words: wordsOfValue(
      values[field.key] ?? null,
      new Map(
        ['choice', 'unit', 'division', 'divisions'].includes(field.kind)
          ? optionsOf(field, dossier, t).map(({ value, label }) => [value, label])
          : [],
      ),
    ),
  }))
  return (
    <section className="read-back stack" role="group" aria-label={t('act.readBack')}>
      <p>{t('act.readBackHint')}</p>
      <ReadBackLines
        lines={[
          { term: t('field.allianceName'), words: dossier.file.content.alliance.name, isStrong: true },
          { term: t('readBack.dossier'), words: t('dossier.version', { version: dossier.file.version }) },
          { term: t('act.on'), words: wordsOfValue(values['on'] ?? null, new Map()) },
          ...lines,
        ]}
      />
    </section>
  )
}
