import { basename } from 'node:path'
import type { Command } from 'commander'
import { HostFailure } from '@host/lib/failure'
import { headlineOf, type Registered, type VerifyHeadline } from '@shared/ipc/verify-headline'
import type { VerifyReport } from '@shared/ipc/verify-report'
import { differs } from '@shared/records/opinion-standing'
import { hasWords } from '@shared/messages/translator'
import { exitCodes, unusable, type ExitCode } from '../failure'
import { isUnreadable, problemSentence, refusedBundle } from '../host-sentence'
import { openByPassphrase } from '../passphrase'
import { readInput } from '../read-input'
import { keyOfCode, paperLines, readRegister, type PaperAnswer, type Register } from '../register'
import { answerJson, type CliWorld } from '../world'

/** Whole files are held in memory while they are verified. */
const maxBytes = 1_500_000_000

/** `registered`: what the register says of this very file; absent if none was given. */
type FileReport = VerifyReport & {
  readonly file: string
  readonly headline: VerifyHeadline
  readonly registered?: readonly PaperAnswer[]
}

type Options = {
  readonly json?: true
  readonly passphraseFile?: string
  readonly code?: string
  readonly register?: string
}

/**
 * `lianshen verify`: bundles, PDFs, and DOCX with the .p7s beside them; with a register, the code on a paper. Exit code
 * 0 only if every file is intact and signed by the register's desk or one that it confirmed, and the code is in the
 * register.
 */
export function addVerifyCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('verify')
    .description(t('cli.verify.about'))
    .argument('[FILE...]', t('cli.verify.files'))
    .option('--code <CODE>', t('cli.verify.code'))
    .option('--register <BUNDLE>', t('cli.verify.register'))
    .option('--json', t('cli.option.json'))
    .option('--passphrase-file <FILE>', t('cli.option.passphraseFile'))
    .action(async (paths: string[], options: Options) => {
      const { json, passphraseFile, code } = options
      if (paths.length === 0 && code === undefined) throw unusable('cli.verify.nothing')
      if (code !== undefined && options.register === undefined) throw unusable('cli.verify.codeNeedsRegister')
      const key = code === undefined ? null : keyOfCode(code)
      const register =
        options.register === undefined ? null : await readRegister(options.register, world, passphraseFile)
      const papers = key === null || register === null ? null : await register.find(key)
      const documents = [...new Set(paths.map((path) => path.replace(/(?<=\.docx)\.p7s$/iu, '')))]
      const reports: FileReport[] = []
      for (const path of documents) {
        reports.push(
          await verifyOne(path, { onlySignatureGiven: !paths.includes(path), passphraseFile, register }, world),
        )
      }
      if (json === true) answerJson(world, papers === null ? { files: reports } : { files: reports, papers })
      else {
        for (const report of reports) world.answer(`${verifyText(report, world)}\n`)
        if (papers !== null) world.answer(`${papersText(papers, world)}\n`)
      }
      if (json !== true) world.say(`${t('cli.verify.note')}\n`)
      const ends = [papers?.length === 0 ? exitCodes.notMet : exitCodes.good, ...reports.map(exitCodeOf)]
      world.endWith(fromWorst.find((end) => ends.includes(end)) ?? exitCodes.good)
    })
}

type Given = {
  /** Only the signature was given on the command line, so the document must be beside it. */
  readonly onlySignatureGiven: boolean
  /** For a bundle in an envelope by passphrase; without it the passphrase is asked for. */
  readonly passphraseFile: string | undefined
  /** In which the file is looked up, if one was given. */
  readonly register: Register | null
}

