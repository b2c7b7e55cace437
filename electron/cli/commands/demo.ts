import { resolve } from 'node:path'
import type { Command } from 'commander'
import { demoReportName, mayReplace, type DemoReport } from '../demo/demo-report'
import type { Progress } from '../demo/demo-run'
import { exitCodes, invalid, unusable } from '../failure'
import { HostRefusal, hostSentence } from '../host-sentence'
import { textTable } from '../text-table'
import { answerJson, type CliWorld } from '../world'

/** `lianshen demo`: the main job end to end on sample dossiers, every written file verified. */
export function addDemoCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('demo')
    .description(t('cli.demo.about'))
    .option('--out <DIR>', t('cli.demo.out'), 'demo-out')
    .option('--json', t('cli.option.json'))
    .action(async ({ out, json }: { out: string; json?: true }) => {
      const folder = resolve(out)
      await checkFolder(folder)
      const { runDemo } = await import('../demo/run-demo')
      const progress: Progress = { current: '', steps: [] }
      const report = await runDemo(folder, world, progress).catch((error: unknown) => {
        const cause = causeOf(error, t)
        throw invalid('cli.demo.failed', { step: progress.current, cause })
      })
      if (json === true) answerJson(world, report)
      else world.answer(demoTable(report, out, world))
      if (!report.verified) world.endWith(exitCodes.notMet)
    })
}

async function checkFolder(folder: string): Promise<void> {
  const state = await mayReplace(folder)
  if (state === 'file') throw unusable('cli.demo.outIsFile', { path: folder })
  if (state === 'foreign') throw unusable('cli.demo.outNotEmpty', { path: folder })
}

function demoTable({ files, ms }: DemoReport, out: string, { t }: CliWorld): string {
  const rows = files.map((file) => [file.path, file.kind, String(file.bytes), file.verified ? '✓' : '✗', file.details])
  const header = [
    t('cli.demo.column.file'),
    t('cli.demo.column.kind'),
    t('cli.demo.column.bytes'),
    t('cli.demo.column.verified'),
    t('cli.demo.column.details'),
  ]
  const total = t('cli.demo.total', {
    count: files.length,
    failed: files.filter((file) => !file.verified).length,
    seconds: (ms / 1000).toFixed(1),
    report: `${out}/${demoReportName}`,
  })
  return `${textTable([header, ...rows])}\n\n${total}\n`
}

function causeOf(error: unknown, t: CliWorld['t']): string {
  if (error instanceof HostRefusal) return hostSentence(error.error, t)
  return error instanceof Error ? error.message : String(error)
}
