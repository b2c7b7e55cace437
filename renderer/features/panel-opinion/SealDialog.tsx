import { Modal } from 'antd'
import type { Panel, PanelOpinion } from '@shared/domain/panel'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PanelOpinionText } from '@renderer/ui/PanelOpinionText'
import type { Task } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** 封存前读回: the whole opinion once more, then the seal. */
export function SealDialog(props: {
  readonly opinion: PanelOpinion
  readonly panel: Panel
  readonly task: Task
  readonly onClose: () => void
  readonly onSeal: () => void
}) {
  const { t } = useTranslation()
  const { opinion, panel, task, onClose, onSeal } = props
  return (
    <Modal
      open
      title={t('opinion.sealAsk', { version: opinion.version })}
      width="46rem"
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('act.changeAgain')}
          onLeave={onClose}
          act={t('opinion.sealDo')}
          busy={task.busy}
          onAct={onSeal}
        />
      }
    >
      <p>{t('opinion.sealMeaning')}</p>
      <PanelOpinionText opinion={opinion} experts={panel.experts} />
      <ErrorNote error={task.error} />
    </Modal>
  )
}
