import type { Panel } from '@shared/domain/panel'
import { majorityBase, majorityReached } from '@shared/domain/tally'
import type { DossierCase } from '@renderer/data/cases'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { tallyOf } from './panel-opinion-actions'

const counts = ['invited', 'present', 'recused', 'agree', 'disagree', 'abstain', 'missing'] as const

/** 表决统计: counted from the sealed opinions, never typed. */
export function TallyView({ dossier, panel }: { readonly dossier: DossierCase; readonly panel: Panel }) {
  const { t } = useTranslation()
  const tally = tallyOf(dossier, panel)
  const reached = majorityReached(tally, panel.rules)
  return (
    <div>
      <h3>
        {t('tally.title')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h3>
      <table className="plain-table">
        <thead>
          <tr>
            {counts.map((key) => (
              <th key={key} scope="col" className="number">
                {t(`tally.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {counts.map((key) => (
              <td key={key} className="number">
                {tally[key]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="mark">
        <Shape shape={reached ? 'dot' : 'square'} tone={reached ? 'green' : 'red'} />
        {t(reached ? 'tally.reached' : 'tally.notReached', {
          majority: panel.rules.majority,
          agree: tally.agree,
          base: majorityBase(tally, panel.rules),
        })}
      </p>
    </div>
  )
}
