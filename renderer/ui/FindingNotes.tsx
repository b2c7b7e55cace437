import { Alert } from 'antd'
import { levelOf, refusalIn, type Inspection } from '@shared/inspection/finding'
import { visibleText } from '@shared/lib/visible-text'
import { Shape } from './Shape'
import { useTranslation } from './translation'

/** What was found in a file, with what becomes of it and what to do; nothing where nothing was found. */
export function FindingNotes(props: { readonly fileName: string; readonly inspection: Inspection | undefined }) {
  const { t } = useTranslation()
  const { inspection } = props
  const file = visibleText(props.fileName)
  if (inspection === undefined || inspection.findings.length === 0) return null
  const refusal = refusalIn(inspection)
  if (refusal !== undefined) {
    const why = t(`finding.${refusal.kind}`, refusal)
    return <Alert type="error" showIcon role="alert" title={t('findings.refused', { file, why })} />
  }
  const isActive = inspection.findings.some(({ kind }) => levelOf(kind) === 'active')
  return (
    <Alert
      type={isActive ? 'warning' : 'info'}
      showIcon
      title={
        <details className="findings">
          <summary>{t(isActive ? 'findings.active' : 'findings.note', { file })}</summary>
          <ul>
            {inspection.findings.map((finding) => (
              <li key={finding.kind}>{t(`finding.${finding.kind}`, finding)}</li>
            ))}
          </ul>
        </details>
      }
    />
  )
}

/** The mark of a file in a list: it is not opened, or has something that could act. */
export function FindingMark({ inspection }: { readonly inspection: Inspection | undefined }) {
  const { t } = useTranslation()
  if (inspection === undefined) return null
  const levels = inspection.findings.map(({ kind }) => levelOf(kind))
  const level = levels.includes('refused') ? 'refused' : levels.includes('active') ? 'active' : null
  if (level === null) return null
  const [shape, tone] = level === 'refused' ? (['square', 'red'] as const) : (['triangle', 'amber'] as const)
  return (
    <span className="mark">
      <Shape shape={shape} tone={tone} />
      {t(`findings.mark.${level}`)}
    </span>
  )
}
