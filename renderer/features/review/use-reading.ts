import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Material } from '@shared/domain/dossier'
import { keepReading, readingPlaceOf, type DossierKey, type Spot } from '@renderer/stores/reading-place'
import { firstPlace, type PagePlace, type Turns } from '@renderer/ui/pdf/page-place'
import type { SoughtTarget } from '@renderer/ui/pdf/pdf-source'
import type { PdfViewerHandle, Wanted } from '@renderer/ui/pdf/PdfViewer'
import type { ReadingStart } from '@renderer/ui/pdf/use-page-column'
import type { ChosenHit } from '@renderer/ui/pdf/use-text-search'

/** One of the places that are read side by side. */
export type Pane = {
  readonly materialId: string
  /** Another number is another opening of a file, with a beginning of its own. */
  readonly serial: number
  readonly start: ReadingStart
  readonly target: SoughtTarget | null
  readonly wanted: Wanted | null
}

export type PaneIndex = 0 | 1

/** Steps that one can go back. */
const mostSteps = 30

export type Reading = {
  readonly panes: readonly Pane[]
  readonly active: PaneIndex
  /** The open viewers, by pane. */
  readonly viewers: RefObject<Map<PaneIndex, PdfViewerHandle>>
  readonly viewer: () => PdfViewerHandle | null
  readonly activate: (pane: PaneIndex) => void
  readonly choose: (materialId: string) => void
  /** Goes to a place of a file, which may have to be found by its words. */
  readonly goToTarget: (materialId: string, target: SoughtTarget) => void
  readonly goToHit: (materialId: string, query: string, chosen: ChosenHit) => void
  /** Back to where one came from, or forward again; nothing happens at the end. */
  readonly step: (by: 1 | -1) => void
  /** Shows two places, or one again. */
  readonly split: () => void
  readonly close: (pane: PaneIndex) => void
  readonly onPlace: (pane: PaneIndex, place: PagePlace) => void
  readonly onTurns: (pane: PaneIndex, turns: Turns) => void
  readonly onJump: (pane: PaneIndex, from: PagePlace) => void
}

