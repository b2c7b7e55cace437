/** Prints rows as a Markdown table, the first of them as its head. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  for (const [index, cells] of rows.entries()) {
    printRow(cells)
    if (index === 0) printRow(cells.map(() => '---'))
  }
}

/** One row of a Markdown table. */
export function printRow(cells: readonly (string | number)[]): void {
  const words = cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' '))
  process.stdout.write(`| ${words.join(' | ')} |\n`)
}
