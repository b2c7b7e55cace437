import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyCms, type CmsVerdict } from '@shared/publishing/signing/cms'
import { checkNames } from '@shared/publishing/signing/cms-parts/checks'
import { derRuleNames } from '@shared/publishing/signing/cms-parts/der'
import { makeWorld, type CmsCase } from '../../hostile/cms/cases'
import { cmsCorpus, laxnessOf, wordOf } from '../../hostile/cms/corpus'
import { hashOf } from '../../hostile/cms/forge'

const world = makeWorld()
const corpus = cmsCorpus(world)
const deskFingerprint = hashOf('sha256', world.desk.certificate).toString('hex')

const verify = ({ content, p7s }: CmsCase, skipped: readonly string[] = []): Promise<CmsVerdict> =>
  verifyCms(new Uint8Array(content ?? world.content), new Uint8Array(p7s), {
    trailing: 'none',
    skipped: new Set(skipped),
  })

const folder = mkdtempSync(join(tmpdir(), 'cms-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** What OpenSSL says: the signature alone, whoever issued the certificate and whatever it is for. */
function opensslAccepts({ content, p7s }: CmsCase): boolean {
  const file = join(folder, 'f')
  const signature = join(folder, 'f.p7s')
  writeFileSync(file, content ?? world.content)
  writeFileSync(signature, p7s)
  const how = ['cms', '-verify', '-binary', '-inform', 'DER', '-noverify', '-purpose', 'any']
  try {
    execFileSync('openssl', [...how, '-in', signature, '-content', file, '-out', '/dev/null'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

test('what a desk writes is what the forger’s tool makes of the desk’s own key', async () => {
  expect(wordOf(await verify({ family: '', name: '', expected: '', p7s: world.genuine }))).toBe('ours')
})

describe('no attack on a signature passes in the name of a desk', () => {
  test.each(corpus.map((one) => [`${one.family}: ${one.name}`, one] as const))('%s', async (_, one) => {
    const verdict = await verify(one)
    expect(wordOf(verdict)).toBe(one.expected)
    const passesForTheDesk =
      verdict.kind === 'intact' && verdict.form === 'ours' && verdict.signer.fingerprint === deskFingerprint
    expect(passesForTheDesk).toBe(one.name === 'no time, as in a PDF')
  })

  test('each family has three cases at least, and no two cases have one name', () => {
    const names = corpus.map(({ family, name }) => `${family}: ${name}`)
    expect(new Set(names).size).toBe(names.length)
    for (const family of new Set(corpus.map((one) => one.family))) {
      expect(corpus.filter((one) => one.family === family).length).toBeGreaterThanOrEqual(3)
    }
  })

  test('what OpenSSL refuses is never called intact', async () => {
    const laxer: string[] = []
    for (const one of corpus) {
      if ((await verify(one)).kind === 'intact' && !opensslAccepts(one)) laxer.push(`${one.family}: ${one.name}`)
    }
    expect(laxer).toEqual([])
  })
})

const shared: ReadonlySet<string> = new Set(['weak-algorithm', 'unknown-algorithm'])

describe('each check is needed', () => {
  test.each([...checkNames, ...derRuleNames])('without %s something passes that must not', async (check) => {
    // Those that are caught by it: by its name, or by one of the two reasons that several share.
    const own = corpus.filter(({ expected }) =>
      expected.split(/[:+]/u).some((word) => word === check || shared.has(word)),
    )
    const laxer = []
    for (const one of own) {
      const strict = laxnessOf(await verify(one))
      if (laxnessOf(await verify(one, [check])) > strict) laxer.push(one.name)
    }
    expect(laxer).not.toEqual([])
  })
})