/** What is read of a dossier, where, and where one was before: as one left it, on whatever day. */
export function useReading(dossier: DossierKey, materials: readonly Material[]): Reading {
  const serials = useRef(0)
  const [begun] = useState(() => beginning(dossier, materials))
  const [panes, setPanes] = useState(begun.panes)
  const [active, setActive] = useState<PaneIndex>(begun.active)
  const viewers = useRef(new Map<PaneIndex, PdfViewerHandle>())
  const now = useRef({ panes, active })
  useLayoutEffect(() => {
    now.current = { panes, active }
  }, [panes, active])
  useEffect(() => {
    // Where within a file one is, its viewer tells as soon as it is open.
    const { panes: kept } = readingPlaceOf(dossier)
    const spots = panes.map(({ materialId, start }, index) => {
      const spot = kept?.[index]
      return spot?.materialId === materialId ? spot : { materialId, place: start.place }
    })
    keepReading(dossier, { panes: spots.length === 0 ? null : spots, active })
  }, [dossier, panes, active])

  const [acts] = useState(() => {
    const spotOf = (index: PaneIndex): Spot | null => {
      const pane = now.current.panes[index]
      if (pane === undefined) return null
      const kept = readingPlaceOf(dossier).panes?.[index]
      const place = viewers.current.get(index)?.place() ?? (kept?.materialId === pane.materialId ? kept.place : null)
      return { materialId: pane.materialId, place: place ?? pane.start.place }
    }
    const startOf = (materialId: string): ReadingStart => {
      const file = readingPlaceOf(dossier).files[materialId]
      return { place: file?.place ?? firstPlace, turns: file?.turns ?? {} }
    }
    const change = (index: PaneIndex, next: Partial<Pane>) => {
      setPanes((before) => before.map((pane, at) => (at === index ? { ...pane, ...next } : pane)))
    }
    /** Another file in a pane. */
    const show = (index: PaneIndex, materialId: string, next: Partial<Pane>) => {
      serials.current += 1
      change(index, {
        materialId,
        serial: serials.current,
        start: startOf(materialId),
        target: null,
        wanted: null,
        ...next,
      })
    }
    const leave = (from: Spot | null) => {
      if (from === null) return
      const { back } = readingPlaceOf(dossier)
      keepReading(dossier, { back: [...back, from].slice(-mostSteps), forward: [] })
    }
    const goTo = (index: PaneIndex, { materialId, place }: Spot) => {
      const viewer = viewers.current.get(index)
      if (now.current.panes[index]?.materialId === materialId && viewer !== undefined) viewer.goToPlace(place)
      else show(index, materialId, { start: { place, turns: startOf(materialId).turns } })
    }
    return {
      viewer: () => viewers.current.get(now.current.active) ?? null,
      activate: (index: PaneIndex) => {
        if (now.current.active !== index) setActive(index)
      },
      choose: (materialId: string) => {
        const index = now.current.active
        if (now.current.panes[index]?.materialId === materialId) return
        leave(spotOf(index))
        show(index, materialId, {})
      },
      goToTarget: (materialId: string, target: SoughtTarget) => {
        const index = now.current.active
        if (now.current.panes[index]?.materialId === materialId) {
          change(index, { target })
          return
        }
        leave(spotOf(index))
        const start = startOf(materialId)
        const page = target.page ?? start.place.page
        show(index, materialId, { target, start: { ...start, place: { ...start.place, page, share: 0, left: 0 } } })
      },
      goToHit: (materialId: string, query: string, chosen: ChosenHit) => {
        const index = now.current.active
        const wanted = { query, chosen }
        if (now.current.panes[index]?.materialId === materialId) {
          change(index, { wanted })
          return
        }
        leave(spotOf(index))
        show(index, materialId, { wanted })
      },
      step: (by: 1 | -1) => {
        const { back, forward } = readingPlaceOf(dossier)
        const [from, to] = by === -1 ? [back, forward] : [forward, back]
        const spot = from.at(-1)
        const here = spotOf(now.current.active)
        if (spot === undefined || here === null) return
        const [rest, grown] = [from.slice(0, -1), [...to, here].slice(-mostSteps)]
        keepReading(dossier, by === -1 ? { back: rest, forward: grown } : { forward: rest, back: grown })
        goTo(now.current.active, spot)
      },
      split: () => {
        const [first, second] = now.current.panes
        if (first === undefined) return
        if (second !== undefined) {
          setPanes([first])
          setActive(0)
          return
        }
        serials.current += 1
        const here = spotOf(0)
        const start = { place: here?.place ?? firstPlace, turns: startOf(first.materialId).turns }
        setPanes([first, { materialId: first.materialId, serial: serials.current, start, target: null, wanted: null }])
        setActive(1)
      },
      close: (index: PaneIndex) => {
        const rest = now.current.panes.filter((_, at) => at !== index)
        if (rest.length === 0) return
        setPanes(rest)
        setActive(0)
      },
      onPlace: (index: PaneIndex, place: PagePlace) => {
        const pane = now.current.panes[index]
        if (pane === undefined) return
        const { files, panes: kept } = readingPlaceOf(dossier)
        const { materialId } = pane
        keepReading(dossier, {
          panes: now.current.panes.map((other, at) =>
            at === index
              ? { materialId, place }
              : { materialId: other.materialId, place: kept?.[at]?.place ?? other.start.place },
          ),
          files: { ...files, [materialId]: { place, turns: files[materialId]?.turns ?? pane.start.turns } },
        })
      },
      onTurns: (index: PaneIndex, turns: Turns) => {
        const materialId = now.current.panes[index]?.materialId
        if (materialId === undefined) return
        const { files } = readingPlaceOf(dossier)
        keepReading(dossier, { files: { ...files, [materialId]: { place: firstPlace, ...files[materialId], turns } } })
      },
      onJump: (index: PaneIndex, from: PagePlace) => {
        const materialId = now.current.panes[index]?.materialId
        if (materialId !== undefined) leave({ materialId, place: from })
      },
    }
  })
  return { panes, active, viewers, ...acts }
}

/** As it was left; a material that is gone gives way to the agreement, with which the review begins. */
function beginning(
  dossier: DossierKey,
  materials: readonly Material[],
): { readonly panes: readonly Pane[]; readonly active: PaneIndex } {
  const { panes: kept, active, files } = readingPlaceOf(dossier)
  const known = (kept ?? []).filter(({ materialId }) => materials.some(({ id }) => id === materialId))
  const first = materials.find((material) => material.code === 'agreement')?.id ?? materials[0]?.id
  const spots: readonly Spot[] =
    known.length > 0 ? known : first === undefined ? [] : [{ materialId: first, place: firstPlace }]
  return {
    panes: spots.map(({ materialId, place }, index) => ({
      materialId,
      serial: -1 - index,
      start: { place, turns: files[materialId]?.turns ?? {} },
      target: null,
      wanted: null,
    })),
    active: spots.length > 1 ? active : 0,
  }
}

/** A function that stays the same and does what the newest one does. */
export function useSteady<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: A) => latest.current(...given), [])
}
