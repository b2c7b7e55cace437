import { ArrowUpOutlined, FolderOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { callHost, done } from '../platform/bridge'
import { ErrorNote } from '../ui/ErrorNote'
import { useTranslation } from '../ui/translation'

type View = Extract<IpcOutput<'folder:browse'>, { kind: 'done' }>

/** A folder that a person chose: the host's name for it, and its path to be read. */
export type ChosenFolder = { readonly place: string; readonly path: string }

/** Chooses a folder where the shell has no dialog of the system: the host says which there are. */
export function FolderChooser(props: {
  readonly onChoose: (folder: ChosenFolder) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<string | null>(null)
  const [view, setView] = useState<View | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let current = true
    callHost('folder:browse', { folder: asked }).then(
      (answer) => {
        if (!current) return
        try {
          setView(done(answer))
          setFailure(null)
        } catch (error) {
          setFailure(error)
        }
      },
      (error: unknown) => {
        if (current) setFailure(error)
      },
    )
    return () => {
      current = false
    }
  }, [asked])
  const { place = null, path = null } = view ?? {}
  const chosen = place === null || path === null ? null : { place, path }
  return (
    <Modal
      open
      width="40rem"
      title={t('folder.pick')}
      okText={t('folder.take')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: chosen === null }}
      onCancel={props.onCancel}
      onOk={() => {
        if (chosen !== null) props.onChoose(chosen)
      }}
    >
      <div className="stack">
        <p className="path" aria-live="polite">
          {path ?? t('folder.places')}
        </p>
        <ErrorNote error={failure} />
        {chosen === null ? null : (
          <Button
            icon={<ArrowUpOutlined />}
            onClick={() => {
              setAsked(view?.parent ?? null)
            }}
          >
            {t('folder.up')}
          </Button>
        )}
        <ul className="folder-list" aria-label={t('folder.list')}>
          {view?.folders.map(({ name, place: below }) => (
            <li key={below}>
              <Button
                type="text"
                icon={<FolderOutlined />}
                onClick={() => {
                  setAsked(below)
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
        {view?.folders.length === 0 ? <p className="quiet">{t('folder.none')}</p> : null}
      </div>
    </Modal>
  )
}
