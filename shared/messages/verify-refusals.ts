/** The same sentences as `error.bundle.*` and `error.pdf.*`, under `verify.*`: a refusal is also a finding of verifying. */
type VerifyRefusals<K extends string> = {
  readonly [
    P in K as P extends `error.${infer C extends `${'bundle' | 'pdf'}.${string}`}` ? `verify.${C}` : never
  ]: string
}

/** Gives refusals their second key, so that no text has two homes. */
export function verifyRefusals<K extends string>(errors: Readonly<Record<K, string>>): VerifyRefusals<K> {
  const entries = Object.entries<string>(errors)
    .filter(([key]) => key.startsWith('error.bundle.') || key.startsWith('error.pdf.'))
    .map(([key, text]) => [key.replace('error.', 'verify.'), text])
  return Object.fromEntries(entries) as VerifyRefusals<K>
}
