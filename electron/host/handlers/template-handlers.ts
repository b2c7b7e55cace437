import type { IpcHandlers } from '@shared/ipc/contract'
import { startingText, type LetterKind } from '@shared/documents/letter'
import { letterWordings } from '@shared/documents/letters'
import { fillLetter } from '@shared/publishing/templates/check-letter'
import { TemplateValueError } from '@shared/publishing/templates/fill-template'
import { readLetter, type LetterWords } from '@shared/publishing/templates/read-letter'
import { answer, fail } from '../lib/failure'
import type { HostContext } from '../context/host-context'
import { checkLetterFile } from '../publishing/check-letter-file'

/** The writer of Word files is loaded when somebody first asks for a file to start from: opening a desk needs none. */
async function writeStartingLetter(words: LetterWords): Promise<Uint8Array<ArrayBuffer>> {
  const { startingLetter } = await import('@shared/publishing/templates/starting-letter')
  return startingLetter(words)
}

type TemplateChannels = 'template:start' | 'template:check' | 'template:fill'

/** The office's own wording of letters: files to start from, the check of what staff bring, and filling. */
export function templateHandlers(context: HostContext): Pick<IpcHandlers, TemplateChannels> {
  /** A kept template, checked again: what was kept may have come from another version of the product. */
  const readKept = async (documentKind: LetterKind, sha256: string): Promise<Uint8Array> => {
    const { attachments } = context.requireDesk()
    const size = (await attachments.sizeOf(sha256)) ?? 0
    const { bytes } = await attachments.read(sha256, 0, Math.max(1, size))
    const problems = await checkLetterFile(context.inspector, bytes, documentKind)
    return problems.length === 0 ? bytes : fail('template.unfit', { count: problems.length })
  }
  return {
    'template:start': ({ documentKind, sha256 }) =>
      answer(async () => {
        const { title, body } = startingText(letterWordings[documentKind])
        const bytes =
          sha256 === null
            ? await writeStartingLetter({ title: title.join(''), body: [...body] })
            : new Uint8Array(await readKept(documentKind, sha256))
        return { artifact: context.artifacts.add('docx', bytes) }
      }),
    'template:check': ({ documentKind, bytes }) =>
      answer(async () => {
        const { attachments } = context.requireDesk()
        const problems = await checkLetterFile(context.inspector, bytes, documentKind)
        if (problems.length > 0) return { problems, words: null, file: null }
        return { problems, words: readLetter(bytes), file: await attachments.put(bytes) }
      }),
    'template:fill': ({ documentKind, sha256, values }) =>
      answer(async () => {
        const bytes = await readKept(documentKind, sha256)
        try {
          return { words: fillLetter(bytes, values) }
        } catch (error) {
          if (error instanceof TemplateValueError) fail('template.value', { tag: error.tag })
          throw error
        }
      }),
  }
}
