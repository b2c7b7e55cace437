import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { breakLines } from '../break-lines'
import { faceOf, loadFaces, type Faces } from '../fonts'

let faces: Faces
beforeAll(async () => {
  faces = await loadFaces(resolve('.'))
})

const broken = (text: string, characters: number): string[] =>
  breakLines(faces, 'song', 10, text, characters * 10).map((line) => line.text)

describe('Line breaking of the sample papers', () => {
  it('never begins a line with a closing mark (避头)', () => {
    expect(broken('一二三四五，六七', 5)).toEqual(['一二三四', '五，六七'])
  })

  it('never ends a line with an opening mark (避尾)', () => {
    expect(broken('一二三四《五六》', 5)).toEqual(['一二三四', '《五六》'])
  })

  it('keeps a number whole', () => {
    expect(broken('一二三四2026年', 5)).toEqual(['一二三四', '2026年'])
  })

  it('loses no character whatever the width', () => {
    const text = '各方依照《中华人民共和国民法典》，在平等自愿、协商一致的基础上，于2025年5月18日订立本协议。'
    for (let width = 4; width < 30; width += 1) expect(broken(text, width).join('')).toBe(text)
  })
})

describe('Faces of the sample papers', () => {
  it('draw rare characters from a face that has them', () => {
    for (const character of ['堃', '喆', '䶮', '\u{23C98}']) {
      expect(faceOf(faces, 'fang', character).face).toBe('song')
    }
    expect(faceOf(faces, 'fang', '\u{20BB7}').face).toBe('kai')
  })

  it('refuse a character that no face has, and name it', () => {
    expect(() => faceOf(faces, 'fang', '\u{2A6D6}')).toThrow(/U\+2A6D6/u)
  })
})