async function verifyOne(
  path: string,
  { onlySignatureGiven, passphraseFile, register }: Given,
  world: CliWorld,
): Promise<FileReport> {
  const bytes = await readInput(path, maxBytes).catch((error: unknown) => {
    if (!onlySignatureGiven) throw error
    throw unusable('cli.verify.noDocument', { file: `${path}.p7s`, document: basename(path) })
  })
  const signature = /\.docx$/iu.test(path) ? await readInput(`${path}.p7s`, maxBytes).catch(() => null) : null
  const { verifyFile } = await import('@host/verify/verify-file')
  try {
    const named = {
      fileName: basename(path),
      bytes,
      ...(signature === null ? {} : { signature }),
    }
    const report = await openByPassphrase(path, world, passphraseFile, (passphrase) =>
      verifyFile(passphrase === null ? named : { ...named, passphrase }, null, undefined, register?.known),
    )
    const registered = register === null ? null : await register.find({ kind: 'file', sha256: report.sha256 })
    const headline = headlineOf(report, registeredAs(report, registered))
    return { file: path, headline, ...report, ...(registered === null ? {} : { registered }) }
  } catch (error) {
    if (error instanceof HostFailure && /^(?:envelope|bundle)\./u.test(error.error.code)) {
      throw refusedBundle(path, error.error, world.t)
    }
    if (error instanceof HostFailure) throw unusable('cli.verify.unknownFormat', { file: path })
    throw error
  }
}

/** Bundles are not registered. */
function registeredAs({ format }: VerifyReport, papers: readonly PaperAnswer[] | null): Registered {
  if (format === 'bundle' || papers === null) return 'none'
  const [newest] = papers
  if (newest === undefined) return 'absent'
  return newest.superseded ? 'superseded' : 'same'
}

/** Of several files, the one that ends the command. */
const fromWorst: readonly ExitCode[] = [exitCodes.unusable, exitCodes.notMet, exitCodes.unconfirmed]

function exitCodeOf({ verdict, headline, problems, commitments, registered, format }: FileReport): ExitCode {
  if (commitments.some(({ check }) => differs(check))) return exitCodes.notMet
  if (headline === 'namesake' || (registered?.length === 0 && format !== 'bundle')) return exitCodes.notMet
  if (headline === 'stranger' || headline === 'unconfirmed') return exitCodes.unconfirmed
  if (verdict === 'intact') return exitCodes.good
  return problems.some(isUnreadable) ? exitCodes.unusable : exitCodes.notMet
}

function verifyText(report: FileReport, { t }: CliWorld): string {
  return [
    `${report.file}：${t(`verifyPage.headline.${report.headline}`)}`,
    // What the register says comes before what the file says of itself.
    ...(report.registered?.flatMap((paper) => paperLines(paper, t).map((line) => `  ${line}`)) ?? []),
    ...(report.registered?.length === 0 && report.format !== 'bundle' ? [`  ${t('cli.verify.notRegistered')}`] : []),
    ...report.signatures.map(
      (signature) =>
        `  ${t('cli.verify.signature', {
          signer: signature.signer,
          unit: signature.unit,
          at: signature.signedAt ?? t('cli.verify.unknownTime'),
          state: t(signature.intact && signature.coversWholeFile ? 'cli.verify.unchanged' : 'cli.verify.changed'),
          trust: t(`cli.verify.trust.${signature.namesake === undefined ? signature.trust : 'namesake'}`),
          fingerprint: signature.certificateFingerprint.slice(0, 16),
        })}`,
    ),
    ...report.signatures.flatMap(({ keyFingerprint }) =>
      keyFingerprint === undefined ? [] : [`  ${t('verifyPage.keyFingerprint')}：${keyFingerprint}`],
    ),
    ...report.opinionSignatures.map(
      (signature) =>
        `  ${t('cli.verify.countersignature', {
          name: signature.name,
          way: t(`verifyPage.countersigned.${signature.kind}`),
          at: signature.signedAt,
          state: t(signature.intact ? 'verifyPage.countersigned.holds' : 'verifyPage.countersigned.broken'),
          fingerprint: signature.certificateFingerprint.slice(0, 16),
        })}`,
    ),
    ...report.commitments.map(
      ({ dossierId, version, code, check }) =>
        `  ${t('cli.verify.commitment', { dossier: dossierId, version, code, check: t(`commit.check.${check}`) })}`,
    ),
    ...report.problems.map((problem) => `  ${problemSentence(problem, t)}`),
    ...report.facts.map(({ key, value }) => {
      const label = `verifyPage.fact.${key}`
      return `  ${hasWords(t, label) ? t(label) : key}：${value}`
    }),
  ].join('\n')
}

function papersText(papers: readonly PaperAnswer[], { t }: CliWorld): string {
  if (papers.length === 0) return t('cli.verify.unknownCode')
  return papers.map((paper) => paperLines(paper, t).join('\n  ')).join('\n')
}
