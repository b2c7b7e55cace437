import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8, hexadecimal, by the system: where thousands of records are read. */
export const nativeSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
