import type { Command } from 'commander'
import { letterKinds, type LetterKind } from '@shared/documents/letter'
import { templateProblemWords } from '@shared/ipc/template-problem-words'
import { readLetter } from '@shared/publishing/templates/read-letter'
import { createInspector } from '@host/inspection/inspector'
import { checkLetterFile } from '@host/publishing/check-letter-file'
import { exitCodes, unusable } from '../failure'
import { readInput } from '../read-input'
import { answerJson, type CliWorld } from '../world'

/** Above the limit of the check itself, so that it is the check that says so. */
const maxBytes = 64 * 1024 * 1024

/** `lianshen template check`: whether a Word file may give the words of a letter; exit code 1 when it is refused. */
export function addTemplateCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('template')
    .description(t('cli.template.about'))
    .argument('<ACT>', t('cli.template.act'))
    .argument('<FILE>', t('cli.template.file'))
    .requiredOption('--kind <KIND>', t('cli.template.kind', { known: letterKinds.join(', ') }))
    .option('--json', t('cli.option.json'))
    .action(async (act: string, file: string, { kind, json }: { kind: string; json?: true }) => {
      if (act !== 'check') throw unusable('cli.template.unknownAct', { name: act })
      if (!isLetterKind(kind)) throw unusable('cli.template.unknownKind', { name: kind, known: letterKinds.join(', ') })
      const bytes = await readInput(file, maxBytes)
      const inspector = createInspector()
      const problems = await checkLetterFile(inspector, bytes, kind).finally(() => inspector.rest())
      const words = problems.length === 0 ? readLetter(bytes) : null
      if (json === true) answerJson(world, { file, kind, problems, words })
      else {
        const head = t(words === null ? 'cli.template.refused' : 'cli.template.fit', {
          file,
          document: t(`document.${kind}`),
        })
        const lines = words === null ? problems.map((problem) => `- ${templateProblemWords(problem, t)}`) : []
        world.answer([head, ...lines, ...(words === null ? [] : [words.title, ...words.body]), ''].join('\n'))
      }
      if (problems.length > 0) world.endWith(exitCodes.notMet)
    })
}

const isLetterKind = (kind: string): kind is LetterKind => (letterKinds as readonly string[]).includes(kind)
