import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { listBundleImports } from '@renderer/data/imports'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { UndoImport } from './UndoImport'

type Chosen = { readonly bundleId: string; readonly fileName: string; readonly redo: boolean }

/** 已收下的联审包: what was taken in, and the way back from it and back again. */
export function ImportsPart() {
  const { t } = useTranslation()
  const imports = useLiveQuery(listBundleImports, [], [])
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [told, setTold] = useState<string | null>(null)
  return (
    <section className="panel stack">
      <h2>{t('exchange.imported')}</h2>
      {told === null ? null : <Alert type="success" showIcon role="status" title={told} />}
      {imports.length === 0 ? <p className="quiet">{t('exchange.noneImported')}</p> : null}
      <ul className="plain">
        {imports.map(({ id, at, isUndone, value: { fileName, newRecords, recordIds } }) => (
          <li key={id} className="row spread">
            <span>
              {fileName} <span className="quiet">{dayAndTime(at)}</span>{' '}
              {t('exchange.newRecords', { count: newRecords })}{' '}
              {isUndone ? <span className="tag">{t('imports.isUndone')}</span> : null}
            </span>
            {recordIds.length === 0 ? (
              <span className="quiet">{t('imports.tooOld')}</span>
            ) : (
              <Button
                size="small"
                onClick={() => {
                  setTold(null)
                  setChosen({ bundleId: id, fileName, redo: isUndone })
                }}
              >
                {t(isUndone ? 'imports.redo' : 'imports.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <UndoImport
          {...chosen}
          onDone={() => {
            setTold(t(chosen.redo ? 'imports.redone' : 'imports.undone', { file: chosen.fileName }))
            setChosen(null)
          }}
          onClose={() => {
            setChosen(null)
          }}
        />
      )}
    </section>
  )
}
