import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import type { Gap } from '@shared/acts/act'
import { opinionDayGaps } from '@shared/acts/panel-gaps'
import { calendarDateSchema } from '@shared/domain/date'
import { expertLabel, labelAmong } from '@shared/domain/expert-label'
import { dossierDocument } from '@shared/documents/catalogue'
import type { MissingValue } from '@shared/documents/missing-values'
import { panelOpinionAsTyped, type OpinionDraft } from '@shared/acts/seal-panel-opinion'
import { panelConclusions, type Panel, type PanelOpinion } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { draftCopy, panelOpinionAsked } from '@shared/acts/paper-facts'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import type { DraftHandle } from '@renderer/data/use-draft'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { now } from '@renderer/platform/clock'
import { MissingList } from '@renderer/parts/papers/MissingList'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { DayInput } from '@renderer/ui/DayInput'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { opinionsOf, prepareSeal, sealOpinion } from './panel-opinion-actions'
import { Refusals } from './Refusals'
import { SealDialog } from './SealDialog'
import { TallyView } from './TallyView'

/** The rest of the opinion: problems, suggestions, conclusion, votes; then a draft copy, then the seal. */
export function OpinionWriting(props: {
  readonly dossier: DossierCase
  readonly panel: Panel
  readonly draft: DraftHandle<OpinionDraft>
  readonly onSealed: (version: number) => void
  /** It was begun on another version: nothing is sealed before a person looked. */
  readonly isOther: boolean
}) {
  const { t } = useTranslation()
  const { dossier, panel, draft, onSealed, isOther } = props
  const { value } = draft
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const [gaps, setGaps] = useState<readonly Gap[]>([])
  const [readBack, setReadBack] = useState<PanelOpinion | null>(null)
  const desk = usePaperDesk()
  const ground = { dossierId: dossier.file.id, panelId: panel.id }
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
    setMissing([])
    desk.open({
      paper: dossierDocument('panel-opinion'),
      ground,
      load: (createdAt) =>
        loadDocumentFacts(dossier, createdAt, panelOpinionAsked, {
          ...draftCopy,
          meant: { panel, panelOpinion: panelOpinionAsTyped(dossier.file, panel, value) },
        }),
    })
  }
  const leader = panel.experts.find((expert) => expert.id === panel.leaderExpertId)
  return (
    <section className="panel stack" aria-label={t('opinion.whole')}>
      <h2>{t('opinion.whole')}</h2>
      <Labelled label={`${t('opinion.problems')}（${t('common.required')}）`} htmlFor="opinion-problems">
        <TextArea
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
        <TextArea
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
              <cite>{labelAmong(opinion.expertId, opinion.expertName, panel.experts)}</cite>
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
          <span>{leader === undefined ? t('opinion.noLeader') : expertLabel(leader, panel.experts)}</span>
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
      <MissingList missing={missing} inputs={[]} ground={ground} />
      {gaps.map((gap) => (
        <Alert key={gap.code} type="error" showIcon role="alert" title={gapWords(gap, t)} />
      ))}
      {readBack === null ? <ErrorNote error={task.error} /> : null}
      <div className="panel-foot">
        <Button loading={desk.busy} onClick={previewDraft}>
          {t('batch.previewDraft')}
        </Button>
        <Button
          type="primary"
          disabled={isOther}
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
          allianceName={dossier.file.content.alliance.name}
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
      {desk.element}
    </section>
  )
}
