/** Papers to attack: made, signed and signed further by the product's own writers with keys of this run. */
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { handwritingPicture } from '@shared/publishing/docx/handwriting-picture'
import type { Signer } from '@shared/publishing/signing/cms'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import type { Place } from '@shared/publishing/typeset/drawing'
import { fontSet } from '../../helpers/fonts'
import { opinion } from '../../helpers/publishing-samples'
import { makeSigner } from '../../helpers/signers'

export type Bytes = Uint8Array<ArrayBuffer>

export interface PaperWorld {
  /** Before any signature. */
  base: Bytes
  /** Signed by a desk, unseen. */
  once: Bytes
  /** Then by an expert, in the own cell. */
  twice: Bytes
  places: Extract<Place, { kind: 'signature' }>[]
  desk: Signer
  expert: Signer
  /** A key of the attacker's own: everybody can make one. */
  attacker: Signer
}

const signedAt = '2026-11-20T09:00:00Z'
export const reason = '内部完整性签名'
export const options = { signedAt, reason }

export const strokes = {
  kind: 'strokes' as const,
  width: 300,
  height: 100,
  strokes: [
    [
      [10, 20],
      [150, 80],
      [290, 30],
    ] as [number, number][],
  ],
}

export const picture = () => ({
  kind: 'png' as const,
  base64: Buffer.from(handwritingPicture(strokes)?.png ?? new Uint8Array()).toString('base64'),
})

/** Three pages, the last one with a table to sign; two files inside. */
export async function createPaperWorld(): Promise<PaperWorld> {
  const unsigned = {
    ...opinion,
    blocks: opinion.blocks.map((block) =>
      block.kind === 'signatureTable'
        ? { ...block, rows: block.rows.map((row) => ({ ...row, signature: { kind: 'place' as const } })) }
        : block,
    ),
  }
  const attachments = ['data.json', 'other.json'].map((name) => ({
    name,
    mediaType: 'application/json',
    description: '示例',
    bytes: new TextEncoder().encode('{"示例":1}'),
  }))
  const rendered = await renderPdf(unsigned, await fontSet(), { attachments })
  const [desk, expert, attacker] = await Promise.all([
    makeSigner('示例处室', '0a'),
    makeSigner('示例专家', '0b'),
    makeSigner('示例外人', '0c'),
  ])
  const places = rendered.places.filter((place) => place.kind === 'signature')
  const base = new Uint8Array(rendered.bytes)
  const once = await signPdf(base, desk, { ...options, fieldName: 'desk-1' })
  const twice = await signPdf(once, expert, {
    ...options,
    fieldName: 'expert-1',
    handwriting: strokes,
    place: placeAt(places, 0),
  })
  return { base, once, twice, places, desk, expert, attacker }
}

export function placeAt(places: PaperWorld['places'], index: number): PaperWorld['places'][number] {
  const place = places[index]
  if (place === undefined) throw new Error('the paper has no such place')
  return place
}
