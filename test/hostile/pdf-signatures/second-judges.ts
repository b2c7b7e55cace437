/** What others say of a signed PDF: pdfsig of poppler, OpenSSL, and the pages as PDFium draws them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PdfFacts } from '@shared/publishing/signing/pdf-facts'
import { rasterise, type Raster } from '../../helpers/pdf-raster'
import { runTool } from '../../helpers/tools'
import type { Bytes } from './paper-world'

/** 'valid, whole': every signature is valid, and one of them covers the file. */
export type OtherVerdict = 'valid, whole' | 'valid, part' | 'invalid' | 'none'

/** A folder for files that tools read, gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lianshen-judges-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function judgeByPdfsig(folder: string, bytes: Bytes): OtherVerdict {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, bytes)
  const { text } = runTool('pdfsig', '-nocert', path)
  const verdicts = text.match(/Signature Validation: .*/g) ?? []
  if (verdicts.length === 0) return 'none'
  if (!verdicts.every((verdict) => verdict.includes('Signature is Valid'))) return 'invalid'
  return text.includes('Total document signed') ? 'valid, whole' : 'valid, part'
}

/** Each signature by itself, over the bytes that its range names. */
export function judgeByOpenssl(folder: string, bytes: Bytes, { signatures }: PdfFacts): 'valid' | 'invalid' | 'none' {
  if (signatures.length === 0) return 'none'
  const isValid = signatures.every(({ range, cms }) => {
    const [start = 0, length = 0, next = 0, rest = 0] = range ?? []
    const [signature, content] = [join(folder, 'signature.der'), join(folder, 'content')]
    writeFileSync(signature, cms)
    writeFileSync(content, Buffer.concat([bytes.slice(start, start + length), bytes.slice(next, next + rest)]))
    const files = ['-in', signature, '-content', content, '-out', join(folder, 'out')]
    return runTool('openssl', 'cms', '-verify', '-noverify', '-binary', '-inform', 'der', ...files).status === 0
  })
  return isValid ? 'valid' : 'invalid'
}

/** Parts of a page where something may be drawn, in points from the lower left. */
export type Allowed = readonly { page: number; left: number; bottom: number; right: number; top: number }[]

/** Pages that PDFium draws otherwise than before, outside of what is allowed; null when it cannot draw one of both. */
export async function differentPages(before: Bytes, now: Bytes, allowed: Allowed): Promise<number[] | null> {
  const scale = 0.6
  let rasters: [Raster[], Raster[]]
  try {
    rasters = [await rasterise(before, scale), await rasterise(now, scale)]
  } catch {
    return null
  }
  const [old, current] = rasters
  return Array.from({ length: Math.max(old.length, current.length) }, (_, index) => index + 1).filter((page) => {
    const [a, b] = [old[page - 1], current[page - 1]]
    if (a?.width !== b?.width || a?.height !== b?.height || a === undefined || b === undefined) return true
    const open = allowed.filter((place) => place.page === page)
    for (let at = 0; at < a.pixels.length; at += 1) {
      if (a.pixels[at] === b.pixels[at]) continue
      const pixel = Math.floor(at / 4)
      const [x, y] = [(pixel % a.width) / scale, (a.height - Math.floor(pixel / a.width)) / scale]
      const isOpen = open.some((o) => x > o.left - 3 && x < o.right + 3 && y > o.bottom - 3 && y < o.top + 3)
      if (!isOpen) return true
    }
    return false
  })
}

/** Where the signatures of a paper of ours are seen. */
export function signedPlaces({ own }: PdfFacts): Allowed {
  return (own?.updates ?? []).flatMap(({ facts: { rect, page, appearance } }) => {
    const index = own?.base.pages.findIndex(({ object }) => object.number === page?.number) ?? -1
    return rect === undefined || appearance === undefined || index < 0 ? [] : [{ page: index + 1, ...rect }]
  })
}
