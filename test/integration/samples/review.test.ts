import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { vendoredCalendar } from '@shared/calendar/vendored'
import type { CalendarDate } from '@shared/domain/date'
import { dossierContentHash } from '@shared/domain/dossier'
import { criterionIds } from '@shared/domain/judgement'
import { expertOpinionSchema, expertSchema, panelSchema, recusalDeclarationSchema } from '@shared/domain/panel'
import { divisionOpinionSchema, proceedingsSchema } from '@shared/domain/proceedings'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier, effectiveVerdict } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { recusalHints } from '@shared/regulation/recusal-hints'
import { pdfPageTexts } from '../../helpers/sample-pdf-text'
import { readSampleDossier, readSampleJson, readSampleMaterial } from '../../helpers/samples'

const reviewSchema = z.object({
  panel: panelSchema,
  declarations: z.array(recusalDeclarationSchema),
  opinions: z.array(expertOpinionSchema),
})

const slug = 'vanadium-clean'
const dossier = readSampleDossier(slug)
const review = reviewSchema.parse(readSampleJson('opinions.json'))
const divisionOpinions = z.array(divisionOpinionSchema).parse(readSampleJson('division-opinions.json'))
const experts = z.array(expertSchema).parse(readSampleJson('experts.json'))

describe('the sample review of the clean dossier', () => {
  it('judges this very dossier', () => {
    for (const opinion of review.opinions) {
      expect(opinion.dossierHash).toBe(dossierContentHash(dossier.content))
      expect(opinion.dossierId).toBe(dossier.id)
    }
  })

  it('has seven experts who answer all criteria, one dissent with its text and one abstention', () => {
    expect(review.opinions.map((o) => o.items.map((i) => i.criterionId))).toEqual(Array(7).fill([...criterionIds]))
    expect(review.opinions.map((o) => o.vote).sort()).toEqual([
      'abstain',
      'agree',
      'agree',
      'agree',
      'agree',
      'agree',
      'disagree',
    ])
    expect(review.opinions.filter((o) => o.dissent !== '').map((o) => o.vote)).toEqual(['disagree'])
  })

  it('writes no reason twice', () => {
    const reasons = review.opinions.flatMap((o) => o.items.map((i) => i.reason))
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  it('quotes words that stand on the pinned page', async () => {
    const pins = review.opinions.flatMap((o) => o.items.flatMap((i) => i.evidence)).filter((p) => p.quote !== '')
    expect(pins.length).toBeGreaterThan(3)
    for (const pin of pins) {
      const material = dossier.content.materials.find((m) => m.id === pin.materialId)!
      expect(material.sha256).toBe(pin.sha256)
      const texts = await pdfPageTexts(readSampleMaterial(slug, material.fileName))
      expect(texts[pin.page - 1], pin.quote).toContain(pin.quote.replace(/\s+/gu, ''))
    }
  })

  it('has a roster of twelve, of whom those tied to a member unit are hinted and none sits on the panel', () => {
    const tied = experts.filter((expert) => recusalHints(expert, dossier.content).length > 0).map((e) => e.id)
    expect(experts).toHaveLength(12)
    expect(tied).toContain(experts[7]!.id)
    expect(review.panel.experts.filter((e) => tied.includes(e.id))).toEqual([])
  })

  it('lets the dossier pass the gates before and in the panel once the divisions have spoken', () => {
    const proceedings = proceedingsSchema.parse({
      ...dossier.proceedings,
      divisionOpinions,
      panel: review.panel,
      recusalDeclarations: review.declarations,
      expertOpinions: review.opinions,
    })
    const results = checkDossier(regulation2010, {
      content: dossier.content,
      proceedings,
      settings: defaultOfficeSettings(),
      today: '2026-10-22' as CalendarDate,
      calendar: vendoredCalendar,
    })
    const verdict = (id: string) => effectiveVerdict(results.find((r) => r.ruleId === id)!)
    expect([verdict('R10-1'), verdict('R12-0a'), verdict('R12-0b')]).toEqual(['met', 'met', 'met'])
  })
})
