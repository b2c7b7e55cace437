import { seeded } from '../random'

interface Point {
  x: number
  y: number
  t: number
}

/** A scribbled signature as a pen pad records it: strokes with time, the same for the same name. */
export function scribble(name: string): { width: number; height: number; strokes: Point[][] } {
  const random = seeded(`pad ${name}`)
  const strokes: Point[][] = []
  let clock = 0
  let left = 30
  for (const character of name) {
    const count = 2 + ((character.codePointAt(0) ?? 0) % 3)
    for (let s = 0; s < count; s += 1) {
      const stroke: Point[] = []
      const x0 = left + random() * 40
      const y0 = 45 + random() * 50
      const dx = 30 + random() * 55
      const dy = (random() - 0.4) * 80
      const curl = (random() - 0.5) * 60
      const loops = random() > 0.6 ? 6.28 : 2.2
      const steps = 18 + Math.floor(random() * 10)
      for (let i = 0; i <= steps; i += 1) {
        const u = i / steps
        clock += 9 + Math.floor(random() * 6)
        stroke.push({
          x: Math.round((x0 + dx * u + curl * 0.35 * Math.sin(u * loops)) * 10) / 10,
          y: Math.round((y0 + dy * u + curl * 0.5 * (Math.cos(u * loops) - 1)) * 10) / 10,
          t: clock,
        })
      }
      clock += 70 + Math.floor(random() * 80)
      strokes.push(stroke)
    }
    left += 100
  }
  return { width: 400, height: 160, strokes }
}
