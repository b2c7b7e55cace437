/** A place of a printed form: what stands before it, and where in a dossier what is written there belongs. */
export type FormField = {
  readonly label: string
  /** In the content of a dossier, e.g. `alliance.name`. */
  readonly path: string
  /** `unit`: the name of a member unit. */
  readonly kind: 'line' | 'text' | 'day' | 'unit'
  /** What other offices write before it. */
  readonly others?: readonly string[]
}
