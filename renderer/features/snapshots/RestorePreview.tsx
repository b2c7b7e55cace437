import { Modal } from 'antd'
import type { SnapshotPreview } from '@shared/ipc/snapshot'
import { hasWords } from '@shared/messages/translator'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'

/** What going back to a snapshot would bring, before a person says so. */
export function RestorePreview(props: {
  readonly preview: SnapshotPreview
  readonly busy: boolean
  readonly onRestore: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { total, records, drafts } = props.preview
  const latest = drafts
    .map((draft) => draft.savedAt)
    .sort()
    .at(-1)
  return (
    <Modal
      open
      width="50rem"
      title={t('snapshots.previewTitle')}
      okText={t('snapshots.restore')}
      cancelText={t('common.cancel')}
      confirmLoading={props.busy}
      onOk={props.onRestore}
      onCancel={props.onClose}
    >
      {total === 0 && drafts.length === 0 ? <p>{t('snapshots.previewNothing')}</p> : null}
      {total === 0 ? null : (
        <>
          <p>{t('snapshots.previewRecords', { total })}</p>
          <div className="restore-preview" tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('snapshots.previewAt')}</th>
                  <th scope="col">{t('snapshots.previewWhat')}</th>
                  <th scope="col">{t('snapshots.previewBy')}</th>
                </tr>
              </thead>
              <tbody>
                {records.map(({ id, type, at, by, subject }) => {
                  const words = `record.${type}`
                  const what = hasWords(t, words) ? t(words) : type
                  return (
                    <tr key={id}>
                      <td>{dayAndTime(at)}</td>
                      <td>{subject === '' ? what : `${what}${t('punctuation.colon')}${subject}`}</td>
                      <td>{by}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
      {latest === undefined ? null : (
        <p>{t('snapshots.previewDrafts', { count: drafts.length, at: dayAndTime(latest) })}</p>
      )}
      <p className="quiet">{t('snapshots.previewKeeps')}</p>
    </Modal>
  )
}
