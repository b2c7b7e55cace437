import { CloseOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Material } from '@shared/domain/dossier'
import type { EvidencePin } from '@shared/domain/judgement'
import { useTranslation } from '@renderer/ui/translation'

/** Pinned pages: each leads to its place; one whose file has changed since says so. */
export function PinList(props: {
  readonly pins: readonly EvidencePin[]
  readonly materials: readonly Material[]
  /** The one that was to be pinned again; null if none was. */
  readonly again: EvidencePin | null
  readonly onGoTo: (pin: EvidencePin) => void
  readonly onRemove: ((index: number) => void) | null
}) {
  const { t } = useTranslation()
  const { pins, materials, again, onGoTo, onRemove } = props
  if (pins.length === 0) return <p className="quiet">{t('review.noEvidence')}</p>
  return (
    <ul className="pins">
      {pins.map((pin, index) => {
        const name = t('review.pin', { title: pin.materialTitle, page: pin.page })
        const unchanged = materials.some((material) => material.sha256 === pin.sha256)
        return (
          <li key={`${pin.materialId}/${pin.page}/${index}`}>
            <button
              type="button"
              className="pin"
              onClick={() => {
                onGoTo(pin)
              }}
            >
              <PushpinOutlined aria-hidden /> {name}
              {pin.region === null || pin.quote !== '' ? null : <span className="quiet"> {t('review.pinRegion')}</span>}
              {pin.quote === '' ? null : <q>{pin.quote}</q>}
              {pin === again ? <span role="status"> {t('review.pinnedAlready')}</span> : null}
              {unchanged ? null : <span className="warn">{t('review.pinChanged')}</span>}
            </button>
            {onRemove === null ? null : (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('review.unpin', { name })}
                onClick={() => {
                  onRemove(index)
                }}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
