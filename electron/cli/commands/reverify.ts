import { stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Command } from 'commander'
import { nobodyKnown } from '@host/verify/known-desks'
import type { AgainRow } from '@shared/ipc/verify-again'
import { toneOf } from '@shared/ipc/verify-headline'
import type { Translate } from '@shared/messages/translate'
import { exitCodes, unusable } from '../failure'
import { problemSentence } from '../host-sentence'
import { readRegister } from '../register'
import { textTable } from '../text-table'
import { answerJson, type CliWorld } from '../world'

type Options = { readonly json?: true; readonly register?: string; readonly passphraseFile?: string }

/**
 * `lianshen reverify`: every file in a folder by today's rules, beside what versions up to 0.1.0 said. With a register,
 * what is registered and lies nowhere in the folder is named as well. Exit code 1 if any file gets another verdict than
 * then, or is not to be used. Ctrl+C stops it; each file was reported on stderr when it was done.
 */
export function addReverifyCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('reverify')
    .description(t('cli.reverify.about'))
    .argument('<FOLDER>', t('cli.reverify.folder'))
    .option('--register <BUNDLE>', t('cli.verify.register'))
    .option('--json', t('cli.option.json'))
    .option('--passphrase-file <FILE>', t('cli.option.passphraseFile'))
    .action(async (folder: string, { json, register: bundle, passphraseFile }: Options) => {
      const { filesUnder, verifyAgain } = await import('@host/verify/verify-again')
      const root = isAbsolute(folder) ? folder : join(process.cwd(), folder)
      const isFolder = await stat(root).then(
        (found) => found.isDirectory(),
        () => false,
      )
      if (!isFolder) throw unusable('cli.reverify.noFolder', { folder })
      const register = bundle === undefined ? null : await readRegister(bundle, world, passphraseFile)
      const hashes = register === null ? null : new Set(register.files.map(({ sha256 }) => sha256))
      const paths = await filesUnder(root)
      const rows: AgainRow[] = []
      const seen = new Set<string>()
      for (const path of paths) {
        const row = await verifyAgain(path, { desk: null, known: register?.known ?? nobodyKnown, hashes }, (sha256) =>
          seen.add(sha256),
        )
        rows.push(row)
        world.say(`${rows.length}/${paths.length} ${row.fileName}：${nowWords(row, t)}\n`)
      }
      const absent = (register?.files ?? []).filter(
        ({ fileName, sha256 }) => !seen.has(sha256) && !/\.p7s$/iu.test(fileName),
      )
      if (json === true) answerJson(world, { files: rows, ...(register === null ? {} : { absent }) })
      else {
        world.answer(`${tableOf(rows, t)}\n`)
        if (absent.length > 0) world.answer(`${absentText(absent, t)}\n`)
      }
      const isBad = ({ isOtherVerdict, headline }: AgainRow) =>
        isOtherVerdict || (headline !== null && toneOf(headline) === 'error')
      world.endWith(rows.some(isBad) ? exitCodes.notMet : exitCodes.good)
    })
}

function nowWords({ outcome, headline }: AgainRow, t: Translate): string {
  if (outcome !== 'verified' || headline === null) {
    return t(`again.outcome.${outcome === 'missing' ? 'missing' : 'unread'}`)
  }
  return t(`verifyPage.headline.${headline}`)
}

function tableOf(rows: readonly AgainRow[], t: Translate): string {
  const others = rows.filter(({ isOtherVerdict }) => isOtherVerdict)
  const head = [t('again.column.file'), t('again.column.now'), t('again.column.before'), t('again.column.signers')]
  const lines = [...others, ...rows.filter(({ isOtherVerdict }) => !isOtherVerdict)].map((row) => {
    const { before, isOtherVerdict, path, signers } = row
    const then = before === null ? t('again.before.same') : t(`again.before.${before.verdict}`)
    return [path, nowWords(row, t), isOtherVerdict ? `${then} ← ${t('again.isOther')}` : then, signers.join('、')]
  })
  const problems = others.flatMap(({ path, problems: found }) =>
    found.map((problem) => `${path}：${problemSentence(problem, t)}`),
  )
  return [
    rows.length === 0 ? t('again.none') : textTable([head, ...lines]),
    '',
    t('again.done', { total: rows.length }),
    others.length === 0 ? t('again.noOther') : t('again.other', { count: others.length }),
    ...problems,
  ].join('\n')
}

const absentText = (files: readonly { readonly fileName: string; readonly sha256: string }[], t: Translate): string =>
  [t('cli.reverify.absent'), ...files.map(({ fileName, sha256 }) => `  ${fileName} SHA-256 ${sha256}`)].join('\n')
