import type { Panel, PanelOpinion } from '@shared/domain/panel'
import { PanelOpinionText } from '@renderer/ui/PanelOpinionText'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import type { Task } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** 封存前读回: the whole opinion once more, then the seal. */
export function SealDialog(props: {
  readonly opinion: PanelOpinion
  readonly panel: Panel
  readonly allianceName: string
  readonly task: Task
  readonly onClose: () => void
  readonly onSeal: () => void
}) {
  const { t } = useTranslation()
  const { opinion, panel, allianceName, task, onClose, onSeal } = props
  return (
    <ReadBackDialog
      title={t('opinion.sealAsk', { version: opinion.version })}
      meaning={t('opinion.sealMeaning')}
      lines={[
        { term: t('field.allianceName'), words: allianceName, isStrong: true },
        { term: t('readBack.panel'), words: panel.title },
        { term: t('readBack.dossier'), words: t('dossier.version', { version: opinion.dossierVersion }) },
      ]}
      confirm={t('opinion.sealDo')}
      task={task}
      onClose={onClose}
      onConfirm={onSeal}
    >
      <PanelOpinionText opinion={opinion} experts={panel.experts} />
    </ReadBackDialog>
  )
}
