/** The bundled faces, read and parsed once for a test file. */
import { loadFontBytes } from '@host/publishing/load-fonts'
import { FontSet, type FontBytes } from '@shared/publishing/fonts/font-set'

let bytes: Promise<FontBytes> | undefined
export const fontBytes = (): Promise<FontBytes> => (bytes ??= loadFontBytes())

let fonts: Promise<FontSet> | undefined
export const fontSet = (): Promise<FontSet> => (fonts ??= fontBytes().then((found) => new FontSet(found)))
