import { canonicalJson } from '../lib/canonical-json'

const maxDepth = 64

export type StrictJsonProblem = 'too-deep' | 'not-json' | 'not-canonical' | 'reserved-key'

/**
 * Reads JSON that must be in its one spelling (RFC 8785): duplicate keys, spaces, a byte order mark, `1e999`, lone
 * surrogates and another order of keys are all refused by comparing with the canonical spelling of what was read.
 * Depth is counted before parsing, so that no recursion follows a bomb.
 */
export function parseCanonicalJson(
  text: string,
): { readonly value: unknown } | { readonly problem: StrictJsonProblem } {
  if (isTooDeep(text)) return { problem: 'too-deep' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'not-json' }
  }
  try {
    if (canonicalJson(value) !== text) return { problem: 'not-canonical' }
  } catch {
    return { problem: 'not-canonical' }
  }
  return hasReservedKey(value) ? { problem: 'reserved-key' } : { value }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (inString) {
      if (unit === 0x5c) index += 1
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x5b || unit === 0x7b) {
      depth += 1
      if (depth > maxDepth) return true
    } else if (unit === 0x5d || unit === 0x7d) depth -= 1
  }
  return false
}

function hasReservedKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, item]) => key === '__proto__' || hasReservedKey(item))
}
