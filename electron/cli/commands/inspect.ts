import { basename } from 'node:path'
import type { Command } from 'commander'
import type { OpenedBundle } from '@host/bundles/read-bundle'
import { canPrintSlip, composeRefusalSlip } from '@shared/documents/refusal-slip'
import { notUnderstoodHead, notUnderstoodLines } from '@shared/audit/not-understood-words'
import { shortList } from '@shared/bundle/not-understood'
import type { HostError } from '@shared/ipc/contract'
import { foldRecords } from '@shared/records/desk-state'
import type { NotUnderstood } from '@shared/records/not-understood'
import { checkTargets, writeDocument, type Targets } from '../document-files'
import { textTable } from '../text-table'
import { answerJson, type CliWorld } from '../world'

/** `lianshen inspect`: what a bundle holds, after all of it was verified. */
export function addInspectCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('inspect')
    .description(t('cli.inspect.about'))
    .argument('<BUNDLE>', t('cli.inspect.file'))
    .option('--json', t('cli.option.json'))
    .option('--passphrase-file <FILE>', t('cli.option.passphraseFile'))
    .option('--slip <FILE>', t('cli.inspect.slip'))
    .action(async (path: string, { json, passphraseFile, slip }: Options) => {
      if (slip !== undefined) await checkTargets(path, slipTargets(slip))
      const { notUnderstoodIn, openBundle } = await import('../open-bundle')
      const opened = await openBundle(path, world, passphraseFile, (error) => writeSlip(path, slip, error, world))
      const notUnderstood = notUnderstoodIn(opened)
      if (notUnderstood !== null) {
        const params = { what: shortList(notUnderstood) }
        await writeSlip(path, slip, { code: 'bundle.not-understood', params }, world)
      }
      const report = { file: path, ...describe(opened), notUnderstood }
      if (json === true) answerJson(world, report)
      else world.answer(`${inspectText(report, world)}\n`)
    })
}

type Options = { readonly json?: true; readonly passphraseFile?: string; readonly slip?: string }

const slipTargets = (slip: string): Targets => (/\.docx$/iu.test(slip) ? { docx: slip } : { pdf: slip })

/** The refusal slip for the sender, if one was asked for and the refusal is the sender's matter. */
async function writeSlip(path: string, slip: string | undefined, error: HostError, world: CliWorld): Promise<void> {
  if (slip === undefined || !canPrintSlip(error.code)) return
  const model = composeRefusalSlip({
    createdAt: world.now().toISOString(),
    fileName: basename(path),
    code: error.code,
    params: { path, ...error.params },
    by: '',
    on: world.today(),
  })
  await writeDocument(path, model, slipTargets(slip), [], world)
  world.say(`${world.t('cli.inspect.slipWritten', { file: slip })}\n`)
}

type Description = ReturnType<typeof describe> & { readonly notUnderstood: NotUnderstood | null }

function describe({ manifest, sha256, size, fingerprint, records, blobs }: OpenedBundle) {
  const { format, kind, bundleId, createdAt, from, to } = manifest
  const readable = records.flatMap((item) => (item.kind === 'read' ? [item.record] : []))
  const types: Record<string, number> = {}
  for (const { type } of readable) types[type] = (types[type] ?? 0) + 1
  return {
    format,
    kind,
    bundleId,
    createdAt,
    from: { ...from, fingerprint },
    to,
    size,
    sha256,
    records: { count: manifest.records.count, byType: types },
    attachments: { count: blobs.length, bytes: blobs.reduce((total, blob) => total + blob.size, 0) },
    dossiers: [...foldRecords(readable).dossierVersions.values()].map(({ value }) => ({
      id: value.dossierId,
      version: value.version,
      name: value.content.alliance.name,
      contentHash: value.contentHash,
    })),
  }
}

function inspectText(report: Description & { readonly file: string }, { t }: CliWorld): string {
  const { from, records, attachments, notUnderstood } = report
  const table = textTable([
    [t('cli.inspect.field.kind'), report.kind],
    [t('cli.inspect.field.bundleId'), report.bundleId],
    [t('cli.inspect.field.from'), `${from.name}（${from.unit}）${from.fingerprint}`],
    [t('cli.inspect.field.to'), report.to],
    [t('cli.inspect.field.createdAt'), report.createdAt],
    ...report.dossiers.map((item) => [
      t('cli.inspect.dossier'),
      `${item.name} v${item.version} ${item.contentHash.slice(0, 8)}`,
    ]),
    [
      t('cli.inspect.field.records'),
      Object.entries(records.byType)
        .map(([type, count]) => t('cli.inspect.recordCount', { type, count }))
        .join('，'),
    ],
    [
      t('cli.inspect.field.attachments'),
      t('cli.inspect.attachmentCount', { count: attachments.count, bytes: attachments.bytes }),
    ],
    [t('cli.inspect.field.sha256'), report.sha256],
  ])
  if (notUnderstood === null) return table
  return [table, notUnderstoodHead(notUnderstood, t), ...notUnderstoodLines(notUnderstood, t)].join('\n')
}
