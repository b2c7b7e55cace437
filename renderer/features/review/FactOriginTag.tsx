import type { FactOrigin } from '@shared/regulation/fact-origin'
import { useTranslation } from '@renderer/ui/translation'

/** 登记 in a plain frame, 计算 in a dashed round one: what a person noted, and what this program worked out. */
export function FactOriginTag({ origin }: { readonly origin: FactOrigin }) {
  const { t } = useTranslation()
  return (
    <span className={`fact-origin fact-origin-${origin}`} title={t(`facts.originNote.${origin}`)}>
      {t(`facts.origin.${origin}`)}
    </span>
  )
}
