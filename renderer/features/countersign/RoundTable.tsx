import { expertLabel, labelAmong, labelled } from '@shared/domain/expert-label'
import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { SigningState } from '@shared/domain/countersign'
import type { Expert, Panel } from '@shared/domain/panel'
import type { StatusTone } from '@shared/workflow/status-look'
import type { CountersignCase } from '@renderer/data/countersign'
import { loadOffice } from '@renderer/data/office'
import { loadRecipientsById } from '@renderer/data/recipients'
import { useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/data/session'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { Shape, type ShapeName } from '@renderer/ui/Shape'
import { useProtection } from '@renderer/ui/use-protection'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { awaitedOf, sendRound, signersOf } from './countersign-actions'
import { SignatureCell } from './SignatureCell'

const look: Readonly<Record<SigningState, readonly [ShapeName, StatusTone]>> = {
  signed: ['dot', 'green'],
  declined: ['square', 'red'],
  'refused-before': ['square', 'red'],
  missing: ['cross', 'grey'],
  late: ['triangle', 'amber'],
  awaited: ['outline', 'grey'],
}

/** Who has signed, who is awaited, who is late; and the bundles that go out. */
export function RoundTable({ round, panel }: { readonly round: CountersignCase; readonly panel: Panel }) {
  const { t } = useTranslation()
  const today = useToday()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const { standing, chain } = round
  const { openedOn, dueOn } = round.round.value
  const experts = signersOf(round, panel)
  const awaited = experts.filter(({ id }) => awaitedOf(round).has(id))
  const signed = standing.experts.filter(({ state }) => state === 'signed').length
  const office = useLiveQuery(loadOffice)
  const recipients = useLiveQuery(() => loadRecipientsById(labelled(panel.experts)), [panel])
  const recipientsOf = (people: readonly Expert[]) => people.flatMap(({ id }) => recipients?.get(id) ?? [])
  const protection = useProtection(recipientsOf(awaited), office?.bundleProtection ?? 'recipient')
  const protectFor = (people: readonly Expert[]) => protection.of(recipientsOf(people))
  const send = (people: readonly Expert[]) => {
    task.run(async () => {
      setFiles([])
      const written: WrittenFile[] = []
      for (const expert of people) {
        const protect = protectFor([expert])
        if (protect === null) continue
        const fileName = bundleFileName(t, 'countersign.bundleName', {
          name: expertLabel(expert, panel.experts),
          today,
        })
        written.push(
          await sendRound(
            round,
            { id: expert.id, name: expertLabel(expert, panel.experts) },
            { folder, fileName, protect },
          ),
        )
        setFiles([...written])
      }
    })
  }
  return (
    <section className="panel stack" aria-label={t('countersign.progress')}>
      <h2>{t('countersign.progressOf', { signed, all: standing.experts.length })}</h2>
      <p className="quiet">
        {t('countersign.openedOn', {
          day: openedOn,
          due: dueOn === null ? t('countersign.noDue') : t('countersign.due', { day: dueOn }),
          count: chain.signers.length,
        })}
      </p>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('common.name')}</th>
              <th scope="col">{t('common.state')}</th>
              <th scope="col">{t('countersign.signature')}</th>
              <th scope="col">{t('countersign.onPdf')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('common.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {standing.experts.map(({ expertId, state, signature }) => {
              const expert = experts.find(({ id }) => id === expertId)
              const name = labelAmong(expertId, signature?.expertName ?? '', panel.experts)
              const [shape, tone] = look[state]
              return (
                <tr key={expertId}>
                  <td>{name}</td>
                  <td>
                    <span className="mark">
                      <Shape shape={shape} tone={tone} />
                      {t(`countersign.state.${state}`)}
                    </span>
                  </td>
                  <td>{signature === null ? null : <SignatureCell signature={signature} name={name} />}</td>
                  <td>
                    {chain.signers.some((signer) => signer.expertId === expertId)
                      ? t('countersign.onPdf.yes')
                      : signature === null
                        ? null
                        : t('countersign.onPdf.no')}
                  </td>
                  <td className="number">
                    {expert !== undefined && awaited.includes(expert) ? (
                      <Button
                        size="small"
                        disabled={task.busy || protectFor([expert]) === null}
                        onClick={() => {
                          send([expert])
                        }}
                      >
                        {t('countersign.sendOne')}
                        <span className="visually-hidden"> {name}</span>
                      </Button>
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {awaited.length === 0 ? null : (
        <>
          <p className="quiet">{t('countersign.ways')}</p>
          <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
          {protection.fields}
        </>
      )}
      <ErrorNote error={task.error} />
      <WrittenFiles files={files} />
      {awaited.length === 0 ? null : (
        <div className="panel-foot">
          <Button
            type="primary"
            loading={task.busy}
            disabled={protectFor(awaited) === null}
            onClick={() => {
              send(awaited)
            }}
          >
            {t('countersign.sendAll', { count: awaited.length })}
          </Button>
        </div>
      )}
    </section>
  )
}
