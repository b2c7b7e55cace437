import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dossierDocuments } from '@shared/documents/catalogue'
import { documentNeeds } from '@shared/documents/catalogue-needs'
import {
  builtInText,
  letterBlocks,
  letterKinds,
  startingText,
  tagsOf,
  type Letter,
  type LetterTags,
  type LetterValues,
} from '@shared/documents/letter'
import { filledText, letterWordings, tagMeanings } from '@shared/documents/letters'
import { headingLabel } from '@shared/publishing/wording'
import { hasMessage } from '@shared/messages/translate'
import { catalogueFacts, typedOf } from './catalogue-facts'
import { pilotOf, randomPilot } from './random-pilot'
import { randomParts, reviewOf } from './random-review'
import { runs } from '../../helpers/runs'

const flatTags = (tags: LetterTags): string[] =>
  Object.entries(tags).flatMap(([tag, { rows }]) => [tag, ...(rows === undefined ? [] : flatTags(rows))])

/** The least that can fill a template: `{{tag}}` and rows, as docxtemplater does. */
function fill(text: string, values: LetterValues): string {
  return text
    .replace(/\{\{#([^}]+)\}\}(.*?)\{\{\/\1\}\}/gsu, (_, tag: string, inner: string) =>
      (values[tag] as readonly LetterValues[]).map((row) => fill(inner, { ...values, ...row })).join(''),
    )
    .replace(/\{\{([^#/}]+)\}\}/gu, (_, tag: string) => values[tag] as string)
}

/** Every letter that random dossiers give. */
function* lettersOf(parts: Parameters<typeof reviewOf>[0], life: Parameters<typeof pilotOf>[1]): Generator<Letter> {
  const file = pilotOf(reviewOf(parts), life)
  for (const document of dossierDocuments) {
    if (document.letter === null || document.needs.some((need) => !documentNeeds[need](file))) continue
    for (const { id } of document.subjects(file)) {
      const letter = document.letter(catalogueFacts(file), typedOf, id)
      if (letter.ok) yield letter.value
    }
  }
}

describe('the wording of letters', () => {
  it('is there for every kind of notice and letter, with tags that are explained and the required ones among them', () => {
    expect(Object.keys(letterWordings).toSorted()).toEqual([...letterKinds].toSorted())
    for (const wording of Object.values(letterWordings)) {
      const tags = tagsOf(wording)
      for (const tag of flatTags(tags)) {
        const meaning = (tagMeanings as Readonly<Record<string, string>>)[tag]
        expect([wording.kind, tag, meaning !== undefined && hasMessage(meaning)]).toEqual([wording.kind, tag, true])
      }
      for (const path of wording.required) {
        const [tag = '', inner] = path.split('.')
        expect([path, tags[tag]?.required]).toEqual([path, true])
        if (inner !== undefined) expect([path, tags[tag]?.rows?.[inner]?.required]).toEqual([path, true])
      }
    }
  })

  it('says in its starting text, once filled, what the built-in text says', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(randomParts, randomPilot, (parts, life) => {
        for (const letter of lettersOf(parts, life)) {
          seen.add(letter.wording.kind)
          const start = startingText(letter.wording)
          const builtIn = builtInText(letter)
          expect(fill(start.title.join(''), letter.values)).toBe(builtIn.title.join(''))
          expect(
            fill(start.body.join('\n'), letter.values)
              .split('\n')
              .filter((line) => line !== ''),
          ).toEqual(builtIn.body.flatMap((text) => text.split('\n')))
        }
      }),
      { numRuns: 60 },
    )
    expect(seen).toEqual(
      new Set(letterKinds.filter((kind) => !['notice', 'composite-notice', 'public-display'].includes(kind))),
    )
  })

  it('sets other words in the same frame: all but title and body stays', () => {
    fc.assert(
      fc.property(randomParts, randomPilot, (parts, life) => {
        for (const letter of lettersOf(parts, life)) {
          const name = letter.values['联盟名称']
          const title = `关于${typeof name === 'string' ? name : '某事'}的函`
          const changed = letter.set(filledText(title, ['改过的文字。'], letter.values))
          const builtIn = letter.set(builtInText(letter))
          expect(changed.title).toBe(title)
          expect(changed.blocks[0]).toMatchObject({ kind: 'title', text: title })
          const frame = (blocks: typeof builtIn.blocks) =>
            blocks.filter(({ kind }) => !['title', 'paragraph', 'heading'].includes(kind))
          expect(frame(changed.blocks)).toEqual(frame(builtIn.blocks))
          expect({ ...changed, title: '', subject: '', blocks: [] }).toEqual({
            ...builtIn,
            title: '',
            subject: '',
            blocks: [],
          })
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('paragraphs as blocks', () => {
  it.each([
    ['一、基本情况', 1, 1],
    ['十二、其他', 1, 12],
    ['（三）经费', 2, 3],
    ['2.申请表；', 3, 2],
    ['1.2027年度工作总结；', 3, 1],
  ])('%s is a heading', (text, level, number) => {
    expect(letterBlocks([text])).toMatchObject([{ kind: 'heading', level, number }])
  })

  it.each(['一、本通知自印发之日起执行。', '1.5亿元', '两个、三个', '（见附件）', '一、'])('%s is none', (text) => {
    expect(letterBlocks([text])).toEqual([{ kind: 'paragraph', content: text }])
  })

  it('prints the very words, whatever they are', () => {
    const line = fc.stringMatching(/^[一二十（）、.0-9甲乙。；]{1,12}$/u)
    fc.assert(
      fc.property(line, (text) => {
        const [block] = letterBlocks([text])
        const said =
          block?.kind === 'heading' ? headingLabel(block) + block.text : block?.kind === 'paragraph' && block.content
        expect(said).toBe(text)
      }),
      { numRuns: runs(150) },
    )
  })
})
