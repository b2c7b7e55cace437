import { HalfCharacter, halfCharacterIn } from './half-character'

/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * RFC 8785 (JCS): the one spelling of a JSON value, so that equal content has equal bytes and one hash.
 * Keys are sorted by UTF-16 code units; a key whose value is `undefined` is left out.
 * @throws TypeError for what JSON cannot carry: non-finite numbers, lone surrogates, functions.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no infinity and no NaN')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (typeof value === 'object') {
    let members = ''
    for (const key of Object.keys(value).sort()) {
      const item = (value as Readonly<Record<string, unknown>>)[key]
      if (item !== undefined) members += `${members === '' ? '' : ','}${text(key)}:${canonicalJson(item)}`
    }
    return `{${members}}`
  }
  throw new TypeError(`canonical JSON cannot carry a ${typeof value}`)
}

// In Unicode mode a whole pair is one character, so only a half of one is met.
const loneSurrogate = /\p{Surrogate}/u

function text(value: string): string {
  if (loneSurrogate.test(value)) throw new HalfCharacter(halfCharacterIn(value) ?? '')
  return JSON.stringify(value)
}
