import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files'

const saying = (pattern: RegExp) =>
  sourceFiles('electron')
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort()

describe('what a guess at a passphrase costs', () => {
  it('is chosen in the host alone: no shell and no command can ask for less, by environment or by argument', () => {
    const left = saying(/passphraseStrength/u).filter((path) => !path.startsWith('electron/host/'))
    // These two take the choice out of the options they pass on.
    expect(left).toEqual(['electron/cli/demo/demo-desk.ts', 'electron/shell/open-host.ts'])
    for (const { path, text } of sourceFiles('electron').filter(({ path }) => left.includes(path))) {
      const withoutRefusal = text.replace(/Omit<\s*HostOptions,[^>]*'passphraseStrength'[^>]*>/u, '')
      expect(withoutRefusal, path).not.toContain('passphraseStrength')
    }
  })

  it('is a constant of the host, which reads no environment', () => {
    expect(saying(/productStrength/u)).toEqual(['electron/host/context/host-context.ts', 'electron/host/keys/slots.ts'])
    const keys = sourceFiles('electron').filter(({ path }) => /host\/(?:keys\/|host-context)/u.test(path))
    expect(keys.length).toBeGreaterThan(5)
    for (const { path, text } of keys) expect(text, path).not.toMatch(/process\.(?:env|argv)/u)
  })
})
