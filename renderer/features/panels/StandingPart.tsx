import { Button } from 'antd'
import { Link } from 'react-router'
import type { Panel } from '@shared/domain/panel'
import { panelStanding } from '@shared/regulation/work-rules/panel-standing'
import type { DossierCase } from '@renderer/data/cases'
import { usePerson, useToday } from '@renderer/data/use-live'
import { BlockReasons } from '@renderer/ui/BlockReasons'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Shape } from '@renderer/ui/Shape'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { convene } from './panels-actions'

/** Whether the panel may judge each dossier, check by check (工作规则), and the way to its opinion. */
export function StandingPart({ panel, cases }: { readonly panel: Panel; readonly cases: readonly DossierCase[] }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  return (
    <section className="panel">
      <h2>
        {t('panels.standing')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      {cases.map((item) => {
        const { recusalDecisions, recusalDeclarations, recusalsToRenew } = item.file.proceedings
        const standing = panelStanding(
          ...([panel, item.file.id, recusalDecisions, recusalDeclarations, recusalsToRenew] as const),
        )
        const ready = item.actions.find((action) => action.action === 'convene-panel')
        return (
          <section key={item.file.id} className="check">
            <header className="row">
              <Link className="strong" to={`/dossiers/${item.file.id}`}>
                {item.file.content.alliance.name}
              </Link>
              <StatusMark status={item.status} />
              {ready === undefined ? null : ready.enabled ? (
                <Button
                  type="primary"
                  size="small"
                  loading={task.busy}
                  onClick={() => {
                    task.run(() => convene(item, today, by))
                  }}
                >
                  {wordsOf(t, 'action.convene-panel')}
                </Button>
              ) : (
                <span className="quiet">{t('act.blocked', { action: wordsOf(t, 'action.convene-panel') })}</span>
              )}
              <Link to={`/panels/${panel.id}/opinion/${item.file.id}`}>{t('panels.toOpinion')}</Link>
            </header>
            {ready === undefined || ready.enabled ? null : (
              <ul className="why-not quiet">
                <BlockReasons dossierId={item.file.id} rules={ready.blockedBy} />
              </ul>
            )}
            <ul className="evidence">
              {standing.checks.map((check) => (
                <li key={check.key}>
                  <Shape shape={check.ok ? 'dot' : 'triangle'} tone={check.ok ? 'green' : 'amber'} />
                  <span>
                    {wordsOf(t, `panel.${check.key}`)}
                    {check.actual === null
                      ? ''
                      : check.wanted === null || check.ok
                        ? t('panels.counted', { actual: check.actual })
                        : t('panels.countedOf', { actual: check.actual, wanted: check.wanted })}
                    {check.ok ? '' : t('panels.notYet')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <ErrorNote error={task.error} />
    </section>
  )
}
