import { describe, expect, test } from 'vitest'
import { faces } from '@shared/documents/blocks'
import { MissingGlyphError } from '@shared/publishing/publishing-errors'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { fontSet } from '../../helpers/fonts'
import { opinion } from '../../helpers/publishing-samples'

/** GB 2312 rows 16 to 87: 6,763 hanzi. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gbk')
  const found: string[] = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]))
      if (/^\p{Script=Han}$/u.test(character)) found.push(character)
    }
  }
  return found
}

/** A private-use character: no public font has it. */
const unknown = '\ue123'

describe('every character is printed in a face that has it, or refused by name', () => {
  test('each face has the 6,763 hanzi of GB 2312 and the brackets 〔〕 itself', async () => {
    const fonts = await fontSet()
    const characters = gb2312()
    expect(characters).toHaveLength(6763)
    for (const face of faces) {
      const lacking = [...characters, '〔', '〕'].filter((c) => fonts.find(c.codePointAt(0)!, face)?.face !== face)
      expect(lacking, face).toEqual([])
    }
  })

  test('rare names in 仿宋 fall back per character: 堃 喆 䶮 and Extension B 𣲗 𨐈 to song, 𠮷 to kai', async () => {
    const fonts = await fontSet()
    const faceOf = (character: string) => fonts.find(character.codePointAt(0)!, 'fang')?.face
    expect(['王', '堃', '喆', '䶮', '𣲗', '𨐈', '𠮷'].map(faceOf)).toEqual([
      'fang',
      'song',
      'song',
      'song',
      'song',
      'song',
      'kai',
    ])
  })

  test('a character that no face has stops the export, named with the text it stands in', async () => {
    const fonts = await fontSet()
    const model = { ...opinion, blocks: [{ kind: 'paragraph', content: `联系人张${unknown}，电话略` }] }
    const error: unknown = await renderPdf(model, fonts).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(MissingGlyphError)
    expect(error).toMatchObject({ kind: 'missing-glyph', character: unknown, codePoint: 0xe123 })
    expect((error as MissingGlyphError).context).toContain('联系人张')
  })
})
