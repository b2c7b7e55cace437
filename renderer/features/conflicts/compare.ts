import { fieldWords } from '@shared/audit/describe'
import { leavesOf, pathKey, type Path } from '@shared/lib/leaves'
import { shapeSentences } from '@shared/messages/shape-words'
import type { Translate } from '@shared/messages/translate'
import { payloadSchemas, type ContestableType } from '@shared/records/payloads'
import type { Rival } from '@renderer/data/conflicts'

/** What the desk computes by itself; nobody chooses it. */
const computed: ReadonlySet<string> = new Set(['contentHash'])

/** Items in which statements differ, and in how many they agree. */
export function differingLeaves(rivals: readonly Pick<Rival, 'value'>[]): {
  readonly differing: readonly Path[]
  readonly same: number
} {
  const texts = rivals.map(({ value }) => new Map(leavesOf(value).map((leaf) => [pathKey(leaf.path), leaf.value])))
  const paths = new Map(rivals.flatMap(({ value }) => leavesOf(value).map(({ path }) => [pathKey(path), path])))
  const shown = [...paths].filter(([key]) => !computed.has(key))
  const differing = shown.filter(([key]) => new Set(texts.map((text) => text.get(key))).size > 1)
  return { differing: differing.map(([, path]) => path), same: shown.length - differing.length }
}

/** A, B, C … */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index)

/** Name of an item, as everywhere else that tells of records, and the place in a list. */
export const leafWords = (t: Translate, path: Path, contested: ContestableType): string =>
  path
    .map((step, index) => {
      const within = path[index - 1]
      if (typeof step === 'number') return String(step + 1)
      return fieldWords(t, step, typeof within === 'string' ? within : contested)
    })
    .join(' · ')

/** What keeps a third text from being saved, in words; null if nothing does. */
export function thirdProblem(t: Translate, contested: ContestableType, value: Rival['value']): string | null {
  const parsed = payloadSchemas[contested].safeParse(value)
  if (parsed.success) return null
  return shapeSentences(parsed.error.issues, value, t, (path) => leafWords(t, path as Path, contested))
}
