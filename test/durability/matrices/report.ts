/** What one matrix found. A case fails with its problems; a told code is a sentence that the person read. */
export type MatrixReport = {
  readonly name: string
  readonly cases: number
  readonly passed: number
  readonly failures: readonly { readonly where: string; readonly problems: readonly string[] }[]
  readonly told: Readonly<Record<string, number>>
  readonly skipped: readonly string[]
  readonly seconds: number
}

export class Tally {
  #cases = 0
  #passed = 0
  readonly #failures: { where: string; problems: readonly string[] }[] = []
  readonly #told = new Map<string, number>()
  readonly #skipped: string[] = []
  readonly #startedAt = performance.now()

  constructor(
    readonly name: string,
    private readonly say: (line: string) => void,
  ) {}

  add(where: string, { problems, codes }: { problems: readonly string[]; codes: readonly string[] }): void {
    this.#cases += 1
    for (const code of codes) this.#told.set(code, (this.#told.get(code) ?? 0) + 1)
    if (problems.length === 0) {
      this.#passed += 1
      return
    }
    this.#failures.push({ where, problems })
    this.say(`  ✘ ${this.name}: ${where}: ${problems.join('; ')}`)
  }

  skip(what: string): void {
    this.#skipped.push(what)
  }

  report(): MatrixReport {
    return {
      name: this.name,
      cases: this.#cases,
      passed: this.#passed,
      failures: this.#failures,
      told: Object.fromEntries([...this.#told].sort()),
      skipped: this.#skipped,
      seconds: Math.round((performance.now() - this.#startedAt) / 100) / 10,
    }
  }
}

/** One line of counts, one of what the person was told, and one for everything that could not run here. */
export function printReport(report: MatrixReport, say: (line: string) => void): void {
  const { name, cases, passed, told, skipped, seconds } = report
  const failed = cases - passed
  say(`${failed === 0 ? '✔' : '✘'} ${name}: ${cases} cases, ${passed} passed, ${failed} failed (${seconds} s)`)
  const sentences = Object.entries(told).map(([code, count]) => `${code} ${count}`)
  if (sentences.length > 0) say(`    told: ${sentences.join(', ')}`)
  for (const what of skipped) say(`    not run: ${what}`)
}
