import type { DossierContent } from '../domain/dossier'
import { handlingIn, isWithoutHandling, withHandling } from '../domain/handled-content'
import type { Handling } from '../domain/handling'
import type { Row } from './projection'

/** A version of what was handed in. */
export type DossierVersion = {
  readonly version: number
  readonly contentHash: string
  readonly content: DossierContent
}

type Version = Row<'dossierVersions'>
type Stated = Row<'handlings'>

/**
 * How the office handled a dossier when a version was its newest: what was recorded of it by then. Versions of older
 * programs say it themselves, and what they say counts until something newer was recorded.
 */
export function handlingOf(version: Version, versions: readonly Version[], said: readonly Stated[]): Handling | null {
  const next = versions.find((other) => other.value.version > version.value.version)
  const stated = newest(said.filter(({ stamp }) => next === undefined || stamp < next.stamp))
  const speaking = versions.findLast(
    ({ value }) => value.version <= version.value.version && !isWithoutHandling(value.content),
  )
  const isOlder = speaking === undefined || (stated !== undefined && stated.stamp > speaking.stamp)
  if (stated !== undefined && isOlder) return stated.value.handling
  if (speaking === undefined) return null
  return { ...handlingIn(speaking.value.content), successions: stated?.value.handling.successions ?? [] }
}

/** A version as people read it, in the order of versions; `said`: all that was recorded of the handling. */
export const asHandled = (version: Version, versions: readonly Version[], said: readonly Stated[]): DossierContent => {
  const handling = handlingOf(version, versions, said)
  return handling === null ? version.value.content : withHandling(version.value.content, handling)
}

const newest = (rows: readonly Stated[]): Stated | undefined =>
  rows.reduce<Stated | undefined>((best, row) => (best === undefined || row.stamp > best.stamp ? row : best), undefined)
