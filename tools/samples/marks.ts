import { grayscale, rgb } from 'pdf-lib'
import { breakLines, widthOf } from './break-lines'
import { outlineOf } from './fonts'
import { seeded } from './random'
import type { Sheet } from './sheet'

/**
 * Draws a name as if written by pen: 楷 outlines sheared, bent and jittered by a seed. Drawn as shapes, not as text,
 * as a signature on paper is.
 */
export function drawSignature(sheet: Sheet, name: string, x: number, baseline: number, size: number): void {
  const random = seeded(`signature ${name}`)
  const slant = 0.12 + random() * 0.25
  const squeeze = 0.78 + random() * 0.2
  const rise = (random() - 0.35) * 0.12
  const characters = Array.from(name)
  let cursor = x
  for (const [index, character] of characters.entries()) {
    const { commands, unitsPerEm } = outlineOf(sheet.faces, character)
    const scale = (size * (0.9 + random() * 0.28)) / unitsPerEm
    const lift = (random() - 0.5) * size * 0.14 + index * size * rise
    const phase = random() * 6.28
    const bend = 26 + random() * 22
    const point = (px: number, py: number): string => {
      const wx = px + bend * Math.sin(py / 190 + phase)
      const wy = py + bend * Math.sin(px / 170 + phase * 1.7)
      return `${((wx * squeeze + wy * slant) * scale).toFixed(2)} ${(-(wy * scale)).toFixed(2)}`
    }
    let path = ''
    for (const { command, args } of commands) {
      const points: string[] = []
      for (let i = 0; i + 1 < args.length; i += 2) points.push(point(args[i] ?? 0, args[i + 1] ?? 0))
      const letter = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' }[command]
      path += `${letter}${points.join(' ')}`
    }
    sheet.page.drawSvgPath(path, { x: cursor, y: baseline + lift, color: rgb(0.06, 0.08, 0.2), borderWidth: 0 })
    cursor += size * (0.74 + random() * 0.12)
  }
  if (random() > 0.45) {
    const wide = cursor - x
    const tail = `M0 0 C${(wide * 0.4).toFixed(1)} ${(size * 0.16).toFixed(1)} ${(wide * 0.7).toFixed(1)} ${(-size * 0.12).toFixed(1)} ${(wide * 1.05).toFixed(1)} ${(-size * 0.3).toFixed(1)}`
    sheet.page.drawSvgPath(tail, {
      x: x + size * 0.1,
      y: baseline - size * 0.12,
      borderColor: rgb(0.06, 0.08, 0.2),
      borderWidth: 0.9,
    })
  }
}

/** A placeholder where a seal would be: dashed ring, plainly lettered 示例印章, no star, nothing that imitates a seal. */
export function drawSeal(sheet: Sheet, unitName: string, centreX: number, centreY: number, radius = 36): void {
  const random = seeded(`seal ${unitName} ${centreX.toFixed(0)} ${centreY.toFixed(0)}`)
  const cx = centreX + (random() - 0.5) * 6
  const cy = centreY + (random() - 0.5) * 6
  const ink = rgb(0.78, 0.16, 0.2)
  sheet.page.drawCircle({
    x: cx,
    y: cy,
    size: radius,
    borderColor: ink,
    borderWidth: 1.3,
    borderDashArray: [5, 2.2],
    borderOpacity: 0.8,
    opacity: 0,
  })
  const put = (text: string, baseline: number, size: number) => {
    const font = sheet.fonts.pdf.hei
    sheet.page.drawText(text, {
      x: cx - widthOf(sheet.faces, 'hei', size, text) / 2,
      y: baseline,
      size,
      font,
      color: ink,
      opacity: 0.8,
    })
  }
  put('示例印章', cy - 4, radius * 0.3)
  const small = Math.max(4.6, radius * 0.15)
  const lines = breakLines(sheet.faces, 'hei', small, unitName, radius * 1.45)
  const above = lines.slice(0, 2)
  const below = lines.slice(2)
  above.forEach((line, i) => put(line.text, cy + radius * 0.36 + (above.length - 1 - i) * small * 1.2, small))
  below.forEach((line, i) => put(line.text, cy - radius * 0.42 - i * small * 1.2, small))
  if (below.length === 0) put('（非真实印章）', cy - radius * 0.5, small)
}

/** A date as a person writes it into blanks. */
export function drawWrittenDate(sheet: Sheet, date: string, x: number, baseline: number, size = 12): void {
  const [year, month, day] = date.split('-')
  const label = `${year}年${Number(month)}月${Number(day)}日`
  sheet.text(label, x, baseline, 'kai', size, { grey: 0.12 })
}

/** A rule to write on. */
export function drawBlank(sheet: Sheet, x: number, baseline: number, width: number): void {
  sheet.page.drawLine({
    start: { x, y: baseline - 3 },
    end: { x: x + width, y: baseline - 3 },
    thickness: 0.5,
    color: grayscale(0.2),
  })
}
