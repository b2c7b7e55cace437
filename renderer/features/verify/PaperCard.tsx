import { Alert } from 'antd'
import type { Translate } from '@shared/messages/translate'
import { printedCode } from '@shared/documents/paper-code'
import type { LaterEvent, PilotStanding, RegisteredPaper } from '@shared/records/paper-register'
import { traitsOf } from '@shared/workflow/status-table'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { Fact } from './Fact'

/** One registered paper: what it is, on which version, its files, and whether it still holds. */
export function PaperCard({ paper }: { readonly paper: RegisteredPaper }) {
  const { t } = useTranslation()
  const { at, value } = paper.exported
  const title = titleOf(paper, t)
  return (
    <section className="verified" aria-label={title}>
      <h3>{title}</h3>
      <Alert
        type={paper.isSuperseded ? 'warning' : 'success'}
        showIcon
        title={t(paper.isSuperseded ? 'paperCode.state.superseded' : 'paperCode.state.current')}
        description={paper.later.map((event) => laterWords(event, t)).join(' ') || undefined}
      />
      {paper.kind === 'notice' && paper.batch?.status !== 'published' ? (
        <Alert type="warning" showIcon title={t('paperCode.notPublished')} />
      ) : null}
      <dl className="verify-facts">
        {value.code === '' ? null : <Fact label={t('paperCode.code')} value={printedCode(value.code)} />}
        <Fact label={t('paperCode.at')} value={t('expert.localClock', { time: dayAndTime(at) })} />
        {paper.kind === 'panel-opinion' && paper.opinion !== null ? (
          <Fact
            label={t('paperCode.version')}
            value={t('paperCode.versionOf', {
              version: paper.opinion.dossierVersion,
              hash: paper.opinion.dossierHash.slice(0, 8),
              opinion: paper.opinion.version,
            })}
          />
        ) : null}
        {paper.kind === 'notice' && paper.batch?.status === 'published'
          ? paper.pilots.map((pilot) => (
              <Fact key={pilot.dossierId} label={t('paperCode.pilot')} value={pilotWords(pilot, t)} />
            ))
          : null}
        {value.files.map((file) => (
          <Fact
            key={file.path}
            label={t('paperCode.files')}
            value={`${file.fileName} · SHA-256 ${file.sha256} · ${file.path}`}
          />
        ))}
      </dl>
    </section>
  )
}

function titleOf(paper: RegisteredPaper, t: Translate): string {
  if (paper.kind === 'panel-opinion') return t('paperCode.document.panel-opinion', { name: paper.name })
  if (paper.kind === 'other') {
    return t('paperCode.document.other', {
      document: wordsOf(t, `document.${paper.exported.value.documentKind}`),
      name: paper.name,
    })
  }
  const { year = '', seq = '' } = paper.batch ?? {}
  return t('paperCode.document.notice', { year, seq })
}

function laterWords(event: LaterEvent, t: Translate): string {
  return 'code' in event
    ? t(`paperCode.by.${event.kind}`, { code: printedCode(event.code) })
    : t(`paperCode.by.${event.kind}`, { version: event.version })
}

/** 有效, 期满 or 已撤销, as of today (Art. 14, 15, 19). */
function pilotWords({ name, status, term, revokedOn }: PilotStanding, t: Translate): string {
  if (status === 'revoked' && revokedOn !== null) return t('paperCode.pilot.revoked', { name, on: revokedOn })
  if (term !== null && traitsOf(status).isPilot) {
    return wordsOf(t, `paperCode.pilot.${status}`, { name, from: term.from, to: term.to })
  }
  return t('paperCode.pilot.other', { name, status: wordsOf(t, `status.${status}`) })
}
