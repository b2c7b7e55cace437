import { dossierContentHash, dossierContentSchema } from '@shared/domain/dossier'
import { criterionIds } from '@shared/domain/judgement'
import { recusalGrounds } from '@shared/domain/panel'
import { payloadSchemas, type RecordType } from '@shared/records/payloads'
import { recordId, type JournalRecord } from '@shared/records/record'

const key = '0'.repeat(31) + '1'
const hash = 'a'.repeat(64)
const other = 'b'.repeat(64)
const lockId = 'c'.repeat(32)
const panelId = '10000000-0000-4000-8000-000000000001'
const dossierId = '20000000-0000-4000-8000-000000000001'
const expertId = '30000000-0000-4000-8000-000000000001'
const batchId = '40000000-0000-4000-8000-000000000001'
const campaignId = '50000000-0000-4000-8000-000000000001'
const bundleId = '60000000-0000-4000-8000-000000000001'
const day = '2026-03-10'
const by = '示例人员'

const content = dossierContentSchema.parse({
  alliance: { name: '示例产业技术创新联盟', establishedOn: day, leadUnitId: 'u1' },
})
const about = { panelId, dossierId, expertId }
const opinionRef = { panelId, dossierId, opinionVersion: 2, opinionHash: hash }
const items = criterionIds.map((criterionId) => ({
  criterionId,
  verdict: 'conforms',
  reason: '示例理由',
  evidence: [],
}))
const file = { fileName: '示例.pdf', path: '/示例/示例.pdf', sha256: hash, size: 7 }
const judged = { ruleId: 'R09-4b', reason: '示例理由', by, on: day }
const revocation = { ground: '19.1', facts: '示例事实', decidedOn: day }
const status = { dossierId, action: 'accept', from: 'draft', to: 'accepted', on: day, by, note: '收到（示例）' }

