/** The bundled faces, from the product's own files: resources/fonts and the font packages it ships with. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FontBytes } from '@shared/publishing/fonts/font-set'
import { unpackWoff } from './unpack-woff'

// Not named `require`: the bundler declares that name itself.
const packages = createRequire(import.meta.url)

/**
 * Reads every face (about 57 MB). 仿宋 is FandolFang, unmodified; the LXGW package names its whole font "latin".
 * `resources` is the folder that holds `fonts/`; by default it is looked for above this file.
 */
export async function loadFontBytes(resources: string = findResources()): Promise<FontBytes> {
  const [fang, song, title, hei, kai] = await Promise.all([
    readFile(join(resources, 'fonts', 'FandolFang-Regular.otf')),
    readFile(packages.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
    readFile(packages.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf')),
    readFile(packages.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    readFile(packages.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')),
  ])
  return { fang, song, title, hei, kai: unpackWoff(kai) }
}

/** The nearest `resources` folder above this file: the repository's, or the installed product's beside its code. */
function findResources(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (true) {
    const candidate = join(folder, 'resources')
    if (existsSync(join(candidate, 'fonts', 'FandolFang-Regular.otf'))) return candidate
    const parent = dirname(folder)
    if (parent === folder) throw new Error('resources/fonts/FandolFang-Regular.otf is missing: reinstall the product')
    folder = parent
  }
}
