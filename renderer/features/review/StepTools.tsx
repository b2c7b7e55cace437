import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from '@renderer/ui/translation'

/** Takes back and does again, whatever was judged, written or pinned last in this dossier. */
export function StepTools(props: {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
}) {
  const { t } = useTranslation()
  return (
    <span className="step-tools">
      <Button
        type="text"
        icon={<UndoOutlined aria-hidden />}
        aria-label={t('writing.undo')}
        title={t('writing.undo')}
        disabled={!props.canUndo}
        onClick={props.onUndo}
      />
      <Button
        type="text"
        icon={<RedoOutlined aria-hidden />}
        aria-label={t('writing.redo')}
        title={t('writing.redo')}
        disabled={!props.canRedo}
        onClick={props.onRedo}
      />
    </span>
  )
}
