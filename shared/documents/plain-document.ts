import type { CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Block, BlockOf, DocumentModel } from './blocks'

/** What every document of the procedure is asked with besides its own facts. */
export type DocumentFrame = {
  /** Instant in UTC for the file's metadata. */
  readonly createdAt: string
  readonly draft?: NonNullable<DocumentModel['draft']>
}

/** What a paper on one dossier is asked with. */
export type DossierPaperFacts = DocumentFrame & {
  readonly file: DossierFile
  readonly settings: OfficeSettings
  readonly regulationTitle: string
}

type PlainDocument = {
  readonly kind: string
  /** What it is about, e.g. the dossier's id: together with the kind the document's own id. */
  readonly about: string
  /** In pieces that stay whole where names stand in it. */
  readonly title: string | readonly string[]
  readonly blocks: readonly Block[]
}

/** A document on the page of GB/T 9704 without 版头 and 版记: internal papers of the review are no 公文文种. */
export function plainDocument(
  { createdAt, draft }: DocumentFrame,
  { kind, about, title: given, blocks }: PlainDocument,
): DocumentModel {
  const title = typeof given === 'string' ? given : given.join('')
  return {
    id: `${kind}/${about}`,
    kind,
    title,
    subject: title,
    createdAt,
    layout: { kind: 'plain' },
    pageNumbers: true,
    ...(draft === undefined ? {} : { draft }),
    blocks: [
      { kind: 'title', text: title, ...(typeof given === 'string' || given.length === 1 ? {} : { words: [...given] }) },
      { kind: 'spacing', lines: 1 },
      ...blocks,
    ],
  }
}

export const paragraph = (content: BlockOf<'paragraph'>['content']): BlockOf<'paragraph'> => ({
  kind: 'paragraph',
  content,
})

export const sectionHeading = (number: number, text: string): BlockOf<'heading'> => ({
  kind: 'heading',
  level: 1,
  number,
  text,
})

/** 署名 of one office with the place for its seal. */
export const seal = (name: string, date: CalendarDate): BlockOf<'signature'> => ({
  kind: 'signature',
  names: [name],
  seal: true,
  date,
})

/** A place for a person's signature at the right, then who and when. */
export const signedBy = (label: string, name: string, date: CalendarDate | undefined): Block[] => [
  { kind: 'spacing', lines: 1 },
  { kind: 'paragraph', align: 'right', content: [{ text: `${label}（签名）：` }, { blank: 8 }] },
  { kind: 'signature', names: [name], seal: false, ...(date === undefined ? {} : { date }) },
]
