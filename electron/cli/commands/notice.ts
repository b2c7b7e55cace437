import type { Command } from 'commander'
import { gapAt, type Gap } from '@shared/acts/act'
import { batchGaps, publicationGaps } from '@shared/acts/batch-gaps'
import { composeNotice } from '@shared/documents/notice'
import { withRealNames } from '@shared/documents/placeholders'
import { presentRegulation } from '@shared/regulation/versions'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import type { DossierFile } from '@shared/domain/dossier'
import { refuseContradictions } from '../contradictions'
import { checkTargets, reportWritten, requireModel, writeDocument, type Targets } from '../document-files'
import { batchFileFormat, batchFileSchema, metadataInstant } from '../formats'
import { parseInput, readJson, requireFormat } from '../read-input'
import { answerJson, type CliWorld } from '../world'

/** `lianshen notice`: the joint 公布通知 of a batch. Nothing is written if a value is missing. */
export function addNoticeCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('notice')
    .description(t('cli.notice.about'))
    .argument('<BATCH>', t('cli.notice.file'))
    .option('--pdf <FILE>', t('cli.document.pdf'))
    .option('--docx <FILE>', t('cli.document.docx'))
    .option('--json', t('cli.option.json'))
    .action(async (path: string, options: Targets & { json?: true }) => {
      await checkTargets(path, options)
      const value = await readJson(path)
      requireFormat(path, value, [batchFileFormat])
      const { batch, dossiers, settings, draft, createdAt } = parseInput(path, batchFileSchema, value, world.t)
      const around = { dossiers, others: [], today: null }
      const gaps = draft === undefined ? publicationGaps(batch, around) : batchGaps(batch, around)
      refuseContradictions(path, [...gaps, ...dossiersTwice(dossiers)], world)
      const facts = {
        batch,
        dossiers,
        settings: settings ?? defaultOfficeSettings(),
        regulationTitle: presentRegulation.title,
        createdAt: metadataInstant(createdAt, batch.notice.writtenOn ?? world.today()),
        ...(draft === undefined ? {} : { draft }),
      }
      const model = requireModel(path, withRealNames(composeNotice(facts), facts))
      const written = await writeDocument(path, model, options, [], world)
      reportWritten(world, written)
      if (options.json === true) answerJson(world, { document: model.kind, title: model.title, files: written })
    })
}

/** Two texts of one dossier: nobody could say which of them is printed. */
const dossiersTwice = (dossiers: readonly DossierFile[]): readonly Gap[] =>
  dossiers
    .filter(({ id }, index) => dossiers.findIndex((other) => other.id === id) !== index)
    .map(({ content }) => gapAt('dossiers', 'dossier-twice', { name: content.alliance.name }))
