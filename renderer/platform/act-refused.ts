import type { Gap } from '@shared/acts/act'

/** An act that cannot be done as the dossier stands, such as one decided elsewhere meanwhile. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused'
  constructor(readonly gaps: readonly Gap[]) {
    super(gaps.map(({ code }) => code).join(', '))
  }
}
