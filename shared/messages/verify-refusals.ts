/** Keys under which a refusal of a bundle or PDF is also a finding of verifying it. */
type RefusalKey<K> = K extends `error.${infer C}`
  ? C extends `bundle.${string}` | `pdf.${string}`
    ? `verify.${C}`
    : never
  : never

/** The same sentences as `error.bundle.*` and `error.pdf.*`, under `verify.*`, so that no text has two homes. */
export function verifyRefusals<M extends Readonly<Record<string, string>>>(
  errors: M,
): Readonly<Record<RefusalKey<keyof M>, string>> {
  const entries = Object.entries(errors)
    .filter(([key]) => key.startsWith('error.bundle.') || key.startsWith('error.pdf.'))
    .map(([key, text]) => [key.replace('error.', 'verify.'), text])
  return Object.fromEntries(entries) as Record<RefusalKey<keyof M>, string>
}
