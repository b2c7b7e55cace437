import type { AuditEntry, Place } from '@shared/audit/entries'
import { csvHead, csvLines, csvOf, csvRows } from '@shared/audit/csv'
import {
  breachSentence,
  changeSummary,
  changeWords,
  describeEntry,
  placeWords,
  type DescribedEntry,
} from '@shared/audit/describe'
import { recordWords } from '@shared/audit/record-words'
import { filterWords, holdsText, narrows, passesFilter, type AuditFilter } from '@shared/audit/filter'
import { composeAuditReport, type AuditReportFacts } from '@shared/documents/audit-report'
import type { DocumentModel } from '@shared/documents/blocks'
import type { AuditDetail, AuditLine, AuditSummary } from '@shared/ipc/audit'
import type { Locale } from '@shared/messages/catalogue'
import { createTranslators, type Translate } from '@shared/messages/translate'
import { breather } from '../lib/breathe'
import { fail } from '../lib/failure'
import { localMinute } from '../lib/local-time'
import type { AuditTrail } from './audit-trail'

/** The most records that a report lists: it is set as paper. */
export const mostInReport = 500

/** The most changes of one record that a report lists. */
const mostChanges = 12

/** Characters of a table that are put into bytes at once. */
const pieceLength = 256 * 1024

/** The most authors of whom it is said that numbers are missing. */
const mostMissing = 20

const translators = createTranslators()

const localTime = (instant: string): string => localMinute(new Date(instant))

/** A trail as people ask for it: in words of a language, filtered, the newest first. */
export class AuditView {
  readonly #states: ReadonlyMap<number, AuditLine['state']>
  #last: { readonly filter: AuditFilter; readonly locale: Locale; readonly found: readonly AuditEntry[] } | null = null

  constructor(private readonly trail: AuditTrail) {
    this.#states = new Map(trail.report.lines.map(({ place, state }) => [place.number, state]))
  }

  get isWhole(): boolean {
    return this.trail.report.breaches.length === 0
  }

  /** What the walk found, and what one can filter by. */
  summary(locale: Locale): AuditSummary {
    const t = translators[locale]
    const { entries, names } = this.trail
    const named = (ids: Iterable<string>, name: (id: string) => string) =>
      [...new Set(ids)].map((id) => ({ id, name: name(id) })).sort((a, b) => (a.name < b.name ? -1 : 1))
    return {
      isWhole: this.isWhole,
      ...this.verdict(t),
      count: entries.length,
      dossiers: named(
        entries.flatMap(({ dossierIds }) => dossierIds),
        (id) => names.dossiers.get(id) ?? id.slice(0, 8),
      ),
      people: named(
        entries.map(({ author }) => author),
        (id) => names.byId.get(id) ?? id.slice(0, 8),
      ),
      kinds: named(
        entries.map(({ type }) => type),
        (type) => recordWords(type, t) ?? type,
      ),
    }
  }

  /**
   * One sentence that says whether all is whole, else names the first bad record; then everything else that is to be
   * known.
   */
  verdict(t: Translate): { readonly verdict: string; readonly findings: readonly string[] } {
    const { report, names, tornBytes } = this.trail
    const [first, ...others] = report.breaches
    const broken = new Set(report.breaches.map(({ author }) => author))
    const whole = report.authors.filter(({ author }) => !broken.has(author))
    const holes = whole.filter(({ missing }) => missing > 0)
    return {
      verdict:
        first === undefined
          ? t('audit.whole', { records: report.lines.length, authors: report.authors.length })
          : first.place === null
            ? t('audit.brokenNowhere', { what: breachSentence(first, names, t) })
            : t('audit.broken', { where: placeWords(first.place, t), what: breachSentence(first, names, t) }),
      findings: [
        ...others.map((breach) => t('audit.alsoBroken', { what: breachSentence(breach, names, t) })),
        ...(report.furtherCount === 0 ? [] : [t('audit.further', { count: report.furtherCount })]),
        ...(first === undefined || whole.length === 0 ? [] : [t('audit.othersWhole', { count: whole.length })]),
        ...(report.notUnderstood === 0 ? [] : [t('audit.notUnderstood', { count: report.notUnderstood })]),
        ...(tornBytes === 0 ? [] : [t('audit.torn', { bytes: tornBytes })]),
        ...holes.slice(0, mostMissing).map(({ author, count, firstSeq, lastSeq, missing }) =>
          t('audit.missing', {
            who: names.byId.get(author) ?? author.slice(0, 8),
            first: firstSeq,
            last: lastSeq,
            count,
            missing,
          }),
        ),
      ],
    }
  }

