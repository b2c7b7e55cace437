import { measureOf } from '@shared/domain/measure'
import { revocationBar } from '@shared/domain/pilot-dates'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** 终止: what ended an alliance's time as a pilot, or its filing or application, and until when that bars it. */
export function EndingTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { revocation, lastMove } = dossier.file.proceedings
  if (revocation !== null) return <Revocation dossier={dossier} revocation={revocation} />
  if (lastMove === null) return <EmptyScreen words={t('ended.none')} />
  const lines: readonly Line[] = [
    [t('ended.act'), wordsOf(t, `action.${lastMove.action}`)],
    [t('field.decidedOn'), lastMove.on],
    [t('ended.reason'), lastMove.note],
    [t('ended.paper'), lastMove.paper ?? ''],
    [t('ended.asked'), lastMove.until ?? ''],
  ]
  return <Lines lines={lines} />
}

type Line = readonly [name: string, words: string]

function Revocation(props: {
  readonly dossier: DossierCase
  readonly revocation: NonNullable<DossierCase['file']['proceedings']['revocation']>
}) {
  const { t } = useTranslation()
  const { ground, decidedOn, noticeNo, facts, evidence, heardOn } = props.revocation
  const bar = revocationBar(props.revocation, props.dossier.facts.settings, measureOf(props.dossier.file))
  const lines: readonly Line[] = [
    [t('ending.ground'), t(`revocationGround.${ground}`)],
    [t('field.decidedOn'), decidedOn],
    [t('act.noticeNo'), noticeNo],
    [t('ended.facts'), facts],
    [t('act.evidence'), evidence],
    [t('ended.heardOn'), heardOn ?? t('ended.notHeard')],
    [t('ended.bar'), bar === null ? t('ended.noBar') : t('ended.barUntil', { ...bar })],
  ]
  return <Lines lines={lines} />
}

/** What is on record; an item without words is left out. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className="standing">
      {lines
        .filter(([, words]) => words !== '')
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="pre">{visibleText(words)}</dd>
          </div>
        ))}
    </dl>
  )
}
