/** What the findings of the checks mean for a PDF as a whole: one verdict, and what to tell. */
import { findFaults, isFormCheck, type CheckName, type Finding } from './pdf-checks'
import { endOf, isTimeStamp, isUnchecked, type PdfFacts, type SignatureFacts } from './pdf-facts'

/**
 * 'intact': a paper of ours, whole, with nothing behind its first signature but further ones of ours. 'other-form': the
 * signatures hold, but file or signature are not of our making. 'unchecked': the file is not ours, and signed in a way
 * that is not checked here. 'damaged': do not use.
 */
export type PdfVerdict = 'intact' | 'other-form' | 'unchecked' | 'damaged' | 'not-signed'

/** What may be told of a PDF, and what it is told with. */
interface Told {
  altered: { signer: string }
  'wrong-range': { signer: string }
  'signature-unreadable': { position: number }
  'signature-unchecked': { position: number }
  'time-stamp': { position: number }
  'signature-unreachable': Record<string, never>
  'broken-chain': Record<string, never>
  'misplaced-objects': { objects: string }
  'changed-later': { signer: string; save: number; objects: string }
  'changed-pages': { save: number; pages: string }
  'not-covered': { bytes: number }
  'other-form': { signer: string }
  'covered-in-part': { signer: string; bytes: number }
}

/** A code of `verify.<code>` with what to fill in. */
export type PdfProblem = { [Code in keyof Told]: { code: Code; params: Told[Code] } }[keyof Told]

export interface PdfJudgement {
  verdict: PdfVerdict
  /** The paper has the form that ours have, up to its first signature, or wholly if there is none. */
  isOurs: boolean
  problems: PdfProblem[]
  /** Of each signature: what was added after it. */
  laterChanges: LaterChanges[]
}

/** 'signatures': only further ones of ours. 'other': anything else; the later state is not what was signed. */
export type LaterChanges = 'none' | 'signatures' | 'other'

/** Index of the first signature's save in a paper of ours. */
const firstSigned = 1

/** Judges by these checks; all of them, unless a test asks whether one is needed. Pure. */
export function judgePdf(facts: PdfFacts, names?: readonly CheckName[]): PdfJudgement {
  const findings = findFaults(facts, names)
  const { signatures } = facts
  const nobody = { isOurs: false, laterChanges: signatures.map(() => 'other' as const) }
  if (signatures.length === 0) {
    const isOurs = facts.own?.updates.length === 0 && !findings.some(({ check }) => isFormCheck(check))
    if (!facts.mentionsSignature) return { ...nobody, isOurs, verdict: 'not-signed', problems: [] }
    return { ...nobody, verdict: 'damaged', problems: [{ code: 'signature-unreachable', params: {} }] }
  }
  const unsound = signatures.flatMap((signature, index) => problemOf(signature, findings, index))
  const structure = [...brokenChain(facts), ...findings.flatMap(misplacedProblem)]
  if (isOurPaper(facts, findings)) {
    const open = unsound.length > 0 ? [] : openSaves(facts, findings)
    const problems = [...unsound, ...structure, ...open, ...laterProblems(facts, findings)]
    return {
      verdict: problems.length === 0 ? 'intact' : 'damaged',
      isOurs: true,
      problems,
      laterChanges: signatures.map((signature, index) => ownLaterChanges(signature, index, facts, findings)),
    }
  }
  const replaced = findings.filter(({ check }) => check === 'pages').flatMap(({ at }) => changedPagesOf(facts, at))
  const forbidden = findings.flatMap(({ check, at, objects }): PdfProblem[] => {
    const certifying = check === 'certification' ? signatures[at] : undefined
    if (certifying === undefined) return []
    const save = certifying.coversRevision + 2
    return [{ code: 'changed-later', params: { signer: signerOf(certifying), save, objects: listed(objects) } }]
  })
  const problems = [...unsound, ...structure, ...replaced.slice(0, 2), ...forbidden]
  const verdict = foreignVerdict(facts, problems)
  return {
    verdict,
    isOurs: false,
    problems: [...problems, ...(verdict === 'damaged' ? [] : foreignProblems(facts, verdict))],
    laterChanges: signatures.map((signature) => (endOf(signature) === facts.length ? 'none' : 'other')),
  }
}

function foreignVerdict({ signatures }: PdfFacts, problems: readonly PdfProblem[]): PdfVerdict {
  if (problems.some(({ code }) => code !== 'signature-unchecked')) return 'damaged'
  return problems.length > 0 || signatures.every(isTimeStamp) ? 'unchecked' : 'other-form'
}

export const signerOf = ({ cmsVerdict }: SignatureFacts): string =>
  (cmsVerdict === undefined || cmsVerdict.kind === 'unreadable' ? undefined : cmsVerdict.signer?.commonName) ?? '?'

function problemOf(signature: SignatureFacts, findings: readonly Finding[], index: number): PdfProblem[] {
  const has = (...checks: CheckName[]) => findings.some(({ check, at }) => at === index && checks.includes(check))
  const params = { signer: signerOf(signature) }
  if (has('signature')) {
    if (isUnchecked(signature) && !has('range-start', 'gap')) {
      return [{ code: 'signature-unchecked', params: { position: index + 1 } }]
    }
    return [
      signature.cmsVerdict === undefined || signature.cmsVerdict.kind === 'unreadable'
        ? { code: 'signature-unreadable', params: { position: index + 1 } }
        : { code: 'altered', params },
    ]
  }
  return has('range-start', 'gap') ? [{ code: 'wrong-range', params }] : []
}

