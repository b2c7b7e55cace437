import type { MadePaper, PaperAbout } from '../documents/paper'
import { hashOfPaper } from '../documents/paper-code'
import type { PaperKind } from '../documents/vocabulary/papers'
import { sha256OfText } from '../lib/sha256'
import type { Action, WrittenFile } from '../records/payloads'

/**
 * The line of a written paper in the register: its code, its files as they were read back, whose words it has. Pure.
 */
export function registerPaper(paper: MadePaper, files: readonly WrittenFile[]): Action {
  const { verification, id } = paper.model
  return line(paper.kind, paper.about, files, {
    documentId: id.length > longestId ? sha256OfText(id) : id,
    code: verification?.code ?? '',
    codeHash: verification === undefined ? null : hashOfPaper(verification),
    template: paper.template === null ? null : { sha256: paper.template.sha256, version: paper.template.version },
  })
}

/** The line of files that no desk composed: a PDF with its signatures, a table. Pure. */
export const registerFiles = (kind: PaperKind, about: PaperAbout, files: readonly WrittenFile[]): Action =>
  line(kind, about, files, {})

/** A paper on many alliances is about all of them. */
const longestId = 400

const line = (
  documentKind: PaperKind,
  about: PaperAbout,
  files: readonly WrittenFile[],
  more: object,
): Extract<Action, { type: 'document.exported' }> => ({
  type: 'document.exported',
  payload: { documentKind, ...about, ...more, files: [...files] },
})
