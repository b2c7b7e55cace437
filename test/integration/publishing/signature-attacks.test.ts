/** Signed PDFs under attack: our verdict on each, whether each check is needed, and what other tools say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgePdf } from '@shared/publishing/signing/judge-pdf'
import { checkNames } from '@shared/publishing/signing/pdf-checks'
import { readPdfFacts, type PdfFacts } from '@shared/publishing/signing/pdf-facts'
import type { Attack } from '../../hostile/pdf-signatures/attack'
import { pdfSignatureCorpus } from '../../hostile/pdf-signatures/corpus'
import { createPaperWorld, type Bytes, type PaperWorld } from '../../hostile/pdf-signatures/paper-world'
import {
  differentPages,
  inFolder,
  judgeByOpenssl,
  judgeByPdfsig,
  signedPlaces,
} from '../../hostile/pdf-signatures/second-judges'
import { hasTool } from '../../helpers/tools'

interface Made {
  attack: Attack
  bytes: Bytes
  facts: PdfFacts
}

let world: PaperWorld
const made: Made[] = []
/** A paper of ours whose signature is sound and of another program's form. */
let signedOtherwise: Made
const otherwise: Attack = {
  family: 'papers of ours',
  name: 'otherwise',
  expected: 'other-form',
  make: ({ once }) => once,
}
const withOtherForm = (facts: PdfFacts): PdfFacts => ({
  ...facts,
  signatures: facts.signatures.map((signature) => ({
    ...signature,
    cmsVerdict: signature.cmsVerdict?.kind === 'intact' ? { ...signature.cmsVerdict, form: 'other' } : undefined,
  })),
})
beforeAll(async () => {
  world = await createPaperWorld()
  for (const attack of pdfSignatureCorpus) {
    const bytes = await attack.make(world)
    made.push({ attack, bytes, facts: await readPdfFacts(bytes) })
  }
  signedOtherwise = { attack: otherwise, bytes: world.once, facts: withOtherForm(await readPdfFacts(world.once)) }
}, 120_000)
afterAll(() => void made.splice(0))

const titled = ({ family, name }: Attack): string => `${family}: ${name}`
const families = [...new Set(pdfSignatureCorpus.map(({ family }) => family))]

describe('a signed PDF', () => {
  it.each(families)('of the family "%s" is told for what it is', (family) => {
    const verdicts = made.filter(({ attack }) => attack.family === family)
    expect(verdicts.map(({ attack, facts }) => [attack.name, judgePdf(facts).verdict])).toEqual(
      verdicts.map(({ attack }) => [attack.name, attack.expected]),
    )
  })

  it('is not intact if its signature is sound and of the form of another program', () => {
    expect(judgePdf(signedOtherwise.facts).verdict).toBe('other-form')
  })

  it('is told with the cause wherever something is wrong', () => {
    const silent = made.filter(({ attack, facts }) => {
      const isFine = attack.expected === 'intact' || attack.expected === 'not-signed'
      return (judgePdf(facts).problems.length === 0) !== isFine
    })
    expect(silent.map(({ attack }) => titled(attack))).toEqual([])
  })

  it('is attacked in three ways or more in each family, and in no two of one name', () => {
    for (const family of families) {
      const names = pdfSignatureCorpus.filter((attack) => attack.family === family).map(({ name }) => name)
      expect(names.length, family).toBeGreaterThanOrEqual(3)
      expect(new Set(names).size, family).toBe(names.length)
    }
  })
})

describe('the verifier without one of its checks', () => {
  it.each(checkNames)('takes a forgery for sound if "%s" is left out', (left) => {
    const others = checkNames.filter((name) => name !== left)
    const missed = [...made, signedOtherwise].find(
      ({ facts, attack }) => judgePdf(facts, others).verdict !== attack.expected,
    )
    expect(missed, left).toBeDefined()
  })
})

describe('other tools', () => {
  it.runIf(hasTool('pdfsig'))(
    'pdfsig calls valid whatever is called intact or sound here, and whole what is intact',
    () =>
      inFolder(async (folder) => {
        for (const { attack, bytes, facts } of made) {
          const { verdict } = judgePdf(facts)
          if (verdict === 'damaged' || verdict === 'not-signed') continue
          const theirs = judgeByPdfsig(folder, bytes)
          expect([titled(attack), theirs]).toEqual([
            titled(attack),
            verdict === 'intact' ? 'valid, whole' : expect.stringMatching(/^valid/),
          ])
        }
      }),
  )

  it.runIf(hasTool('openssl'))('openssl calls valid whatever is called intact or sound here', () =>
    inFolder(async (folder) => {
      for (const { attack, bytes, facts } of made) {
        const { verdict } = judgePdf(facts)
        if (verdict === 'damaged' || verdict === 'not-signed') continue
        expect([titled(attack), judgeByOpenssl(folder, bytes, facts)]).toEqual([titled(attack), 'valid'])
      }
    }),
  )

  it('PDFium draws the pages of what is intact as before the first signature, but for the cells that were signed', async () => {
    const intact = made.filter(({ facts }) => judgePdf(facts).verdict === 'intact')
    for (const { attack, bytes, facts } of intact) {
      const before = bytes.slice(0, facts.own?.revisions[0]?.end)
      expect([titled(attack), await differentPages(before, bytes, signedPlaces(facts))]).toEqual([titled(attack), []])
    }
    expect(intact.length).toBeGreaterThan(4)
  })

  it('PDFium draws forged pages otherwise, so that the comparison sees something', async () => {
    const forged = made.find(({ attack }) => attack.name === 'the content of a page is written anew')
    expect(await differentPages(world.once, forged?.bytes ?? world.once, [])).toEqual([1])
  })
})
