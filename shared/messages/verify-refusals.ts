/**
 * The same sentences as `error.bundle.*` and `error.pdf.*`, under `verify.*`: a refusal is also a finding of verifying.
 */
type VerifyRefusals<E> = {
  readonly [
    P in keyof E as P extends `error.${infer C extends `${'bundle' | 'pdf'}.${string}`}` ? `verify.${C}` : never
  ]: E[P]
}

/** Gives refusals their second key, so that no text has two homes. */
export function verifyRefusals<const E extends Readonly<Record<string, string>>>(errors: E): VerifyRefusals<E> {
  const entries = Object.entries<string>(errors)
    .filter(([key]) => key.startsWith('error.bundle.') || key.startsWith('error.pdf.'))
    .map(([key, text]) => [key.replace('error.', 'verify.'), text])
  return Object.fromEntries(entries) as VerifyRefusals<E>
}
