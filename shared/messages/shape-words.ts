import type { z } from 'zod'
import { hasWords, sentenceOf, type Translate } from './translator'

type Issue = z.core.$ZodIssue

/**
 * What is wrong with one item, in our words and by its code alone: sentences of the library that checks shapes reach
 * nobody.
 * @param value what was checked, whole; it tells an item that is missing from one of another kind
 */
export function shapeWords(issue: Issue, value: unknown, t: Translate): string {
  switch (issue.code) {
    case 'invalid_type':
      return at(value, issue.path) === undefined ? t('shape.missing') : t('shape.kind', { kind: kindWords(issue, t) })
    case 'invalid_format':
      return issue.format === 'date' ? t('shape.day') : t('shape.format')
    case 'too_big':
      return issue.origin === 'string'
        ? t('shape.tooLong', { most: String(issue.maximum) })
        : t('shape.tooMuch', { most: String(issue.maximum) })
    case 'too_small':
      if (issue.origin === 'string') return t('shape.empty')
      return t('shape.tooLittle', { least: String(issue.minimum) })
    case 'invalid_value':
      // Codes of records are nobody's words.
      return issue.values.some((value) => /^[a-z][a-z-]+$/u.test(String(value)))
        ? t('shape.noChoice')
        : t('shape.choice', { values: issue.values.map(String).join(t('punctuation.list')) })
    case 'unrecognized_keys':
      return t('shape.unknown')
    case 'invalid_union':
      return t('shape.format')
    case 'custom': {
      const words: unknown = issue.params?.['words']
      return (typeof words === 'string' ? sentenceOf(t, words, issue.params) : null) ?? ofUnknown(issue, t)
    }
    default:
      return ofUnknown(issue, t)
  }
}

const ofUnknown = (issue: Issue, t: Translate): string =>
  issue.path.at(-1)?.toString().endsWith('On') === true ? t('shape.day') : t('shape.format')

/** Every item that is wrong, each by its place: `place` names it. */
export const shapeSentences = (
  issues: readonly Issue[],
  value: unknown,
  t: Translate,
  place: (path: readonly PropertyKey[]) => string,
): string =>
  [...new Set(issues.map((issue) => t('shape.at', { place: place(issue.path), problem: shapeWords(issue, value, t) })))]
    .slice(0, 5)
    .join(t('punctuation.semicolon'))

/**
 * An item by the words that forms and the audit have for it, and its number in a list; unknown items by their own name.
 */
export const placeWords = (path: readonly PropertyKey[], t: Translate): string => {
  if (path.length === 0) return t('shape.whole')
  return path
    .map((step) => {
      if (typeof step === 'number') return t('shape.nth', { number: step + 1 })
      const key = `field.${String(step)}`
      return hasWords(t, key) ? t(key) : String(step)
    })
    .join(' · ')
}

function kindWords(issue: Extract<Issue, { code: 'invalid_type' }>, t: Translate): string {
  const key = `shape.kind.${issue.expected}`
  return hasWords(t, key) ? t(key) : t('shape.kind.object')
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (node, step) => (typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined),
    value,
  )
