import { describe, expect, it } from 'vitest'
import {
  campaignAsSaved,
  closeCampaign,
  grantExtension,
  receiveArrivals,
  saveCampaignAs,
  startCampaign,
  type Arrival,
} from '@shared/acts/campaign'
import { campaignGaps, type AroundCampaign, type CampaignDraft } from '@shared/acts/campaign-gaps'
import { campaignOfDossier, campaignSchema, type Campaign } from '@shared/domain/campaign'
import type { Candidate } from '@shared/domain/cohort'
import { annualReportSchema } from '@shared/domain/pilot'
import { payloadSchemas } from '@shared/records/payloads'
import { day } from '../../helpers/facts'

const [a, b] = ['20000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000002'] as const
const candidate = (dossierId: string, name: string, isSample = false): Candidate => ({
  dossierId: dossierId as Candidate['dossierId'],
  name,
  names: [name],
  chairUnit: '',
  group: 'piloting',
  fixedOn: day('2025-01-01'),
  isSample,
})
const candidates = [candidate(a, '甲联盟'), candidate(b, '乙联盟')]
const around: AroundCampaign = { candidates, others: [], today: day('2026-12-15') }
const campaign = (change: object = {}): Campaign =>
  campaignSchema.parse({
    id: '50000000-0000-4000-8000-000000000001',
    kind: 'annual-summary',
    year: 2026,
    from: '2026-12-11',
    to: '2026-12-20',
    dossierIds: [a, b],
    ...change,
  })
const codes = (draft: CampaignDraft, more: Partial<AroundCampaign> = {}) =>
  campaignGaps(draft, { ...around, ...more }).map(({ code, field }) => `${field ?? ''} ${code}`)

describe('a campaign', () => {
  it('is saved whole, and begins once', () => {
    expect(saveCampaignAs(campaign(), around)).toMatchObject({ ok: true, value: [{ type: 'campaign.saved' }] })
    const begun = startCampaign(campaign(), around)
    expect(begun).toMatchObject({ ok: true, value: [{ payload: { status: 'running' } }] })
    expect(closeCampaign(campaign({ status: 'running' }))).toMatchObject({
      ok: true,
      value: [{ payload: { status: 'closed' } }],
    })
    expect(closeCampaign(campaign())).toMatchObject({ ok: false })
  })

  it.each([
    [{ from: null }, 'from needed'],
    [{ from: '2026-12' }, 'from need-date'],
    [{ to: '2026-12-01' }, 'to day-early'],
    [{ issuedOn: '2026-12-25' }, 'to day-early'],
    [{ recipients: [] }, 'recipients needed'],
    [{ recipients: ['other'] }, 'otherRecipient needed'],
    [{ noticeNo: '川科政〔2020〕4号', issuedOn: '2026-12-01' }, 'noticeNo number-year'],
    [{ query: { groups: ['piloting'], fixedBefore: '2026-1' } }, 'fixedBefore need-date'],
  ] as const)('names what is wrong with %j', (change, code) => {
    expect(codes({ ...campaign(), ...change } as unknown as CampaignDraft)).toContain(code)
  })

  it('leaves nobody out in silence: whoever the question finds is in, or out with a reason', () => {
    const only = campaign({ dossierIds: [a] })
    expect(codes(only)).toContain('dossierIds cohort-open')
    const excluded = [{ dossierId: b, name: '乙联盟', reason: '' }]
    expect(codes({ ...only, excluded } as unknown as CampaignDraft)).toContain('dossierIds cohort-open')
    expect(codes(campaign({ dossierIds: [a], excluded: [{ ...excluded[0], reason: '已并入甲联盟' }] }))).toEqual([])
  })

  it('is put on record with nobody twice, and nobody both in and out', () => {
    const excluded = [{ dossierId: b, name: '乙联盟', reason: ' 后又列入 ' }]
    const draft = { ...campaign(), dossierIds: [a, b, a], excluded } as unknown as CampaignDraft
    expect(campaignAsSaved(draft)).toMatchObject({ dossierIds: [a, b], excluded: [] })
  })

  it('mixes no samples with real alliances, begins with nobody never, and asks nobody twice at a time', () => {
    const mixed = [candidates[0]!, candidate(b, '示例联盟', true)]
    expect(codes(campaign(), { candidates: mixed })).toContain('dossierIds sample-among-real')
    const others = [campaign({ id: '50000000-0000-4000-8000-000000000002', status: 'running' })]
    const refusedFor = (draft: Campaign, more: Partial<AroundCampaign>) => {
      const decided = startCampaign(draft, { ...around, ...more })
      return decided.ok ? [] : decided.error.map(({ code }) => code)
    }
    expect(refusedFor(campaign(), { others })).toEqual(['campaign-twice'])
    expect(refusedFor(campaign({ dossierIds: [] }), { candidates: [] })).toEqual(['cohort-empty'])
  })
})

