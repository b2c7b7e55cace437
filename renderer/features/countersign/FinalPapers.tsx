import { Alert, Button } from 'antd'
import { useState } from 'react'
import { countersignedPaper } from '@shared/documents/catalogue-other'
import { joinedName } from '@shared/documents/paper'
import { paperNames } from '@shared/documents/vocabulary/papers'
import type { Panel } from '@shared/domain/panel'
import type { CountersignCase } from '@renderer/data/countersign'
import { useSession } from '@renderer/data/session'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { exportSignedPaper, loadFinalCopy } from './countersign-actions'

/** 会签完成: the last copy with every hand in its cell, and the PDF that experts signed one after another. */
export function FinalPapers(props: { readonly round: CountersignCase; readonly panel: Panel; readonly name: string }) {
  const { t } = useTranslation()
  const { round, panel, name } = props
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const desk = usePaperDesk()
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const { standing, chain } = round
  if (!standing.isFinished) return <p className="quiet">{t('countersign.notFinished')}</p>
  const signed = standing.experts.filter(({ state }) => state === 'signed').length
  return (
    <section className="panel stack" aria-label={t('countersign.final')}>
      <h2>{t('countersign.final')}</h2>
      <Alert
        type="success"
        showIcon
        title={t('countersign.finished', { signed, all: standing.experts.length })}
        description={
          standing.closing === null
            ? null
            : t('countersign.closed', { day: standing.closing.on, reason: standing.closing.reason })
        }
      />
      <p>{t('countersign.finalWhat')}</p>
      <div className="row">
        <Button
          type="primary"
          loading={desk.busy}
          onClick={() => {
            desk.open({
              paper: countersignedPaper,
              ground: { dossierId: round.round.value.dossierId, panelId: panel.id },
              load: (createdAt) => loadFinalCopy(round, { experts: panel.experts, allianceName: name }, createdAt),
            })
          }}
        >
          {t('countersign.previewFinal')}
        </Button>
      </div>
      {chain.signers.length === 0 ? null : (
        <>
          <p>{t('countersign.chainWhat', { count: chain.signers.length, all: signed })}</p>
          <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
          <div className="row">
            <Button
              disabled={task.busy}
              onClick={() => {
                task.run(async () => {
                  setFiles([])
                  setFiles(
                    await exportSignedPaper(round, {
                      baseName: joinedName(paperNames['panel-opinion-chain'], name),
                      folder,
                    }),
                  )
                })
              }}
            >
              {t('countersign.exportChain')}
            </Button>
          </div>
        </>
      )}
      <ErrorNote error={task.error} />
      <WrittenFiles files={files} />
      {desk.element}
    </section>
  )
}
