import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { ExpertOpinion, Panel } from '@shared/domain/panel'
import { newestOpinionRows } from '@shared/records/assemble-dossier'
import { openOpinions } from '@shared/records/opinion-standing'
import type { DossierCase } from '@renderer/data/cases'
import { loadOffice } from '@renderer/data/office'
import { loadExpertRecipients } from '@renderer/data/recipients'
import { loadPanelTraffic, loadReveals } from '@renderer/data/panels'
import { useDraft } from '@renderer/data/use-draft'
import { useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/data/session'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useProtection } from '@renderer/ui/use-protection'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { returnOpinion, labelIn } from './panels-actions'

/** 退回补正: what each expert handed back, and the way to ask for a corrected version. */
export function ReturnPart({ panel, cases }: { readonly panel: Panel; readonly cases: readonly DossierCase[] }) {
  const { t } = useTranslation()
  const traffic = useLiveQuery(() => loadPanelTraffic(panel.id), [panel.id])
  const [open, setOpen] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const reveals = useLiveQuery(() => loadReveals(panel.id), [panel.id])
  if (traffic === undefined || reveals === undefined) return null
  const opinions = openOpinions(traffic.opinions, [panel], reveals)
  if (opinions.length === 0) return null
  // Nothing of a panel is asked for again once its alliance is published (Art. 14).
  const published = new Set(cases.filter(({ file }) => file.proceedings.pilotTerm !== null).map(({ file }) => file.id))
  const nameOf = (dossierId: string) => cases.find((item) => item.file.id === dossierId)?.file.content.alliance.name
  return (
    <section className="panel stack" aria-label={t('returning.title')}>
      <h2>{t('returning.title')}</h2>
      <p className="quiet">{t('returning.note')}</p>
      <ul className="plain stack">
        {newestOpinionRows(opinions).map((row) => {
          const opinion = row.value
          const name = labelIn(panel, { id: opinion.expertId, name: opinion.expertName })
          const isPublished = published.has(opinion.dossierId)
          const returned = traffic.returns
            .filter(({ value }) => value.dossierId === opinion.dossierId && value.expertId === opinion.expertId)
            .filter(({ stamp }) => stamp > row.stamp)
            .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]?.value
          return (
            <li key={row.id} className="check stack">
              <div className="row">
                <strong>{name}</strong>
                {cases.length > 1 ? <span>{nameOf(opinion.dossierId)}</span> : null}
                <span>{wordsOf(t, `vote.${opinion.vote}`)}</span>
                <span className="quiet">
                  {t('returning.opinion', { version: opinion.version })} ·{' '}
                  {t('opinions.onVersion', { version: opinion.dossierVersion, on: opinion.signedOn })}
                </span>
                <Button
                  size="small"
                  disabled={isPublished}
                  aria-label={t('returning.openOf', { name })}
                  onClick={() => {
                    setOpen(row.id)
                    setFiles([])
                  }}
                >
                  {t('returning.open')}
                </Button>
              </div>
              {returned === undefined ? null : (
                <Alert
                  type="warning"
                  showIcon
                  title={t('returning.waiting', { day: returned.on, reason: returned.reason })}
                />
              )}
              {open === row.id ? (
                <ReturnForm
                  panel={panel}
                  opinion={opinion}
                  onClose={(file) => {
                    setOpen(null)
                    if (file !== null) setFiles([file])
                  }}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      <WrittenFiles files={files} />
    </section>
  )
}

function ReturnForm(props: {
  readonly panel: Panel
  readonly opinion: ExpertOpinion
  readonly onClose: (file: WrittenFile | null) => void
}) {
  const { t } = useTranslation()
  const { panel, opinion, onClose } = props
  const today = useToday()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [folder, setFolder] = useState<string | null>(null)
  const draft = useDraft(`return/${opinion.panelId}/${opinion.dossierId}/${opinion.expertId}/${opinion.version}`, '')
  const reason = draft.value
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const isEmpty = reason.trim() === ''
  const office = useLiveQuery(loadOffice)
  const { expertId } = opinion
  const expertName = labelIn(panel, { id: expertId, name: opinion.expertName })
  const recipients = useLiveQuery(
    () => loadExpertRecipients([{ id: expertId, name: expertName }]),
    [expertId, expertName],
    [],
  )
  const protection = useProtection(recipients, office?.bundleProtection ?? 'recipient')
  const protect = protection.of()
  return (
    <div className="stack answer">
      <ReasonField
        id="return-reason"
        autoFocus
        label={t('returning.reason')}
        error={asked && isEmpty ? t('returning.needReason') : null}
        value={reason}
        onChange={draft.change}
      />
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      {protection.fields}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button
          disabled={task.busy}
          onClick={() => {
            onClose(null)
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button
          type="primary"
          loading={task.busy}
          disabled={protect === null}
          onClick={() => {
            setAsked(true)
            if (isEmpty || protect === null) return
            task.run(async () => {
              const fileName = bundleFileName(t, 'returning.fileName', {
                name: expertName,
                today,
              })
              const file = await returnOpinion({
                ...{ panel, opinion, reason: reason.trim() },
                ...{ on: today, protect, folder, fileName },
              })
              await draft.drop()
              onClose(file)
            })
          }}
        >
          {t('returning.do')}
        </Button>
      </div>
    </div>
  )
}
