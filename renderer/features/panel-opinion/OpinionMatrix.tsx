import type { OpinionDraft } from '@shared/acts/seal-panel-opinion'
import { criterionIds, type CriterionId, type JudgementVerdict } from '@shared/domain/judgement'
import type { ExpertId } from '@shared/domain/ids'
import type { ExpertOpinion, Panel } from '@shared/domain/panel'
import { expertLabel } from '@shared/domain/expert-label'
import { recusedExperts } from '@shared/domain/tally'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'
import type { MatrixRow } from './matrix'

/** Rows criteria, columns experts; where they disagree comes first. */
export function OpinionMatrix(props: {
  readonly panel: Panel
  readonly dossier: DossierCase
  readonly opinions: ReadonlyMap<ExpertId, ExpertOpinion>
  readonly rows: readonly MatrixRow[]
  readonly draft: OpinionDraft
  readonly focused: CriterionId
  readonly onFocus: (criterionId: CriterionId) => void
}) {
  const { t } = useTranslation()
  const { panel, dossier, opinions, rows, draft, focused, onFocus } = props
  const recused = recusedExperts(panel, dossier.file.id, dossier.file.proceedings.recusalDecisions)
  const experts = panel.members.flatMap((member) => panel.experts.find(({ id }) => id === member.expertId) ?? [])
  const written = criterionIds.filter((id) => (draft.items[id]?.verdict ?? null) !== null).length
  return (
    <section className="panel">
      <div className="row spread">
        <h2>{t('matrix.title')}</h2>
        <span className="quiet">{t('matrix.progress', { written, all: criterionIds.length })}</span>
      </div>
      <div className="scroll-x">
        <table className="plain-table matrix">
          <thead>
            <tr>
              <th scope="col">{t('matrix.criterion')}</th>
              {experts.map((expert) => (
                <th key={expert.id} scope="col">
                  {visibleText(expertLabel(expert, panel.experts))}
                </th>
              ))}
              <th scope="col">{t('matrix.panel')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.criterionId} data-focused={row.criterionId === focused}>
                <th scope="row">
                  <button
                    type="button"
                    className="bare"
                    aria-pressed={row.criterionId === focused}
                    onClick={() => {
                      onFocus(row.criterionId)
                    }}
                  >
                    {row.contested ? <Shape shape="triangle" tone="amber" /> : null}{' '}
                    {wordsOf(t, `criterion.${row.criterionId}.title`)}
                    {row.contested ? <span className="visually-hidden">{t('matrix.contested')}</span> : null}
                  </button>
                </th>
                {experts.map((expert) => {
                  const opinion = opinions.get(expert.id)
                  const judged = opinion?.items.find((item) => item.criterionId === row.criterionId)
                  return (
                    <td key={expert.id}>
                      {recused.has(expert.id) ? (
                        <span className="quiet">{t('divisionRecusal.decision.recused')}</span>
                      ) : judged === undefined ? (
                        <span className="quiet">—</span>
                      ) : (
                        <JudgementMark verdict={judged.verdict} compact />
                      )}
                    </td>
                  )
                })}
                <td>
                  <PanelCell verdict={draft.items[row.criterionId]?.verdict ?? null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="row quiet">
        {(['conforms', 'mostly-conforms', 'does-not-conform', 'cannot-tell'] as const).map((verdict) => (
          <JudgementMark key={verdict} verdict={verdict} />
        ))}
      </p>
    </section>
  )
}

function PanelCell({ verdict }: { readonly verdict: JudgementVerdict | null }) {
  const { t } = useTranslation()
  return verdict === null ? (
    <span className="quiet">{t('matrix.open')}</span>
  ) : (
    <JudgementMark verdict={verdict} compact />
  )
}
