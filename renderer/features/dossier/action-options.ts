import type { ActionField } from '@shared/acts/act-fields'
import type { Translate } from '@shared/messages/translate'
import type { DossierCase } from '@renderer/data/cases'
import { wordsOf } from '@renderer/ui/words'
import { divisionsInForce } from '@shared/regulation/division-opinions'
import { choiceWords } from './action-forms'

type Option = { readonly value: string; readonly label: string }

/** What a field of choice offers, in words. */
export function optionsOf(
  { kind, label, options = [] }: ActionField,
  { file, facts }: DossierCase,
  t: Translate,
): readonly Option[] {
  if (kind === 'choice') {
    return options.map((value) => ({ value, label: wordsOf(t, `${choiceWords[label] ?? label}.${value}`) }))
  }
  if (kind === 'unit') return file.content.members.map(({ unitId, fullName }) => ({ value: unitId, label: fullName }))
  return divisionsInForce(facts)
    .filter((division) => division.role === 'business')
    .map(({ id, name }) => ({ value: id, label: name }))
}
