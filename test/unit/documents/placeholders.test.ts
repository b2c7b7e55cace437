import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '@shared/documents/blocks'
import { placeholdersOn } from '@shared/documents/placeholders'
import { defaultOfficeSettings } from '@shared/regulation/default-office'

const office = defaultOfficeSettings()
const paper = (...texts: string[]) =>
  ({ title: texts[0], blocks: texts.map((text) => ({ text })) }) as unknown as DocumentModel

describe('a name of the settings that is nobody’s', () => {
  it('is named where it stands on a paper about a real alliance', () => {
    expect(
      placeholdersOn(paper('四川省某某产业技术创新战略联盟', '业务处室一（示例）', '成员单位二（可编辑示例）'), office),
    ).toEqual(['成员单位二（可编辑示例）', '业务处室一（示例）'])
  })

  it('is nothing on a paper about a sample, nor in words that only look like one', () => {
    expect(placeholdersOn(paper('四川省示例钒钛新材料产业技术创新战略联盟', '业务处室一（示例）'), office)).toEqual([])
    expect(placeholdersOn(paper('四川省某某产业技术创新战略联盟', '引用“（示例）”二字'), office)).toEqual([])
  })
})
