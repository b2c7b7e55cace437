import { refusalIn } from '@shared/inspection/finding'
import { tagsOf, type LetterKind } from '@shared/documents/letter'
import { letterWordings } from '@shared/documents/letters'
import type { TemplateProblem } from '@shared/ipc/template'
import { checkLetter } from '@shared/publishing/templates/check-letter'
import type { Inspector } from '../inspection/inspector'

/**
 * Everything that keeps a Word file from giving the words of a letter. It is looked into first, as every file that was
 * handed in: one that could stop the computer is refused by name, and is not unfolded to look for tags.
 */
export async function checkLetterFile(
  inspector: Pick<Inspector, 'inspect'>,
  bytes: Uint8Array,
  kind: LetterKind,
): Promise<TemplateProblem[]> {
  const finding = refusalIn(await inspector.inspect({ kind: 'bytes', bytes }))
  return finding === undefined ? checkLetter(bytes, tagsOf(letterWordings[kind])) : [{ kind: 'refused', finding }]
}
