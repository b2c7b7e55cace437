import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json'

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. For large files the host hashes natively instead. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const sha256OfText = (text: string): string => sha256Hex(utf8ToBytes(text))

/** SHA-256 of the canonical JSON (RFC 8785) of a value, hexadecimal. */
export const contentHash = (value: unknown): string => sha256OfText(canonicalJson(value))
