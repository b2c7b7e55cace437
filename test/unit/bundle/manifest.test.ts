import { describe, expect, it } from 'vitest'
import { readManifest } from '@shared/bundle/manifest'

const manifest = {
  format: 'lianshen/1',
  suite: 'p256-sha256/1',
  bundleId: '11111111-1111-4111-8111-111111111111',
  kind: 'opinion',
  createdAt: '2026-11-20T01:00:00.000Z',
  from: { keyId: 'a'.repeat(32), name: '示例专家', unit: '示例大学', role: 'expert' },
  to: '示例处室',
  minReader: 1,
  files: [],
  records: { count: 0, heads: [], root: '0'.repeat(64) },
}

describe('the versions of a manifest', () => {
  it('reads what this version writes', () => {
    expect(readManifest(manifest).kind).toBe('known')
  })
  it('shows a newer minor version with fields it does not know', () => {
    const from = { ...manifest.from, phone: '示例' }
    const reading = readManifest({ ...manifest, format: 'lianshen/1.3', seals: [], from })
    expect(reading).toEqual({
      kind: 'newer-minor',
      manifest: { ...manifest, format: 'lianshen/1.3' },
      unknown: ['from.phone', 'seals'],
    })
  })
  it('refuses a newer minor version in which something known is missing or of another shape', () => {
    for (const change of [{ to: 7 }, { files: undefined }, { kind: 'gift' }, { records: { count: 0 } }]) {
      expect(readManifest({ ...manifest, format: 'lianshen/1.3', seals: [], ...change }).kind).toBe('invalid')
    }
  })
  it('refuses an unknown field in its own version', () => {
    expect(readManifest({ ...manifest, seals: [] })).toEqual({
      kind: 'invalid',
      detail: 'unrecognized_keys: seals',
    })
  })
  it('refuses a newer major version, a newer reader and an unknown suite by name', () => {
    expect(readManifest({ ...manifest, format: 'lianshen/2' })).toEqual({ kind: 'newer-format', format: 'lianshen/2' })
    expect(readManifest({ ...manifest, minReader: 3 }).kind).toBe('newer-format')
    expect(readManifest({ ...manifest, suite: 'sm2-sm3/1' })).toEqual({ kind: 'unknown-suite', suite: 'sm2-sm3/1' })
  })
  it('refuses another format and no object', () => {
    expect(readManifest({ ...manifest, format: 'odt/1' }).kind).toBe('invalid')
    expect(readManifest(null).kind).toBe('invalid')
    expect(readManifest([]).kind).toBe('invalid')
  })
})
