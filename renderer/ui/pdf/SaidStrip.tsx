import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { visibleText } from '@shared/lib/visible-text'
import { useTranslation } from '../translation'
import type { PageLink } from './page-links'

/** Where a link out of the file would lead, or what a note says: below the pages, so that nothing moves. */
export function SaidStrip({ link, onClose }: { readonly link: PageLink; readonly onClose: () => void }) {
  const { t } = useTranslation()
  if (link.kind === 'inside') return null
  return (
    <div className="pdf-said" role="status">
      {link.kind === 'outside' ? (
        <p>
          {t('pdf.said.outside')} <code>{visibleText(link.address)}</code>
        </p>
      ) : (
        <p>
          <strong>{t('pdf.link.note', { by: visibleText(link.by) })}</strong> {visibleText(link.text)}
        </p>
      )}
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('common.close')} onClick={onClose} />
    </div>
  )
}