describe('an extension', () => {
  const grant = (to: string | null, reason = '换届') =>
    grantExtension(
      campaign({ status: 'running' }),
      { dossierId: candidates[0]!.dossierId, to, reason },
      { by: '示例', today: around.today },
    )
  it('ends after the notice’s last day and has a reason', () => {
    expect(grant('2026-12-31')).toMatchObject({ ok: true, value: [{ payload: { extension: { to: '2026-12-31' } } }] })
    for (const [to, reason, code] of [
      ['2026-12-20', '换届', 'extension-same'],
      ['2026-12-19', '换届', 'day-early'],
      [null, '换届', 'needed'],
      ['2026-12-31', ' ', 'needed'],
    ] as const) {
      expect(grant(to, reason)).toMatchObject({ ok: false, error: [{ code }] })
    }
  })
})

describe('what arrives', () => {
  const known = campaignOfDossier(campaign({ status: 'running' }), null, null)!
  const file = (part: string, sha: string) => ({ part, fileName: `${part}.pdf`, sha256: sha.repeat(64), size: 3 })
  const arrival = (change: object): Arrival =>
    ({
      dossierId: a,
      name: '甲联盟',
      parts: ['summary'],
      files: [],
      on: { policy: day('2026-12-12') },
      lacking: null,
      ...change,
    }) as unknown as Arrival
  const receive = (one: Arrival, annualReports: object[] = [], more: object = {}) =>
    receiveArrivals(
      [
        {
          arrival: one,
          before: {
            annualReports: annualReports.map((said) => annualReportSchema.parse(said)),
            campaign: { ...known, ...more },
          },
        },
      ],
      { today: around.today },
    )

  it('is added to what was there; of two days of a place the later counts, and the same file lies there once', () => {
    const before = { year: 2026, hasSummary: true, toPolicyOn: '2026-12-12', files: [file('summary', 'a')] }
    const files = [file('summary', 'a'), file('plan', 'b')]
    const decided = receive(arrival({ parts: ['plan'], files, on: { policy: day('2026-12-14') } }), [before])
    expect(decided).toMatchObject({
      ok: true,
      value: [
        {
          type: 'annual-report.saved',
          payload: { report: { hasSummary: true, hasPlan: true, toPolicyOn: '2026-12-14', files } },
        },
      ],
    })
  })

  it('of another round has a record of its own', () => {
    const decided = receive(arrival({ parts: ['self-report'] }), [], { kind: 're-examination' })
    expect(decided).toMatchObject({ ok: true, value: [{ type: 'campaign-return.saved' }] })
    const payload = decided.ok ? decided.value[0]?.payload : null
    expect(payloadSchemas['campaign-return.saved'].safeParse(payload).success).toBe(true)
  })

  it.each([
    [{ parts: [] }, 'arrival-no-part'],
    [{ on: {} }, 'arrival-no-day'],
    [{ on: { policy: day('2026-12-16') } }, 'arrival-to-come'],
  ])('is not recorded with %j', (change, code) => {
    expect(receive(arrival(change))).toMatchObject({ ok: false, error: [{ code }] })
  })
})
