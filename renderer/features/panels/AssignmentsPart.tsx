import { Button, Progress } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useRef, useState } from 'react'
import { dossiersFor } from '@shared/acts/panel'
import { withoutKey } from '@shared/bundle/protection'
import { calendarDateSchema } from '@shared/domain/date'
import { labelled } from '@shared/domain/expert-label'
import type { Expert, Panel } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { loadOffice } from '@renderer/data/office'
import { loadRecipientsById } from '@renderer/data/recipients'
import { loadPanelTraffic } from '@renderer/data/panels'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { DayInput } from '@renderer/ui/DayInput'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { Labelled } from '@renderer/ui/Labelled'
import { useProtection } from '@renderer/ui/use-protection'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { LockChoice } from './LockChoice'
import { exportAssignment, labelIn } from './panels-actions'

/** 送审: one bundle per expert, and what came back from each. */
export function AssignmentsPart({ panel, cases }: { readonly panel: Panel; readonly cases: readonly DossierCase[] }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: from } = usePerson()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const traffic = useLiveQuery(() => loadPanelTraffic(panel.id), [panel.id])
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [isLocked, setIsLocked] = useState(true)
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const [progress, setProgress] = useState<number | null>(null)
  const stopped = useRef<boolean>(false)
  const task = useTask()
  const office = useLiveQuery(loadOffice)
  const due = calendarDateSchema.safeParse(dueOn)
  const badDay = dueOn !== null && !due.success
  const decisions = cases.flatMap((item) => item.file.proceedings.recusalDecisions)
  const experts = panel.members.flatMap((member) => panel.experts.find((expert) => expert.id === member.expertId) ?? [])
  const recipients = useLiveQuery(() => loadRecipientsById(labelled(panel.experts)), [panel])
  const recipientOf = ({ id }: Expert) => [recipients?.get(id) ?? []].flat()
  const members = experts.flatMap(recipientOf)
  const protection = useProtection(members, office?.bundleProtection ?? 'recipient')
  const readable = protection.of()?.kind === 'none' ? withoutKey(members).map(({ name }) => name) : []
  const isStopped = () => stopped.current
  const send = async (people: readonly Expert[]) => {
    stopped.current = false
    setFiles([])
    try {
      for (const [index, expert] of people.entries()) {
        setProgress(index / people.length)
        const dossierIds = dossiersFor(panel, expert.id, decisions)
        const protect = protection.of(recipientOf(expert))
        if (dossierIds.length > 0 && protect !== null) {
          const file = await exportAssignment({
            panel,
            expert,
            dossierIds,
            issuedOn: today,
            dueOn: due.success ? due.data : null,
            from,
            protect,
            lock: isLocked ? { keyId: recipientOf(expert)[0]?.keyId ?? null } : null,
            folder,
            fileName: bundleFileName(t, 'assign.fileName', { name: labelIn(panel, expert), today }),
          })
          setFiles((before) => [...before, file])
        }
        if (isStopped()) return
      }
    } finally {
      setProgress(null)
    }
  }
  return (
    <section className="panel stack">
      <h2>{t('assign.title')}</h2>
      <div className="fields">
        <Labelled label={t('assign.dueOn')} htmlFor="assign-due" error={badDay ? t('common.needDate') : null}>
          <DayInput id="assign-due" value={dueOn} onChange={setDueOn} />
        </Labelled>
      </div>
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      {protection.fields}
      <LockChoice isLocked={isLocked} readable={readable} onChange={setIsLocked} />
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('common.name')}</th>
              <th scope="col">{t('assign.sent')}</th>
              <th scope="col">{t('assign.received')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {experts.map((expert) => {
              const sent = traffic?.exports.findLast((row) => row.value.expertId === expert.id)
              const opinions = traffic?.opinions.filter((row) => row.value.expertId === expert.id) ?? []
              const versions = new Set(opinions.map((row) => row.value.dossierId)).size
              return (
                <tr key={expert.id}>
                  <td>{labelIn(panel, expert)}</td>
                  <td>{sent === undefined ? t('assign.notSent') : dayAndTime(sent.at)}</td>
                  <td>
                    {t('assign.count', {
                      count: versions,
                      all: dossiersFor(panel, expert.id, decisions).length,
                    })}
                  </td>
                  <td>
                    <Button
                      size="small"
                      disabled={task.busy || badDay || protection.of(recipientOf(expert)) === null}
                      onClick={() => {
                        task.run(() => send([expert]))
                      }}
                    >
                      {t('assign.exportOne')}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {progress === null ? null : <Progress percent={Math.round(progress * 100)} />}
      <ErrorNote error={task.error} />
      <WrittenFiles files={files} />
      <div className="panel-foot">
        {task.busy ? (
          <Button
            onClick={() => {
              stopped.current = true
            }}
          >
            {t('common.cancel')}
          </Button>
        ) : null}
        <Button
          type="primary"
          loading={task.busy}
          disabled={badDay || protection.of() === null}
          onClick={() => {
            task.run(() => send(experts))
          }}
        >
          {t('assign.exportAll', { count: experts.length })}
        </Button>
      </div>
    </section>
  )
}
