import type { EvidencePin } from '@shared/domain/judgement'
import type { KeptMark } from '@shared/domain/reading-mark'
import type { PageOverlay } from '@renderer/ui/pdf/page-overlay'
import type { Translate } from '@shared/messages/translator'

/** Marks and pins of the criterion as they lie on the pages of each file, by the hash of its bytes. */
export function overlaysOf(
  marks: readonly KeptMark[],
  currentMark: string | null,
  pins: readonly EvidencePin[],
  t: Translate,
): ReadonlyMap<string, readonly PageOverlay[]> {
  const files = new Map<string, PageOverlay[]>()
  const lay = (sha256: string, overlay: PageOverlay) => {
    const file = files.get(sha256)
    if (file === undefined) files.set(sha256, [overlay])
    else file.push(overlay)
  }
  for (const { id, sha256, page, boxes, kind, note, quote } of marks) {
    const words = note === '' ? quote : note
    const label = [t(`marks.kind.${kind}`), words].filter((part) => part !== '').join(t('punctuation.colon'))
    lay(sha256, { id, page, boxes, look: kind, label, isCurrent: id === currentMark })
  }
  pins.forEach(({ sha256, page, region, quote }, index) => {
    const label = [t('review.pinned'), quote].filter((part) => part !== '').join(t('punctuation.colon'))
    lay(sha256, {
      id: pinId(index),
      page,
      boxes: region === null ? [] : [region],
      look: 'pin',
      label,
      isCurrent: false,
    })
  })
  return files
}

const pinId = (index: number): string => `pin/${index}`

/** Which pin of the criterion a handle on a page is; null if it is a mark. */
export const pinIndexOf = ({ id }: PageOverlay): number | null => {
  const [, index] = /^pin\/(\d+)$/u.exec(id) ?? []
  return index === undefined ? null : Number(index)
}
