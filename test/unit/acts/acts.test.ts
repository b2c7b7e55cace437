import { describe, expect, it } from 'vitest'
import type { ActingDossier } from '@shared/acts/act'
import { fieldsOf } from '@shared/acts/act-fields'
import { publishBatchOf, saveBatchAs } from '@shared/acts/batch'
import { holdConsultation } from '@shared/acts/consultation'
import { actOnDossier, type ActionValues } from '@shared/acts/dossier-act'
import { moveStatus } from '@shared/acts/move-status'
import { dossierIdSchema } from '@shared/domain/ids'
import { batchSchema } from '@shared/domain/pilot'
import { dossierStatuses } from '@shared/domain/status'
import { payloadSchemas } from '@shared/records/payloads'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { isMoveOfTable } from '@shared/workflow/status-moves'
import { batchId, day, dossierId } from '../../helpers/facts'
import { acting } from './acting'

const on = day('2026-11-22')
const said = { on, today: on, others: [], by: '陈守玉（示例）' }
const settings = defaultOfficeSettings()
const enabled = (dossier: ActingDossier): ActingDossier => ({
  ...dossier,
  actions: dossier.actions.map((item) => ({ ...item, enabled: true, blockedBy: [] })),
})

/** A value for every field that an act asks for. */
const filled = (action: Parameters<typeof fieldsOf>[0]): ActionValues => {
  const typed = {
    day: '2026-11-20',
    year: '2012年',
    flag: true,
    divisions: [],
    division: 'd',
    unit: 'u1',
    text: '2026',
    area: '示例',
  }
  return {
    on,
    ...Object.fromEntries(
      fieldsOf(action).map(({ key, kind, options }) => [key, kind === 'choice' ? (options?.[0] ?? '') : typed[kind]]),
    ),
  }
}

describe('a move of a dossier', () => {
  it('is a record of the table for every act that any status offers, or names what is in its way', () => {
    for (const status of dossierStatuses) {
      const dossier = enabled(acting(status))
      for (const { action, to } of dossier.actions) {
        const decided = actOnDossier(dossier, action, filled(action), { ...said, settings, rowId: 'c-1' })
        expect(decided).toMatchObject({ ok: true })
        const records = decided.ok ? decided.value : []
        for (const record of records) payloadSchemas[record.type].parse(record.payload)
        const moves = records.filter(({ type }) => type === 'status.set')
        // Who handles a dossier is no move.
        if (action === 'hand-over') {
          expect(records.map(({ type }) => type)).toEqual(['handling.saved'])
          continue
        }
        expect(moves).toMatchObject([{ payload: { dossierId, action, from: status, to, on, by: said.by } }])
        expect(moves.every(({ payload }) => isMoveOfTable(payload as never))).toBe(true)
      }
    }
  })

  it('is a gap where the status does not offer it, and where rules are in its way', () => {
    expect(moveStatus(acting('draft'), 'publish', said)).toEqual({
      ok: false,
      error: { code: 'not-offered', field: null, rules: [] },
    })
    const dossier = acting('decided')
    const blocked = {
      ...dossier,
      actions: dossier.actions.map((item) => ({ ...item, enabled: false, blockedBy: ['R13-1'] as const })),
    }
    expect(moveStatus(blocked, 'add-to-batch', said)).toMatchObject({ error: { code: 'blocked', rules: ['R13-1'] } })
  })

  it('names every field that is empty, or no day', () => {
    const values = { on: '2026年', completedOn: '昨天' }
    const decided = actOnDossier(acting('piloting'), 'file-change', values, { ...said, settings, rowId: 'c-1' })
    expect(decided).toMatchObject({
      ok: false,
      error: [
        { field: 'on', code: 'need-date' },
        { field: 'kind', code: 'needed' },
        { field: 'completedOn', code: 'need-date' },
      ],
    })
  })
})

