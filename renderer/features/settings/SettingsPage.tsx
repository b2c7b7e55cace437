import type { Desk } from '@shared/ipc/contract'
import { useLiveQuery } from 'dexie-react-hooks'
import { Spin } from 'antd'
import { loadOffice } from '@renderer/data/office'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { CardPart } from './CardPart'
import { DisplaySettings } from './DisplaySettings'
import { ExchangeSettings } from './ExchangeSettings'
import { OfficeForm } from './OfficeForm'

/** 设置: how this computer shows things; and, at a division, names, lists, work rules and interpretations. */
export function SettingsPage({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation()
  const office = useLiveQuery(loadOffice)
  return (
    <>
      <PageHead
        title={t('nav.settings')}
        note={t('settings.identity', { name: desk.name, unit: desk.unit, fingerprint: desk.fingerprint })}
      />
      <DisplaySettings />
      <ExchangeSettings />
      <CardPart desk={desk} />
      {desk.role !== 'division' ? null : office === undefined ? <Spin /> : <OfficeForm saved={office} />}
    </>
  )
}