/** One thing that a record of each kind may say, and the row that it writes. `null`: a row of its own. */
export const recordSamples: Readonly<Record<RecordType, readonly [payload: object, rowId: string | null]>> = {
  'desk.introduced': [{ keyId: key, name: '示例处', unit: '示例厅', role: 'division', certificate: 'AAAA' }, key],
  'key.confirmed': [{ keyId: key, expertId, confirmedOn: day }, key],
  'settings.saved': [{ divisions: [{ id: 'high', name: '示例高新处', role: 'business' }] }, 'office'],
  'calendar.saved': [
    {
      format: 'lianshen-calendar/1',
      year: 2027,
      holidays: ['2027-01-01'],
      makeUpWorkdays: [],
      sourceNotice: '示例通知',
    },
    '2027',
  ],
  'dossier.saved': [
    {
      dossierId,
      version: 3,
      contentHash: dossierContentHash(content),
      regulationVersionId: '2010',
      note: '修改（示例）',
      content,
    },
    `${dossierId}@3`,
  ],
  'handling.saved': [
    {
      dossierId,
      handling: {
        no: '示例1号',
        hostDivisionId: 'high',
        successions: [{ from: 'old', to: 'high', on: day }],
      },
      reason: '处室合并（示例）',
      by,
      on: day,
    },
    dossierId,
  ],
  'status.set': [status, dossierId],
  'filing.decided': [{ dossierId, decision: 'filed', on: day, no: '示例号' }, dossierId],
  'rule.judged': [{ dossierId, ...judged, verdict: 'conforms' }, `${dossierId}/R09-4b`],
  'rule.overridden': [{ dossierId, ...judged, verdict: 'met' }, `${dossierId}/R09-4b`],
  'division-opinion.sealed': [
    {
      dossierId,
      dossierVersion: 3,
      dossierHash: hash,
      opinion: {
        kind: 'business',
        divisionId: 'high',
        divisionName: '示例高新处',
        items: [],
        conclusion: 'pass',
        signer: by,
        signedOn: day,
      },
    },
    `${dossierId}/business/high`,
  ],
  'division-opinion.confirmed': [
    {
      dossierId,
      kind: 'business',
      divisionId: 'high',
      confirmation: { dossierVersion: 4, dossierHash: hash, note: '示例说明', by, on: day },
    },
    `${dossierId}/business/high@4`,
  ],
  'expert.saved': [{ id: expertId, name: '示例专家', unitName: '示例大学', specialty: 'law' }, expertId],
  'panel.saved': [
    { id: panelId, title: '示例评审会', heldOn: day, experts: [], members: [{ expertId }], dossierIds: [dossierId] },
    panelId,
  ],
  'assignment.issued': [
    { panelId, expertId, dossierIds: [dossierId], issuedOn: day, from: '示例处' },
    `${panelId}/${expertId}`,
  ],
  'dossier.locked': [
    {
      lockId,
      ...about,
      version: 3,
      names: {
        alliance: { name: '示例产业技术创新联盟', chairPerson: '', secretaryGeneral: '' },
        members: [],
        agreement: { signatures: [] },
      },
      materialCount: 0,
      body: { sha256: hash, size: 1 },
      files: [],
    },
    `${panelId}/${dossierId}/${expertId}`,
  ],
  'lock.settled': [{ lockId, dossierId, outcome: 'opened' }, lockId],
  'recusal.declared': [
    {
      ...about,
      answers: recusalGrounds.map((ground) => ({ ground, exists: false })),
      pledged: true,
      declaredOn: day,
    },
    `${panelId}/${dossierId}/${expertId}`,
  ],
  'recusal.decided': [{ ...about, decision: 'not-recused', by, on: day }, `${panelId}/${dossierId}/${expertId}`],
  'opinion.salted': [{ ...about, opinionVersion: 2, salt: hash }, `${panelId}/${dossierId}/${expertId}/2`],
  'opinion.sealed': [
    {
      format: 'lianshen-opinion/1',
      ...about,
      expertName: '示例专家',
      dossierVersion: 3,
      dossierHash: hash,
      regulationVersionId: '2010',
      version: 2,
      items,
      overall: '示例意见',
      vote: 'agree',
      signedOn: day,
    },
    `${panelId}/${dossierId}/${expertId}/2`,
  ],
  'opinion.marked': [
    {
      ...about,
      opinionVersion: 2,
      marks: [
        {
          id: 'mark-1',
          kind: 'doubt',
          materialId: 'm1',
          materialTitle: '示例协议书',
          sha256: hash,
          page: 3,
          boxes: [{ x: 0.1, y: 0.2, width: 0.3, height: 0.02 }],
          quote: '示例',
          note: '示例批注',
        },
      ],
    },
    `${panelId}/${dossierId}/${expertId}/2`,
  ],
  'opinion.committed': [{ ...about, opinionVersion: 2, commitment: hash, committedOn: day }, null],
  'opinions.revealed': [{ panelId, dossierIds: [dossierId], commitments: [], opinionIds: [], on: day, by }, null],
  'opinion.returned': [{ ...about, reason: '请补正（示例）', on: day }, null],
  'panel-opinion.sealed': [
    {
      panelId,
      dossierId,
      dossierVersion: 3,
      dossierHash: hash,
      version: 2,
      items,
      problems: '示例问题',
      suggestions: '示例建议',
      conclusion: 'pass',
      tally: { invited: 1, present: 1, recused: 0, agree: 1, disagree: 0, abstain: 0, missing: 0 },
      leaderExpertId: expertId,
      signedOn: day,
    },
    `${dossierId}@2`,
  ],
  'countersign.opened': [
    {
      ...opinionRef,
      paper: { sha256: hash, size: 1 },
      model: { sha256: other, size: 1 },
      places: [{ expertId, field: 'f1', page: 1, rect: { x: 0, y: 0, width: 1, height: 1 } }],
      openedOn: day,
      from: '示例处',
    },
    `${panelId}/${dossierId}@2`,
  ],
  'panel-opinion.signed': [
    {
      ...opinionRef,
      expertId,
      expertName: '示例专家',
      answer: { kind: 'declined', reason: '不同意（示例）' },
      signedOn: day,
    },
    `${panelId}/${dossierId}@2/${expertId}`,
  ],
  'countersign.closed': [
    { ...opinionRef, missing: [expertId], reason: '逾期（示例）', leaderExpertId: expertId, by, on: day },
    `${panelId}/${dossierId}@2`,
  ],
  'review.confirmed': [
    { dossierId, confirmation: { dossierVersion: 3, dossierHash: hash, note: '复核（示例）', by, on: day } },
    `${dossierId}@3`,
  ],
  'consultation.recorded': [
    { dossierId, consultation: { heldOn: day, minutesNo: '示例号', decision: 'decided' } },
    dossierId,
  ],
  'batch.saved': [
    { id: batchId, year: 2026, seq: 1, dossierIds: [dossierId], notice: { docNo: '示例〔2026〕1号' } },
    batchId,
  ],
  'pilot-term.set': [{ dossierId, term: { from: day, to: '2029-03-09' } }, dossierId],
  'annual-report.saved': [{ dossierId, report: { year: 2026 } }, `${dossierId}/2026`],
  'campaign.saved': [
    { id: campaignId, kind: 'annual-summary', year: 2026, from: day, to: day, dossierIds: [dossierId] },
    campaignId,
  ],
  'campaign-extension.granted': [
    { campaignId, dossierId, extension: { to: day, reason: '换届（示例）', grantedOn: day, by } },
    `${campaignId}/${dossierId}`,
  ],
  'campaign-return.saved': [
    { campaignId, dossierId, returned: { parts: ['self-report'] } },
    `${campaignId}/${dossierId}`,
  ],
  'annual-figures.saved': [
    { dossierId, figures: { year: 2026, values: [{ figureId: 'patents', value: '12' }] } },
    `${dossierId}/2026`,
  ],
  'change.saved': [{ dossierId, change: { id: 'c1', kind: 'other', completedOn: day } }, `${dossierId}/c1`],
  'evaluation.saved': [{ dossierId, cycle: 1, evaluation: {} }, `${dossierId}/1`],
  'revocation.recorded': [{ dossierId, revocation }, dossierId],
  'revocation.registered': [
    { id: other, revocation: { allianceName: '示例旧联盟', ground: '17', decidedOn: day } },
    other,
  ],
  'display.saved': [
    {
      batchId,
      display: {
        from: day,
        to: '2026-03-17',
        days: 5,
        counting: 'work',
        contact: '示例处 示例电话',
        supervisor: '示例监督处 示例电话',
        place: '示例网站',
        dossierIds: [dossierId],
      },
    },
    batchId,
  ],
  'objection.saved': [
    {
      batchId,
      objection: {
        id: 'o1',
        dossierId,
        receivedOn: day,
        name: '示例人',
        reason: '示例理由',
        files: [{ fileName: '示例.pdf', sha256: hash, size: 7 }],
        answer: { on: day, words: '示例答复', outcome: 'not-upheld', by },
      },
    },
    `${batchId}/o1`,
  ],
  'notice.corrected': [
    {
      batchId,
      correction: {
        id: 'c1',
        docNo: '示例〔2026〕1号',
        writtenOn: day,
        items: [{ dossierId, place: '示例处', from: '示例甲', to: '示例乙' }],
        reason: '示例理由',
        by,
      },
    },
    `${batchId}/c1`,
  ],
  'sealed-original.attached': [
    {
      batchId,
      original: {
        file: { fileName: '示例.pdf', sha256: hash, size: 7 },
        of: 'correction-notice',
        correctionId: 'c1',
        attachedOn: day,
        by,
      },
    },
    `${batchId}/correction-notice/c1`,
  ],
  'experts.drawn': [
    {
      id: 'd1',
      draw: {
        panelId,
        drawnOn: day,
        place: '示例地点',
        field: '示例领域',
        wanted: 1,
        seed: '20260310-example',
        pool: [{ expertId, name: '示例专家', unitName: '示例单位' }],
        answers: [{ expertId, outcome: 'declined', reason: '示例理由' }],
        drawnBy: by,
        supervisedBy: '示例监督人',
      },
    },
    'd1',
  ],
  'support.saved': [
    {
      dossierId,
      support: {
        id: 's1',
        kind: 'science-plan',
        on: day,
        basis: '示例计划',
        amountFen: 12_345_600,
        document: '示例〔2026〕2号',
        recipient: '示例单位',
        note: '示例说明',
        struck: '示例理由',
      },
    },
    `${dossierId}/s1`,
  ],
  'bundle.exported': [{ bundleId, kind: 'assignment', to: '示例专家', dossierIds: [dossierId], file }, bundleId],
  'bundle.imported': [
    {
      bundleId,
      kind: 'opinion',
      from: key,
      fileName: '示例.lsb',
      sha256: hash,
      newRecords: 1,
      dossierIds: [dossierId],
      recordIds: [hash],
    },
    bundleId,
  ],
  'import.undone': [{ bundleId, recordIds: [hash], dossierIds: [dossierId], reason: '导错了（示例）', by }, bundleId],
  'conflict.resolved': [
    {
      contested: 'status.set',
      rowId: dossierId,
      dossierIds: [dossierId],
      recordIds: [hash, other],
      chosen: null,
      value: { ...status, note: '当面商定（示例）' },
      reason: '当面商定（示例）',
      by,
    },
    null,
  ],
  'history.doubted': [
    {
      kind: 'rewritten',
      author: key,
      held: { seq: 1, id: hash },
      shown: { seq: 1, id: other },
      bundleId,
      from: key,
    },
    null,
  ],
  'document.exported': [{ documentKind: 'notice', dossierId, batchId, files: [file] }, null],
  'template.saved': [{ documentKind: 'notice', version: 1, file: null, by, on: day }, null],
}

type Envelope = Partial<Pick<JournalRecord, 'seq' | 'prev' | 'lamport' | 'refs'>> & { readonly author?: string }

/** A record of a kind that says what its sample says, with an id and without a signature. */
export function sampleRecord<T extends RecordType>(
  type: T,
  { author = key, seq = 1, prev = null, lamport = seq, refs = [] }: Envelope = {},
): Extract<JournalRecord, { type: T }> {
  const payload = payloadSchemas[type].parse(recordSamples[type][0]) as Record<string, unknown>
  const at = '2026-03-10T01:00:00.000Z'
  const unsigned = { v: 1, author: author as JournalRecord['author'], seq, prev, lamport, at, type, payload, refs }
  return { ...unsigned, id: recordId(unsigned), sig: '' } as unknown as Extract<JournalRecord, { type: T }>
}
