import { Alert, Button, Progress } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { everything, type AuditFilter } from '@shared/audit/filter'
import type { AuditSummary } from '@shared/ipc/audit'
import { callHost, done } from '@renderer/platform/bridge'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { AuditDetail } from './AuditDetail'
import { AuditExport } from './AuditExport'
import { AuditFilters } from './AuditFilters'
import { AuditList } from './AuditList'
import { sentFilter } from './audit-actions'
import { useAudit, type AuditPhase } from './use-audit'
import { useAuditLines } from './use-audit-lines'
import './audit.css'

/** 审计: whether the chains of records are whole, and who changed what, from what to what. */
export function AuditPage() {
  const { t } = useTranslation()
  const { phase, start, stop } = useAudit()
  return (
    <>
      <PageHead
        title={t('audit.title')}
        note={t('audit.note')}
        actions={
          phase.kind === 'running' ? null : (
            <Button type={phase.kind === 'found' ? 'default' : 'primary'} onClick={start}>
              {t(phase.kind === 'found' ? 'audit.again' : 'audit.start')}
            </Button>
          )
        }
      />
      <Under phase={phase} onStop={stop} />
      {phase.kind === 'found' ? <Found key={phase.auditId} auditId={phase.auditId} /> : null}
    </>
  )
}

function Under({ phase, onStop }: { readonly phase: AuditPhase; readonly onStop: () => void }) {
  const { t } = useTranslation()
  switch (phase.kind) {
    case 'found':
      return null
    case 'running': {
      const percent = phase.total === 0 ? 0 : Math.floor((phase.checked / phase.total) * 100)
      return (
        <section className="panel">
          <div className="row tight" role="status">
            <span>{t('audit.running', { percent })}</span>
            <Progress className="drill-progress" percent={percent} showInfo={false} />
            <Button onClick={onStop}>{t('audit.stop')}</Button>
          </div>
        </section>
      )
    }
    case 'stopped':
      return <Alert showIcon type="info" title={t('audit.stopped')} />
    case 'error':
      return <ErrorNote error={phase.error} />
    case 'idle':
      return (
        <section className="panel">
          <EmptyScreen words={t('audit.empty')} />
        </section>
      )
  }
}

function Found({ auditId }: { readonly auditId: string }) {
  const { t, locale } = useTranslation()
  const [summary, setSummary] = useState<AuditSummary | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    callHost('audit:summary', { auditId, locale })
      .then((answer) => {
        if (current) setSummary(done(answer).summary)
      })
      .catch((error: unknown) => {
        if (current) setFailure(error)
      })
    return () => {
      current = false
    }
  }, [auditId, locale])
  if (summary === null) {
    return failure === null ? <p role="status">{t('common.loading')}</p> : <ErrorNote error={failure} />
  }
  const { isWhole, verdict, findings } = summary
  return (
    <>
      <Alert
        showIcon
        role="status"
        className="audit-verdict"
        type={isWhole ? 'success' : 'error'}
        title={verdict}
        {...(findings.length === 0
          ? {}
          : {
              description: (
                <ul className="plain">
                  {findings.map((finding) => (
                    <li key={finding}>{finding}</li>
                  ))}
                </ul>
              ),
            })}
      />
      <Trail auditId={auditId} summary={summary} />
    </>
  )
}

function Trail({ auditId, summary }: { readonly auditId: string; readonly summary: AuditSummary }) {
  const { t, locale } = useTranslation()
  const [filter, setFilter] = useState<AuditFilter>(everything)
  const [selected, setSelected] = useState(0)
  const [shown, setShown] = useState({ from: 0, to: 40 })
  // Typing goes on while the host still looks for what was typed before, and it is not asked for every letter.
  const asked = useSettled(filter)
  const sent = useMemo(() => sentFilter(asked), [asked])
  const { total, lineAt, error } = useAuditLines({ auditId, locale, filter: sent }, shown)
  const number = total === null || total === 0 ? null : (lineAt(selected)?.number ?? null)
  const change = useCallback((changed: AuditFilter) => {
    setFilter(changed)
    setSelected(0)
  }, [])
  return (
    <section className="panel">
      <AuditFilters summary={summary} filter={filter} onChange={change} />
      <div className="row spread">
        <span className="quiet" role="status">
          {total === null ? t('common.loading') : t('audit.count', { shown: total, all: summary.count })}
        </span>
        <span className="row">
          <AuditExport auditId={auditId} sent={sent} filter={asked} summary={summary} count={total ?? 0} />
        </span>
      </div>
      <ErrorNote error={error} />
      {total === 0 ? <EmptyScreen words={t('audit.nothingMatches')} /> : null}
      {total === null || total === 0 ? null : (
        <div className="two-sides">
          <AuditList
            key={JSON.stringify(sent)}
            total={total}
            lineAt={lineAt}
            selected={selected}
            onSelect={setSelected}
            shown={shown}
            onShown={setShown}
          />
          <AuditDetail auditId={auditId} number={number} />
        </div>
      )}
    </section>
  )
}

/** Milliseconds without a letter after which the host is asked: looking through all records takes longer than that. */
const pause = 200

/** A filter as it stands once nobody types; what is chosen instead of typed holds at once. */
function useSettled(filter: AuditFilter): AuditFilter {
  const [settled, setSettled] = useState(filter)
  useEffect(() => {
    const wait = filter.text === settled.text || filter.text === '' ? 0 : pause
    const timer = setTimeout(() => {
      setSettled(filter)
    }, wait)
    return () => {
      clearTimeout(timer)
    }
  }, [filter, settled.text])
  return settled
}
