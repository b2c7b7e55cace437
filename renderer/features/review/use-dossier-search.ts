import { useEffect, useState } from 'react'
import type { Material } from '@shared/domain/dossier'
import { refusalIn, type Inspection } from '@shared/inspection/finding'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { attachmentSource } from '@renderer/data/attachments'
import { findInText, foldQuery, wordsAround, type HitWords } from '@renderer/ui/pdf/page-text'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import { readTexts } from '@renderer/ui/pdf/read-texts'

/** The texts of the files of a dossier, by their hash, as far as they were read on this page. */
export type DossierTexts = ReadonlyMap<string, PageTexts>

type Inspections = ReadonlyMap<string, Inspection>

export type FileHits = {
  readonly material: Material
  readonly count: number
  /** The first ones, page by page. */
  readonly hits: readonly {
    readonly page: number
    /** Which of its page, from 0. */
    readonly nth: number
    readonly words: HitWords
  }[]
}

export type DossierFinds = {
  readonly files: readonly FileHits[]
  readonly count: number
  /** What is being read yet; null once everything was. */
  readonly reading: { readonly title: string; readonly page: number; readonly pages: number } | null
  /** Pages without a text. */
  readonly images: number
}

/** Hits that are listed of one file. */
const mostListed = 100
/** While files are read the list grows no more often than this, in ms. */
const showEvery = 200

/** Finds words in all files of a dossier. They are read once, beginning when the search opens. */
export function useDossierSearch(
  materials: readonly Material[],
  inspections: Inspections,
  texts: DossierTexts,
  query: string,
): DossierFinds {
  const [reading, setReading] = useState<DossierFinds['reading']>({ title: '', page: 0, pages: 0 })
  const [, setRead] = useState(0)
  useEffect(() => {
    let current = true
    const goesOn = () => current
    let shownAt = 0
    const read = async () => {
      for (const material of materials) {
        const { sha256, size, title } = material
        const known = texts.get(sha256)
        const inspection = inspections.get(sha256)
        if (known === undefined || !isReadable(material, inspection)) continue
        const huge = new Set(hugePagesIn(inspection).map(({ page }) => page))
        await readTexts(
          attachmentSource(sha256, size),
          known,
          (page) => huge.has(page),
          (page, pages) => {
            if (goesOn() && performance.now() - shownAt > showEvery) {
              shownAt = performance.now()
              setReading({ title, page, pages })
            }
            return goesOn()
          },
        ).catch(() => undefined)
        if (!goesOn()) return
        setRead((before) => before + 1)
      }
      setReading(null)
    }
    void read()
    return () => {
      current = false
    }
  }, [materials, inspections, texts])

  const files = foldQuery(query) === '' ? [] : materials.map((material) => hitsIn(material, texts, query))
  return {
    files: files.filter(({ count }) => count > 0),
    count: files.reduce((sum, { count }) => sum + count, 0),
    reading,
    images: [...texts.values()].reduce(
      (sum, pages) => sum + [...pages.values()].filter(({ folded }) => folded === '').length,
      0,
    ),
  }
}

const isReadable = ({ mediaType }: Material, inspection: Inspection | undefined): boolean =>
  mediaType === 'application/pdf' && (inspection === undefined || refusalIn(inspection) === undefined)

function hitsIn(material: Material, texts: DossierTexts, query: string): FileHits {
  const pages = texts.get(material.sha256) ?? new Map<number, never>()
  const hits: FileHits['hits'][number][] = []
  let count = 0
  for (const [page, text] of [...pages].toSorted(([a], [b]) => a - b)) {
    const found = findInText(page, text, query)
    count += found.length
    for (const [nth, hit] of found.entries()) {
      if (hits.length < mostListed) hits.push({ page, nth, words: wordsAround(text, hit) })
    }
  }
  return { material, count, hits }
}
