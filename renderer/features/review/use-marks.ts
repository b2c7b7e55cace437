import { useMemo, useState } from 'react'
import type { Material } from '@shared/domain/dossier'
import { inReadingOrder, type KeptMark, type ReadingMarkKind } from '@shared/domain/reading-mark'
import { newLocalId } from '@renderer/platform/ids'
import { noNotes, notesKeyOf, readNotes, type ReadingNotes } from '@renderer/data/reading-notes'
import { useDraft, type DraftHandle } from '@renderer/data/use-draft'
import type { DossierKey } from '@renderer/stores/reading-place'
import type { PageMark } from '@renderer/ui/pdf/pdf-source'

export type Marks = {
  /** In reading order. */
  readonly all: readonly KeptMark[]
  /** The one that is written on. */
  readonly current: string | null
  readonly choose: (id: string | null) => void
  readonly add: (kind: ReadingMarkKind, material: Material, mark: PageMark) => void
  readonly change: (id: string, change: Partial<Pick<KeptMark, 'kind' | 'note' | 'isCarried'>>) => void
  readonly remove: (id: string) => void
  /** The mark that was removed last in this sitting; it can be put back. */
  readonly removed: KeptMark | null
  readonly restore: () => void
  readonly ticks: ReadonlySet<string>
  readonly tick: (row: string, isTicked: boolean) => void
  readonly draft: DraftHandle<ReadingNotes>
}

/** Marks on the pages of a dossier, kept as what is typed is. */
export function useMarks(of: DossierKey, materials: readonly Material[]): Marks {
  const draft = useDraft<ReadingNotes>(notesKeyOf(of), noNotes, readNotes)
  const [current, choose] = useState<string | null>(null)
  const [removed, setRemoved] = useState<KeptMark | null>(null)
  const { marks, ticks } = draft.value
  const all = useMemo(() => inReadingOrder(marks, materials), [marks, materials])
  const set = (next: (marks: ReadingNotes['marks']) => ReadingNotes['marks']) => {
    draft.change((now) => ({ ...now, marks: next(now.marks) }))
  }
  return {
    all,
    current,
    choose,
    add: (kind, { id: materialId, title: materialTitle, sha256 }, { page, quote, boxes }) => {
      const id = newLocalId('mark')
      const made = { id, kind, materialId, materialTitle, sha256, page, quote, boxes: [...boxes], note: '' }
      set((now) => [...now, { ...made, isCarried: false }])
      choose(id)
    },
    change: (id, change) => {
      set((now) => now.map((mark) => (mark.id === id ? { ...mark, ...change } : mark)))
    },
    remove: (id) => {
      setRemoved(marks.find((mark) => mark.id === id) ?? null)
      set((now) => now.filter((mark) => mark.id !== id))
      if (current === id) choose(null)
    },
    removed,
    restore: () => {
      if (removed !== null) set((now) => [...now, removed])
      setRemoved(null)
    },
    ticks: useMemo(() => new Set(ticks), [ticks]),
    tick: (row, isTicked) => {
      draft.change((now) => {
        const others = now.ticks.filter((other) => other !== row)
        return { ...now, ticks: isTicked ? [...others, row] : others }
      })
    },
    draft,
  }
}
