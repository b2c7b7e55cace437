import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import { canPrintSlip, composeRefusalSlip } from '@shared/documents/refusal-slip'
import { messages } from '@shared/messages/catalogue'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { PDFDocument } from 'pdf-lib'
import { fontSet } from '../../helpers/fonts'

const sentences: Readonly<Record<string, string>> = messages['zh-CN']
const codes = Object.keys(sentences)
  .filter((key) => key.startsWith('error.'))
  .map((key) => key.slice('error.'.length))
  .filter(canPrintSlip)

/** Every word of a refusal's sentence as long as a hostile bundle can make it. */
const longest = (code: string): Record<string, string> =>
  Object.fromEntries(
    [...sentences[`error.${code}`]!.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => [name!, '名'.repeat(5000)]),
  )

describe('a refusal slip on paper', () => {
  it.each(codes)('is one page with the longest names: %s', async (code) => {
    const model = composeRefusalSlip({
      createdAt: '2026-11-22T08:00:00Z',
      fileName: `${'来'.repeat(84)}.lsb`,
      code,
      params: longest(code),
      by: `${'示例处室'.repeat(75)} ${'甲'.repeat(300)}`,
      on: '2026-11-22' as CalendarDate,
    })
    const { bytes } = await renderPdf(model, await fontSet())
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1)
  })
})
