import type { Artifact } from './contract'

/** How the name of a published file ends; a detached signature stands beside its DOCX. */
export const artifactEndings: Readonly<Record<Artifact['format'], string>> = {
  pdf: '.pdf',
  docx: '.docx',
  p7s: '.docx.p7s',
  csv: '.csv',
  xlsx: '.xlsx',
  ics: '.ics',
}
