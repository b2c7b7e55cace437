import type { z } from 'zod'
import type { Told, ToldSort } from './told'

/** Whose word a kind is; out of another mouth no desk takes it. `either`: what a desk says of itself. */
export type Side = 'division' | 'expert' | 'either'

/** Whose bundles carry a kind. What was not meant for a desk is not taken there. */
export type Scope =
  /** None: whom a desk trusts, and what it did with files, stays with it. */
  | 'own'
  /** It stays, too, but goes into every assignment, so that both desks judge by the same work rules. */
  | 'own-and-assignments'
  /** It comes along with whatever its author says. */
  | 'everywhere'
  /** Between divisions all of it; to an expert what is picked out for him or her. */
  | 'picked'
  /** The same, and every assignment carries all of it. */
  | 'assignments'
  /** The same, and an assignment carries what is about its dossiers, closed with them (docs/adr/0009). */
  | 'locked'
  /** The same, and an assignment carries what is about its expert. */
  | 'its-expert'
  /** An expert's opinion bundle brings it. */
  | 'opinions'
  /** A countersign bundle brings it, and shows those who sign one opinion who has signed before them. */
  | 'signatures'

/**
 * An item of the payload by which rows are looked up; with `*` a list, each of whose entries is. It lies in the clear.
 */
type Index<Said> = (keyof Said & string) | `*${keyof Said & string}`

/** Everything that has to be settled of a kind of record (docs/adr/0021). Nothing is left to a default. */
export type RecordKind<
  Schema extends z.ZodType,
  Table extends string,
  RowId extends (said: z.output<Schema>, recordId: string) => string,
  SaidBy extends Side,
  In extends Scope,
  Contestable extends boolean,
  InDossier extends boolean,
> = {
  /** What a record carries (version 1). It states the whole of its row, so that merging is a union. */
  readonly schema: Schema
  /** Its table on the desk, which no other kind writes. */
  readonly table: Table
  /** The row that a record writes within its table: the newest of those of one row shows. */
  readonly rowId: RowId
  readonly indexes: readonly Index<z.output<Schema>>[]
  readonly saidBy: SaidBy
  /** Whether the screens may append it; `host`: it comes of what the host does (a desk made, a bundle taken in). */
  readonly writtenBy: 'screens' | 'host'
  readonly scope: In
  /**
   * Whether two people may state one row without knowing of each other, so that a person has to choose. What one expert
   * says, and what a desk does with files, has one author: there is nothing to choose.
   */
  readonly isContestable: Contestable
  /** Given once: its author says nothing else in its place, and nobody writes a third text where two conflict. */
  readonly isSealed: boolean
  /** Whether an assembled dossier is made of it, among others. */
  readonly isInDossier: InDossier
  /**
   * Where in the course of a dossier it stands: what a desk says at a later stage builds on what it knew of the earlier
   * ones, so that an import is not undone under it. `every`: it builds on everything, and everything on it. `null`:
   * neither. Work rule of this software, not statute.
   */
  readonly stage: number | 'every' | null
  /** For an audit: the matter of which a record is a new version, compared with the one before. `null`: its row is. */
  readonly versionOf: ((said: z.output<Schema>) => string) | null
  /** Ids that a record gives names to, for sentences about other records. */
  readonly names: ((said: z.output<Schema>) => readonly (readonly [id: string, name: string])[]) | null
  /** What the history of an alliance quotes of it. */
  readonly remark: ((said: z.output<Schema>) => string) | null
  /** Among what it stands there. */
  readonly sort: ToldSort
  /**
   * What it tells of it: on which day, by whom, with which paper, and what it opens. `dossierId`: whose history it is;
   * null: it is not about that alliance after all.
   */
  readonly told: (said: z.output<Schema>, dossierId: string) => Told | null
}

/** One row of the table of kinds: what it says is kept to the letter, so that lists of kinds are known by type. */
export const recordKind = <
  Schema extends z.ZodType,
  const Table extends string,
  RowId extends (said: z.output<Schema>, recordId: string) => string,
  const SaidBy extends Side,
  const In extends Scope,
  const Contestable extends boolean,
  const InDossier extends boolean,
>(
  kind: RecordKind<Schema, Table, RowId, SaidBy, In, Contestable, InDossier>,
): typeof kind => kind

/** A row of its own for every record: none takes another's place. */
export const rowOfItsOwn = (_said: unknown, recordId: string): string => recordId

/** One row for each dossier. */
export const rowOfDossier = ({ dossierId }: { readonly dossierId: string }): string => dossierId

/** One row for each expert and dossier of a panel. */
export const rowOfExpert = ({ panelId, dossierId, expertId }: OfExpert): string => `${panelId}/${dossierId}/${expertId}`

type OfExpert = { readonly panelId: string; readonly dossierId: string; readonly expertId: string }
