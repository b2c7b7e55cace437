import type { Command } from 'commander'
import { vendoredCalendar } from '@shared/calendar/vendored'
import type { Gap } from '@shared/acts/act'
import { opinionDayGaps, panelContradictions } from '@shared/acts/panel-gaps'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import type { PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import { withRealNames } from '@shared/documents/placeholders'
import type { CalendarDate } from '@shared/domain/date'
import { dossierContentHash, dossierFormat } from '@shared/domain/dossier'
import { canonicalJson } from '@shared/lib/canonical-json'
import { regulationOf } from '@shared/regulation/versions'
import { checkDossier } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { refuseContradictions } from '../contradictions'
import { checkTargets, reportWritten, requireModel, writeDocument, type Targets } from '../document-files'
import { invalid } from '../failure'
import { metadataInstant, opinionRecordFormat, opinionRecordSchema, type OpinionRecord } from '../formats'
import { parseInput, readJson, requireFormat } from '../read-input'
import { answerJson, type CliWorld } from '../world'

/** `lianshen opinion`: 专家组综合审核意见 from a self-contained record. Nothing is written if a value is missing. */
export function addOpinionCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('opinion')
    .description(t('cli.opinion.about'))
    .argument('<RECORD>', t('cli.opinion.file'))
    .option('--pdf <FILE>', t('cli.document.pdf'))
    .option('--docx <FILE>', t('cli.document.docx'))
    .option('--json', t('cli.option.json'))
    .action(async (path: string, options: Targets & { json?: true }) => {
      await checkTargets(path, options)
      const record = await readOpinionRecord(path, world)
      const facts = opinionFacts(path, record)
      refuseContradictions(path, contradictionsOf(facts), world)
      const model = requireModel(path, withRealNames(composePanelOpinion(facts), facts))
      const attachment = {
        name: 'opinion.json',
        mediaType: 'application/json',
        description: opinionRecordFormat,
        bytes: new TextEncoder().encode(canonicalJson(record)),
      }
      const written = await writeDocument(path, model, options, [attachment], world)
      reportWritten(world, written)
      if (options.json === true) answerJson(world, { document: model.kind, title: model.title, files: written })
    })
}

/** A dossier file alone is good too: it holds its proceedings. */
async function readOpinionRecord(path: string, { t }: CliWorld): Promise<OpinionRecord> {
  const value = await readJson(path)
  requireFormat(path, value, [opinionRecordFormat, dossierFormat])
  const isDossier = typeof value === 'object' && value !== null && 'format' in value && value.format === dossierFormat
  const record = isDossier ? { format: opinionRecordFormat, dossier: value } : value
  return parseInput(path, opinionRecordSchema, record, t)
}

function opinionFacts(path: string, { dossier: file, settings, draft, createdAt }: OpinionRecord): PanelOpinionFacts {
  const { content, proceedings } = file
  const { panel, panelOpinion } = proceedings
  const lacking = [
    ...(panel === null ? ['专家组（dossier.proceedings.panel）'] : []),
    ...(panelOpinion === null ? ['专家组意见（dossier.proceedings.panelOpinion）'] : []),
  ]
  if (panel === null || panelOpinion === null) {
    throw invalid('cli.document.missingPanel', { file: path, labels: lacking.join('；') })
  }
  const office = settings ?? defaultOfficeSettings()
  const today: CalendarDate = panelOpinion.signedOn
  return {
    file,
    contentHash: dossierContentHash(content),
    panel,
    opinion: panelOpinion,
    checks: checkDossier(regulationOf(file), {
      content,
      proceedings,
      settings: office,
      today,
      calendar: vendoredCalendar,
    }),
    settings: office,
    regulationTitle: regulationOf(file).title,
    createdAt: metadataInstant(createdAt, today),
    ...(draft === undefined ? {} : { draft }),
  }
}

const contradictionsOf = ({ file, panel, opinion }: PanelOpinionFacts): readonly Gap[] => [
  ...panelContradictions(panel, [file], null),
  ...opinionDayGaps(opinion, panel, file, null),
]
