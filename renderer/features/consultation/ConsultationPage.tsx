import { Alert, Button, Input, Select } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Gap } from '@shared/acts/act'
import { consultationActions, type ConsultationDraft } from '@shared/acts/consultation'
import type { Action } from '@shared/records/payloads'
import { statusesTaking } from '@shared/workflow/status-moves'
import { loadCasesInStatus } from '@renderer/data/case-queues'
import { useDraft } from '@renderer/data/use-draft'
import { useOffice, usePerson, useToday } from '@renderer/data/use-live'
import { DayInput } from '@renderer/ui/DayInput'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { PageHead } from '@renderer/ui/PageHead'
import { useIntoView } from '@renderer/ui/use-into-view'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { gapWords } from '@renderer/platform/gap-words'
import { CaseDecision } from './CaseDecision'
import { CultivationList } from './CultivationList'
import { MeetingSummary } from './MeetingSummary'
import { consultationOf, saveConsultation } from './consultation-actions'
import { ReadBackMeeting } from './ReadBackMeeting'

const empty: ConsultationDraft = { heldOn: null, minutesNo: '', attendeeAgencyIds: [], decisions: {} }
const noGaps: readonly Gap[] = []
type Saved = { readonly count: number; readonly heldOn: string; readonly minutesNo: string }

/** What a meeting may settle, and what has to be taken up again first. */
const forTheGroup = statusesTaking(...consultationActions, 'resume-consultation')

/** 会商 (Art. 13): what the coordination group settled, dossier by dossier. */
export function ConsultationPage() {
  const { t } = useTranslation()
  const today = useToday()
  const office = useOffice()
  const { name: by } = usePerson()
  const cases = useLiveQuery(() => loadCasesInStatus(forTheGroup, today), [today])
  const draft = useDraft<ConsultationDraft>('consultation', empty)
  const [gaps, setGaps] = useState(noGaps)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [readBack, setReadBack] = useState<readonly Action[] | null>(null)
  // One records at the foot of a long list; what was recorded stands at its head.
  const head = useIntoView<HTMLDivElement>(saved === null ? null : saved.minutesNo)
  const task = useTask()
  const { value } = draft
  const set = (part: Partial<ConsultationDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
    setGaps(noGaps)
    setSaved(null)
  }
  const gap = (key: string) => {
    const found = gaps.find(({ field }) => field === key)
    return found === undefined ? null : gapWords(found, t)
  }
  const ask = () => {
    const decided = consultationOf(value, cases ?? [], { by, today })
    setGaps(decided.ok ? noGaps : decided.error)
    setReadBack(decided.ok ? decided.value : null)
  }
  const save = (readBack: readonly Action[]) => {
    task.run(async () => {
      const done = await saveConsultation(readBack, consultationOf(value, cases ?? [], { by, today }))
      await draft.drop(empty)
      setReadBack(null)
      setSaved({ count: done, heldOn: value.heldOn ?? '', minutesNo: value.minutesNo.trim() })
    })
  }
  return (
    <>
      <PageHead title={t('consultation.title')} note={t('consultation.note')} />
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div ref={head}>
        {saved === null ? null : <Alert type="success" showIcon role="status" title={t('consultation.saved', saved)} />}
      </div>
      {cases === undefined || cases.length === 0 ? null : <MeetingSummary cases={cases} office={office} />}
      {cases?.length === 0 ? (
        <section className="panel">
          <EmptyScreen words={t('consultation.empty')} />
        </section>
      ) : (
        <section className="panel stack">
          <div className="fields">
            <Labelled label={t('consultation.heldOn')} htmlFor="consultation-on" error={gap('heldOn')}>
              <DayInput
                id="consultation-on"
                value={value.heldOn}
                onChange={(heldOn) => {
                  set({ heldOn })
                }}
              />
            </Labelled>
            <Labelled label={t('consultation.minutesNo')} htmlFor="consultation-no" error={gap('minutesNo')}>
              <Input
                id="consultation-no"
                value={value.minutesNo}
                onChange={(event) => {
                  set({ minutesNo: event.target.value })
                }}
              />
            </Labelled>
            <Labelled label={t('consultation.attendees')} htmlFor="consultation-who" wide>
              <Select
                id="consultation-who"
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                value={[...value.attendeeAgencyIds]}
                options={office.agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
                onChange={(attendeeAgencyIds) => {
                  set({ attendeeAgencyIds })
                }}
              />
            </Labelled>
          </div>
          {cases?.map((dossier) => (
            <CaseDecision
              key={dossier.file.id}
              dossier={dossier}
              item={value.decisions[dossier.file.id] ?? { decision: null, note: '' }}
              mayCultivate={office.interpretation.cultivationList}
              errorOf={(field) => gap(`${field}/${dossier.file.id}`)}
              onChange={(item) => {
                set({ decisions: { ...value.decisions, [dossier.file.id]: item } })
              }}
            />
          ))}
          {gap('decisions') === null ? null : <Alert type="error" showIcon role="alert" title={gap('decisions')} />}
          {readBack === null ? <ErrorNote error={task.error} /> : null}
          <div className="panel-foot">
            <Button type="primary" loading={task.busy} onClick={ask}>
              {t('consultation.save')}
            </Button>
          </div>
        </section>
      )}
      {office.interpretation.cultivationList ? <CultivationList /> : null}
      {readBack === null ? null : (
        <ReadBackMeeting
          actions={readBack}
          draft={value}
          cases={cases ?? []}
          task={task}
          onClose={() => {
            setReadBack(null)
          }}
          onRecord={() => {
            save(readBack)
          }}
        />
      )}
    </>
  )
}
