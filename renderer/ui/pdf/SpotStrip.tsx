import { CloseOutlined, HighlightOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from '../translation'
import type { PageMark } from './pdf-source'

/** What may be done with the part of the page that one points at. */
export function SpotStrip(props: {
  readonly mark: PageMark
  readonly onPin: ((mark: PageMark) => void) | null
  readonly onMark: ((mark: PageMark) => void) | null
  readonly onClose: () => void
}) {
  const { mark, onPin, onMark, onClose } = props
  const { t } = useTranslation()
  return (
    <div className="pdf-said pdf-spot" role="status">
      <p>{t('pdf.spot')}</p>
      {onPin === null ? null : (
        <Button size="small" icon={<PushpinOutlined />} onClick={() => onPin(mark)}>
          {t('pdf.spotPin')}
        </Button>
      )}
      {onMark === null ? null : (
        <Button size="small" icon={<HighlightOutlined />} onClick={() => onMark(mark)}>
          {t('pdf.spotMark')}
        </Button>
      )}
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('common.close')} onClick={onClose} />
    </div>
  )
}
