import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { supportTotals } from '@shared/acts/support-totals'
import type { DossierId } from '@shared/domain/ids'
import { formatYuan } from '@shared/lib/yuan'
import { loadSupport, loadSupported } from '../../data/support'
import { useTranslation } from '../../ui/translation'
import { SupportDialog } from './SupportDialog'
import { SupportList } from './SupportList'

/** 支持措施 (Art. 20-27) of one alliance, for its own page; nothing of an alliance that never was a pilot. */
export function SupportPart({ dossierId }: { readonly dossierId: DossierId }) {
  const { t } = useTranslation()
  const lines = useLiveQuery(loadSupport)
  const supported = useLiveQuery(loadSupported)
  const [isOpen, setOpen] = useState(false)
  if (lines === undefined || supported === undefined) return null
  const own = lines.filter((line) => line.dossierId === dossierId)
  const one = supported.filter((alliance) => alliance.dossierId === dossierId)
  if (one.length === 0 && own.length === 0) return null
  const { count, amountFen } = supportTotals(own, null).all
  return (
    <section className="stack" aria-label={t('support.title')}>
      <div className="row spread">
        <h3>{t('support.title')}</h3>
        <Button
          size="small"
          disabled={one.length === 0}
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('support.add')}
        </Button>
      </div>
      {own.length === 0 ? (
        <p className="quiet">{t('support.noneYet')}</p>
      ) : (
        <>
          <SupportList lines={own} supported={supported} isOfOne />
          <p className="quiet">{t('support.sum', { count, amount: formatYuan(amountFen) })}</p>
        </>
      )}
      {isOpen ? (
        <SupportDialog
          supported={one}
          dossierId={dossierId}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </section>
  )
}
