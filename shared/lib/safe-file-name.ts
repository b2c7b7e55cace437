import { utf8ToBytes } from '@noble/hashes/utils.js'
import { visibleText } from './visible-text'

/** With number, ending and "(2)" still within the 240 bytes that any file system takes; a hanzi has three. */
const mostNameBytes = 200

/** What a file system of any kind takes as a name, cut between characters. */
export function safeFileName(name: string, mostBytes = mostNameBytes): string {
  let bytes = 0
  return Array.from(visibleText(name).replace(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, '_'))
    .filter((character) => (bytes += utf8ToBytes(character).length) <= mostBytes)
    .join('')
}
