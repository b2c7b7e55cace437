import { useEffect, useMemo, useState } from 'react'
import {
  fileChanges,
  standingOf,
  touchesOf,
  type FileChange,
  type FoldedPages,
  type PinStanding,
  type Touch,
} from '@shared/acts/after-supplement'
import type { About, OpinionDraft } from '@shared/acts/expert-opinion'
import { caseAt } from '@shared/acts/judged-case'
import type { Material } from '@shared/domain/dossier'
import { criterionIds, type CriterionId, type EvidencePin } from '@shared/domain/judgement'
import { refusalIn } from '@shared/inspection/finding'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { attachmentSource } from '@renderer/data/attachments'
import type { DossierCase } from '@renderer/data/cases'
import { loadVersion } from '@renderer/data/dossier-version'
import { useInspections } from '@renderer/data/use-inspections'
import { foldQuery } from '@renderer/ui/pdf/page-text'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import { readTexts } from '@renderer/ui/pdf/read-texts'

export type Supplement = {
  /** The version that was judged before. */
  readonly from: About
  /** False where it is not on this desk: then nobody can tell what changed, and everything waits to be looked at. */
  readonly isKnown: boolean
  readonly changes: readonly FileChange[]
  readonly touches: ReadonlyMap<CriterionId, Touch>
  readonly standing: (pin: EvidencePin) => PinStanding
  /** The texts of the pages of a file, from 1; null where it cannot be read. */
  readonly texts: (sha256: string) => PageTexts | null
}

const noFiles: readonly Material[] = []

/**
 * What changed in a dossier since its opinion was written: `null` while nothing has, `undefined` while it is read. The
 * text of files that were replaced is read page by page, old and new.
 */
export function useSupplement(draft: OpinionDraft, dossier: DossierCase): Supplement | null | undefined {
  const from = judgedBefore(draft, dossier.contentHash)
  const number = from?.dossierVersion ?? null
  const hash = from?.dossierHash ?? null
  const [found, setFound] = useState<{ readonly hash: string; readonly case: DossierCase | null } | null>(null)
  useEffect(() => {
    if (number === null || hash === null) return undefined
    let current = true
    void loadVersion(dossier.file.id, number).then((version) => {
      if (!current) return
      const isIt = version?.contentHash === hash
      const before = isIt
        ? caseAt({ ...dossier, versions: [...dossier.versions, version] }, { dossierHash: hash })
        : null
      setFound({ hash, case: before })
    })
    return () => {
      current = false
    }
  }, [number, hash, dossier])
  const before = found?.hash === hash ? found.case : undefined
  const old = before?.file.content.materials ?? noFiles
  const fresh = dossier.file.content.materials
  const changes = useMemo(
    () => (before === null || before === undefined ? [] : fileChanges(old, fresh)),
    [before, old, fresh],
  )
  const replaced = useMemo(
    () => changes.flatMap((change) => (change.kind === 'replaced' ? [change.before, change.after] : [])),
    [changes],
  )
  const texts = useTexts(replaced)
  return useMemo(() => {
    if (number === null || hash === null) return null
    if (before === undefined || texts === null) return undefined
    const pages: FoldedPages = (sha256) => {
      const read = texts.get(sha256)
      if (read === undefined) return null
      return Array.from({ length: Math.max(0, ...read.keys()) }, (_, index) => read.get(index + 1)?.folded ?? '')
    }
    const after = { content: dossier.file.content, results: dossier.results }
    const judged = before === null ? null : { content: before.file.content, results: before.results }
    return {
      from: { dossierHash: hash, dossierVersion: number },
      isKnown: before !== null,
      changes,
      touches: touchesOf(judged, after, draft, pages, foldQuery),
      standing: (pin) => standingOf(pin, fresh, changes, pages, foldQuery),
      texts: (sha256) => texts.get(sha256) ?? null,
    }
  }, [number, hash, before, texts, changes, fresh, dossier, draft])
}

/** The oldest version that something of the opinion was judged on; null if that is the present one. */
function judgedBefore(draft: OpinionDraft, present: string): About | null {
  const { dossierHash, dossierVersion, items } = draft
  return [{ dossierHash, dossierVersion }, ...criterionIds.flatMap((id) => items[id].looked ?? [])]
    .filter((about) => about.dossierHash !== present)
    .reduce<About | null>((a, b) => (a === null || b.dossierVersion < a.dossierVersion ? b : a), null)
}

const nothing: ReadonlyMap<string, PageTexts> = new Map()

/** The texts of these files, `null` while they are read; one that is no readable PDF has none. */
function useTexts(files: readonly Material[]): ReadonlyMap<string, PageTexts> | null {
  const inspections = useInspections(files.map(({ sha256 }) => sha256))
  const [read, setRead] = useState<{
    readonly files: readonly Material[]
    readonly texts: ReadonlyMap<string, PageTexts>
  } | null>(null)
  useEffect(() => {
    if (files.length === 0 || inspections === null) return undefined
    let current = true
    const readAll = async () => {
      const texts = new Map<string, PageTexts>()
      for (const { sha256, size, mediaType } of files) {
        const inspection = inspections.get(sha256)
        if (mediaType !== 'application/pdf' || (inspection !== undefined && refusalIn(inspection) !== undefined)) {
          continue
        }
        const huge = new Set(hugePagesIn(inspection).map(({ page }) => page))
        const pages: PageTexts = new Map()
        const isRead = await readTexts(
          attachmentSource(sha256, size),
          pages,
          (page) => huge.has(page),
          () => current,
        ).then(
          () => pages.size > 0,
          () => false,
        )
        if (!current) return
        if (isRead) texts.set(sha256, pages)
      }
      setRead({ files, texts })
    }
    void readAll()
    return () => {
      current = false
    }
  }, [files, inspections])
  if (files.length === 0) return nothing
  return read?.files === files ? read.texts : null
}
