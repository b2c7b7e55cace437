import { FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ChosenFolder } from './FolderChooser'
import { useFolderPick } from './use-folder-pick'
import { useTranslation } from '../ui/translation'

/** Where a file goes: the exchange folder, or another one that a person chooses. */
export function FolderChoice(props: {
  readonly exchangeFolder: string
  /** The host's name for the folder; `null` is the exchange folder. */
  readonly folder: string | null
  readonly onChange: (folder: string | null) => void
}) {
  const { t } = useTranslation()
  const { exchangeFolder, folder, onChange } = props
  const [chosen, setChosen] = useState<ChosenFolder | null>(null)
  const { pick, chooser } = useFolderPick((picked) => {
    setChosen(picked)
    onChange(picked.place)
  })
  return (
    <div className="row">
      <FolderOpenOutlined aria-hidden />
      <span className="path">
        {folder === null
          ? t('folder.exchange', { folder: exchangeFolder })
          : t('folder.other', { folder: chosen?.path ?? '' })}
      </span>
      <Button size="small" onClick={() => void pick()}>
        {t('folder.pick')}
      </Button>
      {folder === null ? null : (
        <Button
          size="small"
          onClick={() => {
            onChange(null)
          }}
        >
          {t('folder.back')}
        </Button>
      )}
      {chooser}
    </div>
  )
}
