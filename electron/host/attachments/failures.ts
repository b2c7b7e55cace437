import type { WordedCode } from '../lib/failure'

/** Why an attachment is not what its hash says. */
export const attachmentFailures = ['attachment.missing', 'attachment.changed'] as const satisfies readonly WordedCode[]
