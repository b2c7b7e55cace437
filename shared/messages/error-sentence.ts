import { hasWords, sentenceOf, type MessageParams, type Translate } from './translator'

/** An expected failure as it crosses between processes. */
type Failure = { readonly code: string; readonly params: MessageParams }

/** What stands in a parameter as a code, by failure: the message `<prefix>.<code>` says it. */
const codesIn: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = {
  'journal.unknown-move': { from: 'status', to: 'status', action: 'action' },
  'journal.published': { type: 'record' },
  'journal.done-already': { type: 'record' },
  'journal.listed-twice': { type: 'record' },
  'journal.day-order': { day: 'day', than: 'day' },
}

/** The sentence of an expected failure, names for codes; null where nobody wrote words. */
export function errorSentence({ code, params }: Failure, t: Translate): string | null {
  const named = Object.entries(codesIn[code] ?? {}).map(([param, prefix]) => {
    const word = `${prefix}.${String(params[param])}`
    return [param, hasWords(t, word) ? t(word) : (params[param] ?? '')] as const
  })
  return sentenceOf(t, `error.${code}`, { ...params, ...Object.fromEntries(named) })
}
