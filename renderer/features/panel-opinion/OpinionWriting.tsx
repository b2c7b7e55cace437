import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { Gap } from '@shared/acts/act'
import { opinionDayGaps } from '@shared/acts/panel-gaps'
import { calendarDateSchema } from '@shared/domain/date'
import type { DocumentModel } from '@shared/documents/blocks'
import type { MissingValue } from '@shared/documents/missing-values'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import { panelConclusions, type Panel, type PanelOpinion } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import type { DraftHandle } from '@renderer/data/use-draft'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { DayInput } from '@renderer/ui/DayInput'
import { DocumentPreview } from '@renderer/parts/document-preview/DocumentPreview'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { PrintHint } from '@renderer/ui/PrintHint'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { opinionFacts, opinionsOf, prepareSeal, sealOpinion, type OpinionDraft } from './panel-opinion-actions'
import { Refusals } from './Refusals'
import { SealDialog } from './SealDialog'
import { TallyView } from './TallyView'

/** The rest of the opinion: problems, suggestions, conclusion, votes; then a draft copy, then the seal. */
export function OpinionWriting(props: {
  readonly dossier: DossierCase
  readonly panel: Panel
  readonly draft: DraftHandle<OpinionDraft>
  readonly onSealed: (version: number) => void
}) {
  const { t } = useTranslation()
  const { dossier, panel, draft, onSealed } = props
  const { value } = draft
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const [gaps, setGaps] = useState<readonly Gap[]>([])
  const [readBack, setReadBack] = useState<PanelOpinion | null>(null)
  const [model, setModel] = useState<DocumentModel | null>(null)
  const task = useTask()
  const dissents = [...opinionsOf(dossier, panel).values()].filter((opinion) => opinion.dissent.trim() !== '')
  const set = (part: Partial<OpinionDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
    setMissing([])
    setGaps([])
  }
  const dayGaps = opinionDayGaps(
    { signedOn: calendarDateSchema.safeParse(value.signedOn).data ?? null },
    panel,
    dossier.file,
    dossier.facts.today,
  )
  const previewDraft = () => {
    const composed = composePanelOpinion(opinionFacts(dossier, panel, value, now(), 'draft'))
    setMissing(composed.ok ? [] : composed.error.missing)
    if (composed.ok) setModel(composed.value)
  }
  const leader = panel.experts.find((expert) => expert.id === panel.leaderExpertId)
  return (
    <section className="panel stack" aria-label={t('opinion.whole')}>
      <h2>{t('opinion.whole')}</h2>
      <Labelled label={`${t('opinion.problems')}（${t('common.required')}）`} htmlFor="opinion-problems">
        <Input.TextArea
          id="opinion-problems"
          className="reading"
          autoSize={{ minRows: 3, maxRows: 14 }}
          value={value.problems}
          onChange={(event) => {
            set({ problems: event.target.value })
          }}
        />
        <PrintHint text={value.problems} />
      </Labelled>
      <Labelled label={`${t('opinion.suggestions')}（${t('common.required')}）`} htmlFor="opinion-suggestions">
        <Input.TextArea
          id="opinion-suggestions"
          className="reading"
          autoSize={{ minRows: 3, maxRows: 14 }}
          value={value.suggestions}
          onChange={(event) => {
            set({ suggestions: event.target.value })
          }}
        />
        <PrintHint text={value.suggestions} />
      </Labelled>
      <TallyView dossier={dossier} panel={panel} />
      <Labelled label={t('opinion.conclusion')}>
        <Radio.Group
          aria-label={t('opinion.conclusion')}
          className="conclusions"
          value={value.conclusion}
          onChange={(event) => {
            set({ conclusion: event.target.value as PanelOpinion['conclusion'] })
          }}
        >
          {panelConclusions.map((conclusion) => (
            <Radio key={conclusion} value={conclusion}>
              {wordsOf(t, `value.conclusion.${conclusion}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Labelled>
      {dissents.length === 0 ? null : (
        <div>
          <h3>{t('opinion.dissents')}</h3>
          {dissents.map((opinion) => (
            <blockquote key={opinion.expertId} className="clause">
              <cite>{opinion.expertName}</cite>
              <p>{opinion.dissent}</p>
            </blockquote>
          ))}
        </div>
      )}
      <Refusals
        panel={panel}
        refusals={value.refusals}
        onChange={(refusals) => {
          set({ refusals })
        }}
      />
      <div className="fields">
        <Labelled label={t('panels.leader')}>
          <span>{leader === undefined ? t('opinion.noLeader') : leader.name}</span>
        </Labelled>
        <Labelled label={t('opinion.signedOn')} htmlFor="opinion-on" error={wordsAt(dayGaps, 'signedOn', t)}>
          <DayInput
            id="opinion-on"
            value={value.signedOn}
            onChange={(signedOn) => {
              set({ signedOn })
            }}
          />
        </Labelled>
      </div>
      {missing.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('opinion.missing')}
          description={
            <ul className="why-not">
              {missing.map((item) => (
                <li key={`${item.field}-${item.label}`}>{item.label}</li>
              ))}
            </ul>
          }
        />
      )}
      {gaps.map((gap) => (
        <Alert key={gap.code} type="error" showIcon role="alert" title={gapWords(gap, t)} />
      ))}
      {readBack === null ? <ErrorNote error={task.error} /> : null}
      <div className="panel-foot">
        <Button onClick={previewDraft}>{t('batch.previewDraft')}</Button>
        <Button
          type="primary"
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              const prepared = await prepareSeal(dossier, panel, value, now())
              setMissing(prepared.ok ? [] : prepared.error.missing)
              setGaps(prepared.ok ? [] : prepared.error.gaps)
              setReadBack(prepared.ok ? prepared.value : null)
            })
          }}
        >
          {t('opinion.seal')}
        </Button>
      </div>
      {readBack === null ? null : (
        <SealDialog
          opinion={readBack}
          panel={panel}
          task={task}
          onClose={() => {
            setReadBack(null)
          }}
          onSeal={() => {
            task.run(async () => {
              await sealOpinion(dossier, panel, value, readBack, now())
              await draft.drop()
              setReadBack(null)
              onSealed(readBack.version)
            })
          }}
        />
      )}
      {model === null ? null : (
        <DocumentPreview
          model={model}
          baseName={t('opinion.draftFileName', { name: dossier.file.content.alliance.name })}
          sign={false}
          exchangeFolder={exchangeFolder}
          onWritten={() => Promise.resolve()}
          onClose={() => {
            setModel(null)
          }}
        />
      )}
    </section>
  )
}
