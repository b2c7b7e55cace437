import { strikeLine, type SupportLine } from '../../data/support'
import { useTranslation } from '../../ui/translation'
import { StrikeLine } from '../StrikeLine'

/** Striking a line off the register of support. */
export function StrikeSupport({ line, onClose }: { readonly line: SupportLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <StrikeLine
      title={t('support.strikeTitle', { kind: t(`supportKind.${line.support.kind}`) })}
      hint={t('support.strikeHint')}
      draftKey={`strike-support/${line.support.id}`}
      onStrike={(reason) => strikeLine(line, reason)}
      onClose={onClose}
    />
  )
}
