import { numbersFrom } from '@shared/acts/typed-numbers'
import { dossierDocument } from '@shared/documents/catalogue'
import { campaignReminderPaper } from '@shared/documents/catalogue-campaign'
import type { Typed } from '@shared/documents/catalogue-facts'
import { makePaper, theOne, type MadePaper } from '@shared/documents/paper'
import type { CalendarDate } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import { annualReportYearsOf } from '@shared/domain/pilot-dates'
import { termsOf } from '@shared/domain/pilot-terms'
import { err, ok, type Result } from '@shared/lib/result'
import type { BoardLine } from '@renderer/data/campaigns'
import { loadCases } from '@renderer/data/cases'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import { setLetter } from '@renderer/data/templates'

/** What a reminder of one alliance lacks. */
export type ReminderGap = { readonly name: string; readonly missing: readonly string[] }

/**
 * The reminders of all who are missing, each with its own number: a pilot's yearly report by the letter of Art. 16,
 * everything else by the office's notice.
 * @returns all of them, or everything that any of them lacks
 */
export async function makeReminders(
  lines: readonly BoardLine[],
  typed: Typed,
  world: { readonly office: OfficeSettings; readonly today: CalendarDate; readonly createdAt: string },
): Promise<Result<readonly MadePaper[], readonly ReminderGap[]>> {
  const numbers = numbersFrom(typed.docNo ?? '', lines.length)
  const cases = new Map(
    (
      await loadCases(
        lines.map(({ candidate }) => candidate.dossierId),
        world.today,
      )
    ).map((one) => [one.file.id, one]),
  )
  const made: MadePaper[] = []
  const gaps: ReminderGap[] = []
  for (const [index, { candidate, campaign, standing }] of lines.entries()) {
    const dossier = cases.get(candidate.dossierId)
    const own: Typed = { ...typed, docNo: numbers[index] ?? '', year: String(campaign.year) }
    const isByArticle =
      campaign.kind === 'annual-summary' &&
      dossier !== undefined &&
      annualReportYearsOf(termsOf(dossier.file.proceedings), world.office).includes(campaign.year)
    const { createdAt, office: settings } = world
    const { dossierId, name, chairUnit } = candidate
    const paper = isByArticle
      ? await makePaper(
          dossierDocument('annual-reminder'),
          {
            facts: await loadDocumentFacts(dossier, createdAt, { kind: 'annual-reminder', subjectId: '' }),
            typed: own,
            subject: theOne,
          },
          setLetter,
        )
      : await makePaper(
          campaignReminderPaper,
          {
            facts: { createdAt, dossierId, name, chairUnit, campaign, standing, settings },
            typed: own,
            subject: theOne,
          },
          setLetter,
        )
    if (paper.ok) made.push(paper.value)
    else gaps.push({ name, missing: paper.error.missing.map(({ label }) => label) })
  }
  return gaps.length > 0 ? err(gaps) : ok(made)
}
