// Draws docs/images/performance-*.svg and writes the tables of docs/performance.md from the numbers in
// docs/performance.json: node scripts/performance-pictures.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'

const sizes = ['100', '1,000', '10,000']
const colours = ['#1456b8', '#9aa4b2', '#d0a24c']
const docs = join(root, 'docs')
const measures = JSON.parse(readFileSync(join(docs, 'performance.json'), 'utf8'))

const shown = (value) => (value === null ? 'not measured' : String(value))
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Bars by size, on a scale of tens: what grows ten times is one step longer. */
function picture({ title, unit, series }) {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null)
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
  const steps = Math.max(1, high - low)
  const [left, top, step, bar] = [64, 54 + 18 * series.length, 430 / steps, 16]
  const at = (value) => left + (Math.log10(value) - low) * step
  const group = series.length * (bar + 3) + 14
  const height = top + sizes.length * group + 34
  const text = (x, y, words, more = '') => `<text x="${x}" y="${y}"${more}>${escaped(words)}</text>`
  const lines = Array.from({ length: steps + 1 }, (_, index) => {
    const x = left + index * step
    const words = `${Number((10 ** (low + index)).toPrecision(1))} ${unit}`
    return `<path d="M${x} ${top - 8}V${height - 28}" stroke="#dee0e3"/>${text(x, height - 12, words, ' text-anchor="middle"')}`
  })
  // Each line of the scale is ten times the one before.
  const legend = series.map(
    ({ name }, index) =>
      `<rect x="${left}" y="${36 + 18 * index}" width="12" height="12" fill="${colours[index]}"/>` +
      text(left + 18, 46 + 18 * index, name),
  )
  const bars = sizes.flatMap((size, row) => [
    text(left - 8, top + row * group + (series.length * (bar + 3)) / 2 + 4, size, ' text-anchor="end"'),
    ...series.map(({ values: of }, index) => {
      const [value, y] = [of[row], top + row * group + index * (bar + 3)]
      if (value === null) return text(left + 6, y + 12, 'not measured', ' fill="#646a73"')
      const width = Math.max(2, at(value) - left).toFixed(1)
      return (
        `<rect x="${left}" y="${y}" width="${width}" height="${bar}" fill="${colours[index]}"/>` +
        text(left + Number(width) + 6, y + 12, `${value} ${unit}`)
      )
    }),
  ])
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 ${height}" font-family="sans-serif" font-size="12">` +
    `<rect width="620" height="${height}" fill="#fff"/>` +
    `${text(12, 22, title, ' font-size="13" font-weight="bold"')}${legend.join('')}${lines.join('')}${bars.join('')}</svg>\n`
  )
}

function section(measure) {
  const { id, title, unit, series, limit } = measure
  const rows = series.map(({ name, values }) => `| ${name} | ${values.map(shown).join(' | ')} |`)
  return [
    `### ${title}`,
    '',
    `| ${unit} | ${sizes.join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `What limits it: ${limit}.`,
    '',
    `![The same as bars](images/performance-${id}.svg)`,
    '',
  ].join('\n')
}

for (const measure of measures) writeFileSync(join(docs, 'images', `performance-${measure.id}.svg`), picture(measure))
const page = join(docs, 'performance.md')
const [before, , after] = readFileSync(page, 'utf8').split(/<!-- (?:measures|end of measures) -->\n/u)
if (after === undefined) throw new Error('docs/performance.md has no place for the measures')
const tables = measures.map(section).join('\n')
writeFileSync(page, `${before}<!-- measures -->\n\n${tables}\n<!-- end of measures -->\n${after}`)
