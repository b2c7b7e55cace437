import { basename } from 'node:path'
import type { Command } from 'commander'
import { HostFailure } from '@host/failure'
import type { VerifyReport } from '@shared/ipc/verify-report'
import { hasMessage } from '@shared/messages/translate'
import { exitCodes, unusable, type ExitCode } from '../failure'
import { isUnreadable, problemSentence, refusedBundle } from '../host-sentence'
import { readInput, readPassphrase } from '../read-input'
import { answerJson, type CliWorld } from '../world'

/** Whole files are held in memory while they are verified. */
const maxBytes = 1_500_000_000

type FileReport = VerifyReport & { readonly file: string }

/** `lianshen verify`: bundles, PDFs, and DOCX with the .p7s beside them. Exit code 1 unless every file is signed and intact. */
export function addVerifyCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('verify')
    .description(t('cli.verify.about'))
    .argument('<FILE...>', t('cli.verify.files'))
    .option('--json', t('cli.option.json'))
    .option('--passphrase-file <FILE>', t('cli.option.passphraseFile'))
    .action(async (paths: string[], { json, passphraseFile }: { json?: true; passphraseFile?: string }) => {
      const passphrase = passphraseFile === undefined ? null : await readPassphrase(passphraseFile)
      const documents = [...new Set(paths.map((path) => path.replace(/(?<=\.docx)\.p7s$/iu, '')))]
      const reports: FileReport[] = []
      for (const path of documents) {
        reports.push(await verifyOne(path, { onlySignatureGiven: !paths.includes(path), passphrase }, world))
      }
      if (json === true) answerJson(world, { files: reports })
      else for (const report of reports) world.answer(`${verifyText(report, world)}\n`)
      if (json !== true) world.say(`${t('cli.verify.note')}\n`)
      const worst = reports
        .map(exitCodeOf)
        .reduce<ExitCode>((code, next) => (next > code ? next : code), exitCodes.good)
      world.endWith(worst)
    })
}

type Given = {
  /** Only the signature was given on the command line, so the document must be beside it. */
  readonly onlySignatureGiven: boolean
  /** For a bundle in an envelope by passphrase. */
  readonly passphrase: string | null
}

async function verifyOne(
  path: string,
  { onlySignatureGiven, passphrase }: Given,
  { t }: CliWorld,
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
      ...(passphrase === null ? {} : { passphrase }),
    }
    return { file: path, ...(await verifyFile(named, null)) }
  } catch (error) {
    if (error instanceof HostFailure && error.error.code.startsWith('envelope.')) {
      throw refusedBundle(path, error.error, t)
    }
    if (error instanceof HostFailure) throw unusable('cli.verify.unknownFormat', { file: path })
    throw error
  }
}

function exitCodeOf({ verdict, problems }: VerifyReport): ExitCode {
  if (verdict === 'intact') return exitCodes.good
  return problems.some(isUnreadable) ? exitCodes.unusable : exitCodes.notMet
}

function verifyText(report: FileReport, { t }: CliWorld): string {
  return [
    `${report.file}：${t(`cli.verify.verdict.${report.verdict}`)}`,
    ...report.signatures.map(
      (signature) =>
        `  ${t('cli.verify.signature', {
          signer: signature.signer,
          unit: signature.unit,
          at: signature.signedAt ?? t('cli.verify.unknownTime'),
          state: t(signature.intact && signature.coversWholeFile ? 'cli.verify.unchanged' : 'cli.verify.changed'),
          fingerprint: signature.certificateFingerprint.slice(0, 16),
        })}`,
    ),
    ...report.problems.map((problem) => `  ${problemSentence(problem, t)}`),
    ...report.facts.map(({ key, value }) => {
      const label = `verify.fact.${key}`
      return `  ${hasMessage(label) ? t(label) : key}：${value}`
    }),
  ].join('\n')
}
