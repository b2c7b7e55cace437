/** Every attack on a CMS signature, and what is asked of a verifier. */
import type { CmsVerdict } from '@shared/publishing/signing/cms'
import { casesOf, type CmsCase, type CmsWorld, type Family } from './cases'
import { attributeCases, embedded, signers, unsignedAttributes } from './content-cases'
import { berCases, digests, numbers, versions } from './encoding-cases'
import { certificates, extraCertificates, keyIdentifiers, wrongFirst } from './identity-cases'

const families: Readonly<Record<string, Family>> = {
  'wrong first': wrongFirst,
  'extra certificates': extraCertificates,
  'key identifiers': keyIdentifiers,
  certificates,
  embedded,
  signers,
  attributes: attributeCases,
  'unsigned attributes': unsignedAttributes,
  encoding: berCases,
  digests,
  versions,
  numbers,
}

export const cmsCorpus = (world: CmsWorld): readonly CmsCase[] =>
  Object.entries(families).flatMap(([family, list]) => casesOf(family, world, list))

/** A verdict in one word, as the cases expect it. */
export function wordOf(verdict: CmsVerdict): string {
  if (verdict.kind === 'unreadable') return `refused:${verdict.reason}`
  if (verdict.kind === 'altered') return `altered:${verdict.reason}`
  return verdict.form === 'ours' ? 'ours' : `other:${verdict.notOurs.join('+')}`
}

/** 0: not accepted; 1: sound, but nobody's word; 2: the word of whoever holds that certificate's key. */
export const laxnessOf = (verdict: CmsVerdict): number =>
  verdict.kind !== 'intact' ? 0 : verdict.form === 'other' ? 1 : 2
