import { Shape } from './Shape'
import { useTranslation } from './translation'

/** In a dry run: attachments that lie here damaged and are made whole by the bundle. */
export function HealedFiles({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <div className="healed">
      <Shape shape="dot" tone="green" />
      {t('dryRun.healed', { count })}
    </div>
  )
}
