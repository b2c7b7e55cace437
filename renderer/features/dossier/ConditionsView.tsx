import { fiveConditions, type Condition } from '@shared/regulation/five-conditions'
import type { DossierCase } from '@renderer/data/cases'
import { clauseName } from '@renderer/ui/clause-name'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { CheckOutcome } from './CheckOutcome'

/** 五项条件: everything that Art. 9 asks, on one view, with how each point stands and who said so. */
export function ConditionsView({ dossier }: { readonly dossier: DossierCase }) {
  const { t, locale } = useTranslation()
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t('checks.conditions')}>
      <table className="plain-table history">
        <thead>
          <tr>
            <th scope="col">{t('conditions.point')}</th>
            <th scope="col">{t('conditions.outcome')}</th>
            <th scope="col">{t('field.reason')}</th>
          </tr>
        </thead>
        {fiveConditions(dossier.results).map(({ criterion, results, standing }) => (
          <tbody key={criterion.id}>
            <tr>
              <th scope="rowgroup">
                {clauseName(criterion.clause, locale)} {wordsOf(t, `criterion.${criterion.id}.title`)}
              </th>
              <td colSpan={2}>
                <Standing standing={standing} />
              </td>
            </tr>
            {results.map(({ ruleId, outcome }) => (
              <tr key={ruleId}>
                <td className="tag-in-row">{wordsOf(t, `rule.${ruleId}.title`)}</td>
                <td>
                  <CheckOutcome outcome={outcome} />
                </td>
                <td>
                  {outcome.by === 'person' || outcome.by === 'override' ? (
                    <>
                      {outcome.reason}
                      <span className="quiet">{t('checks.saidBy', { person: outcome.person, on: outcome.on })}</span>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Standing({ standing }: Pick<Condition, 'standing'>) {
  const { t } = useTranslation()
  const look = { against: ['square', 'red'], open: ['triangle', 'amber'], clear: ['dot', 'green'] } as const
  const [shape, tone] = look[standing]
  return (
    <span className="mark">
      <Shape shape={shape} tone={tone} />
      {t(`conditions.${standing}`)}
    </span>
  )
}