  /** The records that pass, the newest first. Lets others have their turn. */
  async find(filter: AuditFilter, locale: Locale): Promise<readonly AuditEntry[]> {
    const last = this.#last?.locale === locale ? this.#last : null
    if (last !== null && JSON.stringify(last.filter) === JSON.stringify(filter)) return last.found
    const among = last !== null && narrows(filter, last.filter) ? last.found : this.trail.entries.toReversed()
    const breathe = breather()
    const found: AuditEntry[] = []
    for (const entry of among) {
      await breathe()
      if (!passesFilter(entry, localTime(entry.at).slice(0, 10), filter)) continue
      if (filter.text.trim() !== '' && !holdsText(this.describe(entry, locale), filter.text)) continue
      found.push(entry)
    }
    this.#last = { filter, locale, found }
    return found
  }

  describe(entry: AuditEntry, locale: Locale): DescribedEntry {
    const { names, fingerprints, closed } = this.trail
    const stateOf = (place: Place) => this.#states.get(place.number) ?? 'bad'
    return describeEntry(entry, { t: translators[locale], names, fingerprints, closed, stateOf })
  }

  line(entry: AuditEntry, locale: Locale): AuditLine {
    const described = this.describe(entry, locale)
    const { number, recordId, at, name, unit, kind, dossiers, state } = described
    const summary = changeSummary(described, translators[locale])
    return { number, recordId, at, name, unit, kind, dossiers, state, summary }
  }

  /** The record at a place of the file; null if none can be read there. */
  detail(number: number, locale: Locale): AuditDetail | null {
    const entry = this.trail.entries.find(({ place }) => place.number === number)
    if (entry === undefined) return null
    const described = this.describe(entry, locale)
    const { recordId, at, name, unit, role, fingerprint, kind, dossiers, state, seq, lamport, isFirst } = described
    const who = { name, unit, role, fingerprint }
    const changes = [...described.changes]
    return { number, recordId, at, ...who, kind, dossiers, state, seq, lamport, isFirst, changes }
  }

  /** CSV in UTF-8, the oldest record first; made record by record, for all of them in words are many times the file. */
  async csv(filter: AuditFilter, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
    const breathe = breather()
    const t = translators[locale]
    const pieces: Buffer[] = []
    let text = csvOf([csvHead(t)])
    const cut = () => {
      pieces.push(Buffer.from(text, 'utf8'))
      text = ''
    }
    for (const entry of (await this.find(filter, locale)).toReversed()) {
      await breathe()
      text += csvLines(csvRows(this.describe(entry, locale), localTime, t))
      if (text.length >= pieceLength) cut()
    }
    cut()
    const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
    let filled = 0
    for (const piece of pieces) {
      bytes.set(piece, filled)
      filled += piece.length
    }
    return bytes
  }

  /**
   * 记录审计报告 of the records that pass, the oldest first; as every paper it is Chinese.
   * @throws HostFailure `audit.too-many`
   */
  async report(
    filter: AuditFilter,
    about: Pick<AuditReportFacts, 'subject' | 'by' | 'on' | 'createdAt'>,
  ): Promise<DocumentModel> {
    const t = translators['zh-CN']
    const found = await this.find(filter, 'zh-CN')
    if (found.length > mostInReport) fail('audit.too-many', { count: found.length, most: mostInReport })
    return composeAuditReport({
      ...about,
      ...this.verdict(t),
      range: this.range(t),
      filters: filterWords(filter, this.trail.names, t),
      chosenCount: found.length,
      rows: found.toReversed().map((entry) => {
        const described = this.describe(entry, 'zh-CN')
        const { number, at, name, unit, kind, dossiers, state, changes } = described
        const lines = changes.slice(0, mostChanges).map((change) => shortHashes(changeWords(change, t)))
        const more = changes.length - mostChanges
        return {
          number: String(number),
          at: localTime(at),
          who: unit === '' ? name : `${name}\n${unit}`,
          what: [kind, dossiers, ...(state === 'sound' ? [] : [t(`auditState.${state}`)])]
            .filter((part) => part !== '')
            .join('\n'),
          changes: [
            ...(lines.length === 0 ? [changeSummary(described, t)] : lines),
            ...(more > 0 ? [t('audit.moreChanges', { count: more })] : []),
          ],
        }
      }),
    })
  }

  private range(t: Translate): string {
    const { entries, report } = this.trail
    const times = entries.map(({ at }) => at).sort()
    const [from] = times
    const to = times.at(-1)
    if (from === undefined || to === undefined) return t('audit.rangeEmpty')
    const bounds = { from: localTime(from), to: localTime(to) }
    return t('audit.range', { records: report.lines.length, authors: report.authors.length, ...bounds })
  }
}

/** A whole hash takes a line of paper for itself; its beginning is enough to find it. */
const shortHashes = (text: string): string => text.replaceAll(/\b([0-9a-f]{16})[0-9a-f]{16,48}\b/gu, '$1…')
