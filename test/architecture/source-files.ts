import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export type SourceFile = { readonly path: string; readonly text: string }

/** Every TypeScript file under a folder of the checkout, with `/` in its path. */
export const sourceFiles = (folder: string): readonly SourceFile[] => filesWith(folder, /\.tsx?$/u)

/** Every file under a folder whose name ends so. */
export function filesWith(folder: string, endings: RegExp): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => endings.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
