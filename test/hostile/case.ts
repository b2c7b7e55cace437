import type { HostileWorld } from './world'

/** The groups of the corpus. */
export type HostileGroup =
  | 'zip structure'
  | 'truncation'
  | 'entry names'
  | 'other files'
  | 'manifest'
  | 'records'
  | 'who says what'
  | 'signatures'
  | 'chains'
  | 'encryption'

/** What must become of a hostile file. */
export type Expected =
  /** Refused as a whole with this code, whose sentence names cause and remedy. */
  | string
  /** Shown in the dry run: what becomes of the record that is hostile, by its outcome or the reason of its refusal. */
  | {
      readonly record: string
      readonly canCommit: boolean
      /** What the list of what is not understood says, in Chinese, in part. */
      readonly list?: string
    }

export type HostileCase = {
  readonly group: HostileGroup
  /** Says, in a sentence's end, what is wrong with the file. */
  readonly name: string
  /** The desk it is brought to: an expert's that knows nobody, one that took the good bundle in, or a division's. */
  readonly desk?: 'new' | 'seen' | 'division'
  /** What the person types when it is brought. */
  readonly passphrase?: string
  readonly make: (world: HostileWorld) => Uint8Array | Promise<Uint8Array>
  readonly expected: Expected
}

type Row = readonly [name: string, expected: Expected, make: HostileCase['make'], desk?: HostileCase['desk']]

/** A table of cases of one group. */
export const casesOf = (group: HostileGroup, rows: readonly Row[]): HostileCase[] =>
  rows.map(([name, expected, make, desk]) => ({ group, name, expected, make, ...(desk !== undefined && { desk }) }))
