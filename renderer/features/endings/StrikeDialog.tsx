import type { EndingLine } from '@shared/acts/ended-register'
import { visibleText } from '@shared/lib/visible-text'
import { StrikeLine } from '@renderer/parts/StrikeLine'
import { useTranslation } from '@renderer/ui/translation'
import { strike } from './endings-actions'

/** Striking a line off the register of revocations and endings. */
export function StrikeDialog({ line, onClose }: { readonly line: EndingLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <StrikeLine
      title={t('endings.strikeTitle', { name: visibleText(line.revocation.allianceName) })}
      hint={t('endings.strikeHint')}
      draftKey={`strike-ending/${line.id}`}
      onStrike={(reason) => strike(line, reason)}
      onClose={onClose}
    />
  )
}