/** Why no signature stands where a reader finds it; their ranges are told apart from it. */
function brokenChain({ revisions }: PdfFacts): PdfProblem[] {
  return revisions === undefined ? [{ code: 'broken-chain', params: {} }] : []
}

function misplacedProblem({ check, objects }: Finding): PdfProblem[] {
  return check === 'places' ? [{ code: 'misplaced-objects', params: { objects: listed(objects) } }] : []
}

/** A signature that closes its save no longer, or that a later save put out of reach. */
function openSaves({ own, signatures }: PdfFacts, findings: readonly Finding[]): PdfProblem[] {
  return findings.flatMap(({ check, at }): PdfProblem[] => {
    if (check !== 'update-signed') return []
    const number = own?.updates[at - 1]?.facts.signature?.number
    if (number === undefined) return []
    const found = signatures.find((signature) => signature.number === number)
    return [
      found === undefined
        ? { code: 'signature-unreachable', params: {} }
        : { code: 'wrong-range', params: { signer: signerOf(found) } },
    ]
  })
}

/** Up to the first signature everything has our form. A broken file may still be one of ours. */
function isOurPaper({ own }: PdfFacts, findings: readonly Finding[]): boolean {
  return (
    own !== undefined &&
    own.updates.length > 0 &&
    !findings.some(
      ({ check, at }) =>
        check === 'own-signature' || (check !== 'update-signed' && isFormCheck(check) && at <= firstSigned),
    )
  )
}

/** What was changed after which signature, in which save, in which objects and pages. */
function laterProblems(facts: PdfFacts, findings: readonly Finding[]): PdfProblem[] {
  const { signatures, own, revisions, length } = facts
  const late = findings.filter(({ check, at }) => check !== 'update-signed' && isFormCheck(check) && at > firstSigned)
  const end = own?.rest ?? length
  const saves = [...new Set(late.map(({ at }) => at))].toSorted((a, b) => a - b)
  const changed = saves.flatMap((save): PdfProblem[] => {
    const inChain = revisions?.[save]
    if (inChain === undefined && own?.revisions[save] === undefined) return []
    const signed = signatures.findLast((signature) => endOf(signature) <= (own?.revisions[save - 1]?.end ?? end))
    const objects = new Set(late.filter(({ at }) => at === save).flatMap((finding) => finding.objects))
    for (const number of inChain?.places.keys() ?? []) if (number > 0) objects.add(number)
    const pages = (own?.base.pages ?? []).flatMap(({ object, content }, index) =>
      objects.has(object.number) || (content !== undefined && objects.has(content.number)) ? [index + 1] : [],
    )
    const signer = signed === undefined ? '?' : signerOf(signed)
    return [
      { code: 'changed-later', params: { signer, save: save + 1, objects: listed([...objects]) } },
      ...(pages.length === 0
        ? []
        : [{ code: 'changed-pages' as const, params: { save: save + 1, pages: listed(pages) } }]),
    ]
  })
  const last = signatures.at(-1)
  const isOpen = findings.some(({ check }) => check === 'rest')
  const behind = last === undefined || changed.length > 0 ? 0 : length - endOf(last)
  return isOpen && behind > 0 ? [{ code: 'not-covered', params: { bytes: behind } }] : changed
}

function ownLaterChanges(
  signature: SignatureFacts,
  index: number,
  { length }: PdfFacts,
  findings: readonly Finding[],
): LaterChanges {
  if (endOf(signature) === length) return 'none'
  const isOther = findings.some(
    ({ check, at }) => isFormCheck(check) && (check === 'update-signed' || at > index + firstSigned),
  )
  return isOther ? 'other' : 'signatures'
}

function changedPagesOf({ signatures }: PdfFacts, index: number): PdfProblem[] {
  const signature = signatures[index]
  if (signature === undefined) return []
  const pages = listed(signature.changedPages ?? [])
  return [{ code: 'changed-pages', params: { save: signature.coversRevision + 2, pages } }]
}

/** Not ours, and nothing against it: who signed, how far that reaches, and what is not checked. */
function foreignProblems({ signatures, length }: PdfFacts, verdict: PdfVerdict): PdfProblem[] {
  const stamps = signatures.flatMap((signature, index): PdfProblem[] =>
    isTimeStamp(signature) ? [{ code: 'time-stamp', params: { position: index + 1 } }] : [],
  )
  const last = signatures.findLast((signature) => !isTimeStamp(signature))
  if (last === undefined || verdict === 'unchecked') return stamps
  const signer = signerOf(last)
  const behind = length - endOf(last)
  return [
    { code: 'other-form', params: { signer } },
    ...(behind === 0 ? [] : [{ code: 'covered-in-part' as const, params: { signer, bytes: behind } }]),
    ...stamps,
  ]
}

const listed = (numbers: readonly number[]): string =>
  numbers.length === 0
    ? '-'
    : [...numbers.toSorted((a, b) => a - b).slice(0, 12), ...(numbers.length > 12 ? ['…'] : [])].join('、')
