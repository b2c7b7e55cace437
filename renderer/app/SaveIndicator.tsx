import { CheckCircleOutlined, EditOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons'
import { failureWords } from '@renderer/platform/failure-words'
import { timeOfDay } from '@renderer/platform/clock'
import { useSaveStore } from '@renderer/data/save-state'
import { useTranslation } from '@renderer/ui/translation'

/** What of the typing is on disk; never "saved" before the host has answered. */
export function SaveIndicator() {
  const { t } = useTranslation()
  const state = useSaveStore((store) => store.state)
  switch (state.kind) {
    case 'clean':
      return (
        <span className="save-state" role="status">
          <CheckCircleOutlined aria-hidden /> {t('save.clean')}
        </span>
      )
    case 'typing':
      return (
        <span className="save-state" role="status">
          <EditOutlined aria-hidden /> {t('save.typing')}
        </span>
      )
    case 'saving':
      return (
        <span className="save-state" role="status">
          <SyncOutlined aria-hidden /> {t('save.saving')}
        </span>
      )
    case 'saved':
      return (
        <span className="save-state" role="status">
          <CheckCircleOutlined aria-hidden /> {t('save.saved', { time: timeOfDay(state.at) })}
        </span>
      )
    case 'failed':
      return (
        <span className="save-state danger" role="alert">
          <WarningOutlined aria-hidden /> {t('save.failed', { detail: failureWords(state.error, t) })}
        </span>
      )
  }
}
