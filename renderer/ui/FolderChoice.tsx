import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { callHost } from '../platform/bridge'
import { useTranslation } from './translation'

/** Where a file goes: the exchange folder, or another one picked by the system's dialog or typed where there is none. */
export function FolderChoice(props: {
  readonly exchangeFolder: string
  /** `null` is the exchange folder. */
  readonly folder: string | null
  readonly onChange: (folder: string | null) => void
}) {
  const { t } = useTranslation()
  const [typing, setTyping] = useState(false)
  const { exchangeFolder, folder, onChange } = props
  const pick = async () => {
    const answer = await callHost('dialog:pick-folder', undefined)
    if (answer.kind === 'picked') onChange(answer.path)
    if (answer.kind === 'unsupported') setTyping(true)
  }
  return (
    <div className="row">
      <FolderOpenOutlined aria-hidden />
      {typing ? (
        <Input
          className="grow"
          aria-label={t('folder.path')}
          placeholder={t('folder.path')}
          value={folder ?? ''}
          onChange={(event) => {
            onChange(event.target.value === '' ? null : event.target.value)
          }}
        />
      ) : (
        <span className="path">
          {folder === null ? t('folder.exchange', { folder: exchangeFolder }) : t('folder.other', { folder })}
        </span>
      )}
      <Button size="small" onClick={() => void pick()}>
        {t('folder.pick')}
      </Button>
      {folder === null && !typing ? null : (
        <Button
          size="small"
          onClick={() => {
            setTyping(false)
            onChange(null)
          }}
        >
          {t('folder.back')}
        </Button>
      )}
    </div>
  )
}
