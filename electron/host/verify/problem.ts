import type { VerifyReport } from '@shared/ipc/verify-report'
import type { Given, MessageKey, PlacesOf } from '@shared/messages/words'

type Problem = VerifyReport['problems'][number]
/** A code that messages have a sentence for, as `verify.<code>`. */
type WordedProblem = MessageKey extends infer Key ? (Key extends `verify.${infer Code}` ? Code : never) : never

type Worded<Code extends WordedProblem> = Code

/** What this room finds in a file; of a PDF's signatures see `judgePdf`, of a bundle `bundles/failures.ts`. */
export type ProblemCode = Worded<
  | 'altered'
  | 'other-form'
  | 'outside-validity'
  | 'opinion-unreadable'
  | 'other-opinion'
  | 'countersignatures-unreadable'
  | 'countersignature-altered'
  | 'newer-minor'
  | 'not-understood'
  | 'no-p7s'
  | 'p7s-unreadable'
  | 'p7s-embedded'
  | 'p7s-several-signers'
  | 'p7s-ambiguous-signer'
  | 'p7s-false-certificate'
  | 'p7s-algorithm'
  | 'p7s-malformed'
  | 'pdf.broken'
  | 'pdf.encrypted'
  | 'bundle.truncated'
>

/** What verifying found, with all that its sentence needs. */
export const problem = <Code extends ProblemCode>(code: Code, ...[params]: Given<`verify.${Code}`>): Problem => ({
  code,
  params: { ...params },
})

/** What somebody else found, with all that its sentence needs. */
type Sayable = {
  readonly [Code in WordedProblem]: {
    readonly code: Code
    readonly params: Readonly<Record<PlacesOf<`verify.${Code}`>, string | number>>
  }
}[WordedProblem]

export const said = (found: Sayable): Problem => ({ code: found.code, params: { ...found.params } })
