import { Link } from 'react-router'
import type { DossierId } from '@shared/domain/ids'
import type { RuleId } from '@shared/domain/rule-ids'
import { placeOf } from '../platform/block-places'
import { blockWords } from '../platform/gap-words'
import { useTranslation } from './translation'

/**
 * What is in the way of an act on a dossier: what each rule misses, in plain words, with the way to where it is put
 * right.
 */
export function BlockReasons({
  dossierId,
  rules,
}: {
  readonly dossierId: DossierId
  readonly rules: readonly RuleId[]
}) {
  const { t } = useTranslation()
  return rules.map((ruleId) => (
    <li key={ruleId}>
      {blockWords(ruleId, t)} <Link to={placeOf(ruleId, dossierId)}>{t('block.go')}</Link>
    </li>
  ))
}
