import { Modal } from 'antd'
import { useState } from 'react'
import { changesBetween } from '@shared/audit/changes'
import { describeChanges } from '@shared/audit/describe'
import { withoutHandling } from '@shared/domain/handled-content'
import type { DossierId } from '@shared/domain/ids'
import { visibleText } from '@shared/lib/visible-text'
import { loadVersions } from '@renderer/data/dossier-versions'
import { useLiveOf, useOffice } from '@renderer/data/use-live'
import { useTranslation } from '@renderer/ui/translation'

/** As many changes are shown at once; a first version has a thousand. */
const atOnce = 100

/** What a version of a dossier says otherwise than the one before it, item by item. */
export function VersionChanges(props: {
  readonly dossierId: DossierId
  readonly version: number
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossierId, version, onClose } = props
  const office = useOffice()
  const [length, setLength] = useState(atOnce)
  const found = useLiveOf(`${dossierId} ${version}`, () => loadVersions(dossierId, [version - 1, version]))
  const before = found?.find((one) => one.version === version - 1)?.content
  const after = found?.find((one) => one.version === version)?.content
  const units = [...(before?.members ?? []), ...(after?.members ?? [])].map(
    ({ unitId, fullName }) => [unitId, fullName] as const,
  )
  const byId = new Map([...office.divisions.map(({ id, name }) => [id, name] as const), ...units])
  const changes =
    after === undefined
      ? []
      : describeChanges(
          changesBetween(before === undefined ? {} : withoutHandling(before), withoutHandling(after)),
          'dossier.saved',
          {
            t,
            names: { byId, desks: new Map(), dossiers: new Map() },
          },
        )
  return (
    <Modal open width="64rem" title={t('history.versionTitle', { version })} onCancel={onClose} footer={null}>
      {found === undefined ? <p role="status">{t('common.loading')}</p> : null}
      {found !== undefined && after === undefined ? <p>{t('history.noVersion')}</p> : null}
      {after !== undefined && before === undefined ? <p className="quiet">{t('history.firstVersion')}</p> : null}
      {after !== undefined && changes.length === 0 ? <p>{t('history.sameVersion')}</p> : null}
      {changes.length === 0 ? null : (
        <div
          className="scroll-x version-changes"
          tabIndex={0}
          role="group"
          aria-label={t('history.versionTitle', { version })}
        >
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('audit.item')}</th>
                {before === undefined ? null : <th scope="col">{t('audit.before')}</th>}
                <th scope="col">{t('audit.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, length).map(({ field, from, to }, index) => (
                <tr key={`${field} ${index}`}>
                  <th scope="row">{visibleText(field)}</th>
                  {before === undefined ? null : <td className="pre">{visibleText(from)}</td>}
                  <td className="pre">{visibleText(to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length <= length ? null : (
        <button
          type="button"
          className="bare"
          onClick={() => {
            setLength(length * 10)
          }}
        >
          {t('history.more', { count: changes.length - length })}
        </button>
      )}
    </Modal>
  )
}
