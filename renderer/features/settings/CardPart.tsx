import { Button } from 'antd'
import { useState } from 'react'
import type { Desk } from '@shared/ipc/contract'
import { useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/data/session'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { exportCard } from './settings-actions'

/** 本台名片: who this desk is and how to encrypt for it, as a small file for the other side. */
export function CardPart({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const today = useToday()
  const task = useTask()
  return (
    <section className="panel stack">
      <h2>{t('protection.card.title')}</h2>
      <p className="quiet">{t('protection.card.note')}</p>
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      <ErrorNote error={task.error} />
      <WrittenFiles files={files} />
      <div className="panel-foot">
        <Button
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              const fileName = bundleFileName(t, 'protection.card.fileName', { name: desk.name, today })
              setFiles([await exportCard(desk, { to: t('protection.card.to'), fileName, folder })])
            })
          }}
        >
          {t('protection.card.do')}
        </Button>
      </div>
    </section>
  )
}
