/** The link from paper to file at the foot of the last page: a QR code and a code to type. */
import { type Verification } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { typeArea, verificationPlace } from '../page-geometry'
import { qrModules } from '../qr-modules'
import { groupedCode, verificationLabel } from '../wording'
import { toCells, type TextStyle } from './cells'
import { type PageSheet, type Rect } from './drawing'
import { singleLine } from './text-boxes'

/** Draws into the foot margin; touches neither the type area nor the page number. */
export function drawVerification(sheet: PageSheet, { code, payload }: Verification, fonts: FontSet): void {
  const { top, size, textGap, textSize } = verificationPlace
  const style: TextStyle = { face: 'song', size: textSize }
  const lines = [verificationLabel, groupedCode(code)].map((text) => singleLine(toCells(text, style, fonts)))
  const textWidth = Math.max(...lines.map(({ width }) => width))
  const left = typeArea.left + (typeArea.width - size - textGap - textWidth) / 2
  sheet.marks.push({
    kind: 'fill',
    rects: darkRuns(qrModules(payload), { x: left, y: top, width: size, height: size }),
  })
  const lineHeight = textSize * 1.5
  const textTop = top + (size - lines.length * lineHeight) / 2
  for (const [index, line] of lines.entries()) {
    sheet.line(line, left + size + textGap, textTop + index * lineHeight, lineHeight)
  }
}

/** Neighbouring dark squares of a row as one rectangle. */
function darkRuns(modules: readonly boolean[][], box: Rect): Rect[] {
  const step = box.width / modules.length
  return modules.flatMap((row, at) => {
    const runs: Rect[] = []
    let start: number | undefined
    for (const [column, isDark] of [...row, false].entries()) {
      if (isDark) start ??= column
      else if (start !== undefined) {
        runs.push({ x: box.x + start * step, y: box.y + at * step, width: (column - start) * step, height: step })
        start = undefined
      }
    }
    return runs
  })
}
