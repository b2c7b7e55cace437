import type { z } from 'zod'

/** What was typed cannot stand in a record; nothing was sent. Its words name the items (`failureWords`). */
export class ShapeRefused extends Error {
  override readonly name = 'ShapeRefused'
  constructor(
    readonly issues: readonly z.core.$ZodIssue[],
    readonly value: unknown,
  ) {
    super(issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', '))
  }
}