describe('a meeting of the coordination group', () => {
  const draft = { heldOn: null, minutesNo: ' ', attendeeAgencyIds: [], decisions: {} }

  it('says every gap at once', () => {
    const decided = holdConsultation(draft, [], said)
    expect(decided.ok ? [] : decided.error.map(({ field, code }) => [field, code])).toEqual([
      ['heldOn', 'need-date'],
      ['minutesNo', 'need-minutes'],
      ['decisions', 'need-decision'],
    ])
  })

  it('puts result and move side by side, and leaves a dossier that the table blocks as it is', () => {
    const typed = {
      ...draft,
      heldOn: on,
      minutesNo: '示例1号',
      decisions: { [dossierId]: { decision: 'deferred' as const, note: ' 待补 ' } },
    }
    const decided = holdConsultation(typed, [acting('awaiting-consultation')], said)
    expect(decided).toMatchObject({
      value: [
        { type: 'consultation.recorded', payload: { consultation: { decision: 'deferred', note: '待补' } } },
        { type: 'status.set', payload: { from: 'awaiting-consultation', to: 'deferred', note: '待补' } },
      ],
    })
    expect(holdConsultation(typed, [acting('deferred')], said)).toMatchObject({
      error: [{ field: 'decisions', code: 'need-decision' }],
    })
  })

  it('says why a dossier waits, until when and on what condition, in order of days', () => {
    const meeting = (item: object) =>
      holdConsultation(
        {
          ...draft,
          heldOn: on,
          minutesNo: '示例1号',
          decisions: { [dossierId]: { decision: null, note: '', ...item } },
        },
        [acting('awaiting-consultation')],
        said,
      )
    const gapsOf = (item: object) => {
      const decided = meeting(item)
      return decided.ok ? [] : decided.error.map(({ field, code }) => [field, code])
    }
    expect(gapsOf({ decision: 'not-decided', note: ' ' })).toEqual([[`note/${dossierId}`, 'consultation-reason']])
    expect(gapsOf({ decision: 'deferred' })).toEqual([[`note/${dossierId}`, 'consultation-reason']])
    expect(gapsOf({ decision: 'deferred', note: '示例', until: '2026-13-01' })).toEqual([
      [`until/${dossierId}`, 'need-date'],
    ])
    expect(gapsOf({ decision: 'deferred', note: '示例', until: on })).toEqual([
      [`until/${dossierId}`, 'consultation-until'],
    ])
    const full = { note: '示例', until: '2199-01-01', condition: ' 补签 ', isCultivated: true }
    expect(meeting({ decision: 'deferred', ...full })).toMatchObject({
      value: [
        { payload: { consultation: { until: '2199-01-01', condition: '补签', isCultivated: true } } },
        // The day of a notice of supplement is another one: the move says none.
        { payload: { note: '示例' } },
      ],
    })
    const other = meeting({ decision: 'not-decided', ...full })
    const [first] = other.ok ? other.value : []
    expect((first!.payload as unknown as { consultation: object }).consultation).not.toHaveProperty('until')
  })

  it('settles samples and real alliances at meetings of their own', () => {
    const sample = acting('awaiting-consultation')
    const { file } = sample
    const alliance = { ...file.content.alliance, name: '四川省某某产业技术创新战略联盟' }
    const id = dossierIdSchema.parse('11111111-1111-4111-8111-111111111112')
    const real = { ...sample, file: { ...file, id, content: { ...file.content, alliance } } }
    const decisions = { [dossierId]: { decision: 'deferred' as const, note: '示例' } }
    const typed = { ...draft, heldOn: on, minutesNo: '纪要1号', decisions }
    const both = { ...typed, decisions: { ...decisions, [id]: { decision: 'deferred' as const, note: '示例' } } }
    expect(holdConsultation(typed, [sample, real], said).ok).toBe(true)
    expect(holdConsultation(both, [sample, real], said)).toMatchObject({
      error: [{ field: 'decisions', code: 'sample-among-real', params: { name: sample.file.content.alliance.name } }],
    })
  })
})

describe('a batch', () => {
  const batch = batchSchema.parse({ id: batchId, year: 2026, seq: 1, dossierIds: [dossierId], notice: { issuers: [] } })

  it('moves what comes in and what leaves, and nothing that stays', () => {
    const types = (...batches: Parameters<typeof saveBatchAs>) => {
      const decided = saveBatchAs(...batches)
      return decided.ok ? decided.value.map(({ type }) => type) : decided.error
    }
    expect(types(batch, null, [enabled(acting('decided'))], said)).toEqual(['batch.saved', 'status.set'])
    expect(types(batch, batch, [enabled(acting('in-batch'))], said)).toEqual(['batch.saved'])
    expect(types({ ...batch, dossierIds: [] }, batch, [acting('in-batch')], said)).toEqual([
      'batch.saved',
      'status.set',
    ])
    expect(types({ ...batch, dossierIds: [] }, batch, [acting('piloting')], said)).toEqual(['batch.saved'])
  })

  it('is published whole or not at all', () => {
    expect(publishBatchOf(batch, [enabled(acting('in-batch'))], settings, said)).toMatchObject({
      error: [{ field: 'notice', code: 'no-term' }],
    })
    const dated = { ...batch, notice: { ...batch.notice, writtenOn: on, printedOn: on } }
    const published = publishBatchOf(dated, [enabled(acting('in-batch'))], settings, said)
    expect(published.ok ? published.value.map(({ type }) => type) : published.error).toEqual([
      'batch.saved',
      'pilot-term.set',
      'status.set',
    ])
    expect(publishBatchOf(dated, [enabled(acting('in-batch')), acting('decided')], settings, said)).toMatchObject({
      error: [{ code: 'not-offered' }],
    })
  })

  it('opens the next term of those that its notice lists as registered anew, or says who is kept back', () => {
    const term = { batchId: null, noticeNo: '', from: day('2023-11-21'), to: day('2026-11-21'), kind: 'first' as const }
    const evaluation = { openedOn: null, decidedOn: day('2026-10-01'), reRegisteredOn: null, noticeNo: '' }
    const pilot = (result: 'qualified' | 'not-qualified') => {
      const one = acting('piloting', {
        proceedings: (proceedings) => {
          proceedings.pilotTerm = term
          proceedings.evaluations = [{ ...evaluation, result }]
        },
      })
      return { ...one, file: { ...one.file, id: dossierIdSchema.parse('11111111-1111-4111-8111-111111111113') } }
    }
    const id = pilot('qualified').file.id
    const dated = {
      ...batch,
      dossierIds: [],
      notice: { ...batch.notice, docNo: '川科示〔2026〕27号', writtenOn: day('2026-11-20') },
      sections: [{ kind: 're-registered' as const, dossierIds: [id] }],
    }
    const around = { ...said, others: [], today: day('2026-11-20') }
    const done = publishBatchOf(dated, [], settings, { ...around, listed: [pilot('qualified')] })
    expect(done).toMatchObject({
      value: [
        { type: 'batch.saved', payload: { status: 'published' } },
        {
          type: 'pilot-term.set',
          payload: {
            dossierId: id,
            term: { from: '2026-11-22', kind: 're-registered', noticeNo: '川科示〔2026〕27号' },
          },
        },
        { type: 'status.set', payload: { dossierId: id, action: 're-register', to: 'piloting' } },
      ],
    })
    for (const listed of [[], [pilot('not-qualified')]]) {
      expect(publishBatchOf(dated, [], settings, { ...around, listed })).toMatchObject({
        error: [{ field: 'sections', code: 'section-kept-back' }],
      })
    }
  })
})
