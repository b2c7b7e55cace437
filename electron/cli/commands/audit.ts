import { stat } from 'node:fs/promises'
import { basename, resolve, sep } from 'node:path'
import type { Command } from 'commander'
import { auditAtOnce, type AuditTrail } from '@host/audit/audit-trail'
import { AuditView } from '@host/audit/audit-view'
import { HostFailure } from '@host/lib/failure'
import { writeDurably } from '@host/files/durable-file'
import { changeWords, type DescribedEntry } from '@shared/audit/describe'
import { everything } from '@shared/audit/filter'
import { auditedBundle, auditedProfile, type LookedOver } from '../audit-sources'
import { checkTarget, reportWritten, writeDocument } from '../document-files'
import { exitCodes, invalid, unusable } from '../failure'
import { localMinute } from '@host/lib/local-time'
import { answerJson, type CliWorld } from '../world'

type Options = {
  readonly csv?: string
  readonly docx?: string
  readonly json?: true
  readonly passphraseFile?: string
}

/**
 * `lianshen audit`: walks the chains of records of a profile or a bundle, names the first bad record and says who
 * changed what. The profile is only read. Exit code 1 if a chain is not whole.
 */
export function addAuditCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('audit')
    .description(t('cli.audit.about'))
    .argument('<PROFILE|BUNDLE>', t('cli.audit.target'))
    .option('--csv <FILE>', t('cli.audit.csv'))
    .option('--docx <FILE>', t('cli.audit.docx'))
    .option('--json', t('cli.option.json'))
    .option('--passphrase-file <FILE>', t('cli.audit.passphraseFile'))
    .action(async (target: string, options: Options) => {
      const isFolder = (await stat(target).catch(() => null))?.isDirectory() === true
      await checkTargets(target, isFolder, options)
      const opened = isFolder
        ? await auditedProfile(target, world, options.passphraseFile)
        : await auditedBundle(target, world, options.passphraseFile)
      const trail = await auditAtOnce(opened.source)
      const view = new AuditView(trail)
      await writeOutputs(target, { view, subject: opened.subject }, options, world)
      if (options.json === true) {
        answerJson(world, { target, ...(await jsonOf(trail, view, world)), lookedOver: opened.lookedOver })
      } else await answerText(view, opened.lookedOver, world)
      if (!view.isWhole) world.endWith(exitCodes.notMet)
    })
}

/** Nothing is written over what is audited, nor into it. */
async function checkTargets(target: string, isFolder: boolean, { csv, docx }: Options): Promise<void> {
  for (const file of [csv, docx]) {
    if (file === undefined) continue
    await checkTarget(target, file)
    if (isFolder && resolve(file).startsWith(`${resolve(target)}${sep}`)) {
      throw unusable('cli.audit.intoProfile', { file })
    }
  }
  if (csv !== undefined && docx !== undefined && resolve(csv) === resolve(docx)) {
    throw unusable('cli.audit.sameTwice', { file: csv })
  }
}

async function writeOutputs(
  target: string,
  { view, subject }: { readonly view: AuditView; readonly subject: string },
  { csv, docx }: Options,
  world: CliWorld,
): Promise<void> {
  // The paper may be refused; then nothing is written.
  const model = docx === undefined ? null : await reportOf(view, subject, world)
  if (csv !== undefined) {
    const bytes = await view.csv(everything, world.locale)
    const digest = await writeDurably(csv, bytes).catch((cause: unknown) => {
      throw unusable('cli.output.failed', { file: csv, cause: cause instanceof Error ? cause.message : String(cause) })
    })
    world.say(`${world.t('cli.document.written', { file: csv, ...digest })}\n`)
  }
  if (model !== null && docx !== undefined) {
    reportWritten(world, await writeDocument(target, model, { docx }, [], world))
  }
}

async function reportOf(view: AuditView, subject: string, world: CliWorld) {
  const about = { subject: basename(subject), by: '', on: world.today(), createdAt: world.now().toISOString() }
  return view.report(everything, about).catch((error: unknown) => {
    if (!(error instanceof HostFailure) || error.error.code !== 'audit.too-many') throw error
    const { count = 0, most = 0 } = error.error.params
    throw invalid('cli.audit.tooMany', { count, most })
  })
}

const described = async (view: AuditView, { locale }: CliWorld): Promise<readonly DescribedEntry[]> =>
  (await view.find(everything, locale)).toReversed().map((entry) => view.describe(entry, locale))

async function jsonOf({ report, tornBytes }: AuditTrail, view: AuditView, world: CliWorld) {
  return {
    isWhole: view.isWhole,
    ...view.verdict(world.t),
    records: report.lines.length,
    tornBytes,
    notUnderstood: report.notUnderstood,
    breaches: report.breaches,
    furtherBreaches: report.furtherCount,
    authors: report.authors,
    entries: await described(view, world),
  }
}

function lookedOverWords({ comparedAt, verifiedAt }: LookedOver, { t }: CliWorld): string {
  const when = (at: string | null): string => (at === null ? t('cli.audit.neverLookedOver') : localMinute(new Date(at)))
  return t('cli.audit.lookedOver', { comparedAt: when(comparedAt), verifiedAt: when(verifiedAt) })
}

async function answerText(view: AuditView, lookedOver: LookedOver | null, world: CliWorld): Promise<void> {
  const { t } = world
  const { verdict, findings } = view.verdict(t)
  const looked = lookedOver === null ? [] : [lookedOverWords(lookedOver, world)]
  world.answer(`${[verdict, ...findings, ...looked].join('\n')}\n\n`)
  // One by one: all of them in words are many times the journal.
  for (const entry of (await view.find(everything, world.locale)).toReversed()) {
    const { place, at, name, unit, fingerprint, kind, dossiers, state, changes, isFirst } = view.describe(
      entry,
      world.locale,
    )
    const head = t('cli.audit.line', { place, at: localMinute(new Date(at)), name, unit, fingerprint, kind, dossiers })
    const lines = changes.map((change) => changeWords(change, t))
    const same = changes.length === 0 ? [t(isFirst ? 'audit.nothingSaid' : 'audit.same')] : []
    const marks = state === 'sound' ? [] : [t(`auditState.${state}`)]
    world.answer(`${[head.trimEnd(), ...[...marks, ...same, ...lines].map((line) => `  ${line}`)].join('\n')}\n`)
  }
}
