import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { MissingValue } from '@shared/documents/missing-values'
import { calendarDateSchema } from '@shared/domain/date'
import { expertLabel } from '@shared/domain/expert-label'
import type { Panel, PanelOpinion } from '@shared/domain/panel'
import { recusedExperts } from '@shared/domain/tally'
import type { DossierCase } from '@renderer/data/cases'
import { usePerson, useToday } from '@renderer/data/use-live'
import { MissingList } from '@renderer/parts/papers/MissingList'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { openRound } from './countersign-actions'

/** 发起会签: who is to sign, by when; the paper that goes round is set and signed by the division. */
export function OpenRound(props: {
  readonly dossier: DossierCase
  readonly panel: Panel
  readonly opinion: PanelOpinion
}) {
  const { t } = useTranslation()
  const { dossier, panel, opinion } = props
  const today = useToday()
  const { name: from } = usePerson()
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const [isReadBack, setReadBack] = useState(false)
  const task = useTask()
  const isPublished = dossier.file.proceedings.pilotTerm !== null
  const due = calendarDateSchema.safeParse(dueOn)
  const badDay = dueOn !== null && !due.success
  const recused = recusedExperts(panel, dossier.file.id, dossier.file.proceedings.recusalDecisions)
  const names = (ids: readonly string[]) =>
    ids
      .flatMap((id) => panel.experts.filter((expert) => expert.id === id))
      .map((expert) => expertLabel(expert, panel.experts))
      .join(t('punctuation.list'))
  const present = panel.members.filter((member) => member.present === true).map((member) => member.expertId)
  const signing = present.filter((id) => !recused.has(id))
  return (
    <section className="panel stack" aria-label={t('countersign.open')}>
      <h2>{t('countersign.open')}</h2>
      {isPublished ? <Alert type="warning" showIcon title={t('gap.published')} /> : null}
      <p>{t('countersign.who', { count: signing.length, names: names(signing) })}</p>
      {recused.size === 0 ? null : <p className="quiet">{t('countersign.notWho', { names: names([...recused]) })}</p>}
      <div className="fields">
        <Labelled
          label={t('countersign.dueOn')}
          htmlFor="countersign-due"
          error={badDay ? t('common.needDate') : null}
          hint={t('countersign.dueHint')}
        >
          <DayInput id="countersign-due" value={dueOn} onChange={setDueOn} />
        </Labelled>
      </div>
      <MissingList missing={missing} inputs={[]} ground={{ dossierId: dossier.file.id, panelId: panel.id }} />
      {task.busy ? <p role="status">{t('countersign.opening')}</p> : null}
      <div className="panel-foot">
        <Button
          type="primary"
          loading={task.busy}
          disabled={badDay || signing.length === 0 || isPublished}
          onClick={() => {
            setMissing([])
            setReadBack(true)
          }}
        >
          {t('countersign.openDo')}
        </Button>
      </div>
      {isReadBack ? (
        <ReadBackDialog
          title={t('countersign.open')}
          meaning={t('countersign.openAsk')}
          lines={[
            { term: t('field.allianceName'), words: dossier.file.content.alliance.name, isStrong: true },
            { term: t('opinions.panel'), words: t('countersign.version', { version: opinion.version }) },
            { term: t('opinion.signedOn'), words: opinion.signedOn },
            {
              term: t('opinion.conclusion'),
              words: wordsOf(t, `value.conclusion.${opinion.conclusion}`),
              isStrong: true,
            },
            { term: t('countersign.signers', { count: signing.length }), words: names(signing) },
            { term: t('countersign.dueOn'), words: due.success ? due.data : t('countersign.noDue') },
          ]}
          confirm={t('act.confirm', { action: t('countersign.openDo') })}
          task={task}
          onClose={() => {
            setReadBack(false)
          }}
          onConfirm={() => {
            task.run(async () => {
              const opened = await openRound({
                dossier,
                panel,
                opinion,
                openedOn: today,
                dueOn: due.success ? due.data : null,
                from,
              })
              setMissing(opened.ok ? [] : opened.error)
              if (!opened.ok) setReadBack(false)
            })
          }}
        />
      ) : null}
    </section>
  )
}
