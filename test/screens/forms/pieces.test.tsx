// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { criterionIds } from '@shared/domain/judgement'
import { campaignSchema } from '@shared/domain/campaign'
import { panelSchema } from '@shared/domain/panel'
import { everything } from '@shared/audit/filter'
import { loadCase, type DossierCase } from '@renderer/data/cases'
import type { ItemDraft } from '@shared/acts/seal-panel-opinion'
import { loadBoard } from '@renderer/data/campaigns'
import { append, closeDesk } from '@renderer/data/desk'
import { loadDrafts } from '@renderer/data/drafts'
import { AuditFilters } from '@renderer/features/audit/AuditFilters'
import { ExtensionDialog } from '@renderer/features/campaigns/ExtensionDialog'
import { RemindersDialog } from '@renderer/features/campaigns/RemindersDialog'
import { ConsultationPage } from '@renderer/features/consultation/ConsultationPage'
import { CloseRound } from '@renderer/features/countersign/CloseRound'
import { OpenRound } from '@renderer/features/countersign/OpenRound'
import { SigningForm } from '@renderer/features/countersigning/SigningForm'
import { DivisionOpinionView } from '@renderer/features/dossier/DivisionOpinionView'
import { JudgeForm } from '@renderer/features/dossier/JudgeForm'
import { OverrideForm } from '@renderer/features/dossier/OverrideForm'
import { SettleForm } from '@renderer/features/conflicts/SettleForm'
import { StrikeDialog } from '@renderer/features/endings/StrikeDialog'
import { UndoImport } from '@renderer/features/exchange/UndoImport'
import { ConfirmReview } from '@renderer/features/panel-opinion/ConfirmReview'
import { CriterionWriting } from '@renderer/features/panel-opinion/CriterionWriting'
import { Refusals } from '@renderer/features/panel-opinion/Refusals'
import { MarkStrip } from '@renderer/features/review/MarkStrip'
import { AnswerDialog } from '@renderer/features/batches/AnswerDialog'
import { nothingShown } from '@shared/acts/public-display'
import { DisplayPart } from '@renderer/features/batches/DisplayPart'
import { SectionsPart } from '@renderer/features/batches/SectionsPart'
import { CorrectionDialog } from '@renderer/features/batches/CorrectionDialog'
import { ChangeDialog } from '@renderer/features/dossier/registers/ChangeDialog'
import { ComingUnits } from '@renderer/features/dossier/registers/ComingUnits'
import { PublishedDialog } from '@renderer/features/dossier/registers/PublishedDialog'
import { expertDrawSchema } from '@shared/domain/expert-draw'
import { CourseDialog } from '@renderer/features/dossier/registers/CourseDialog'
import { DrawDialog } from '@renderer/features/panels/DrawDialog'
import { DrawnOrder } from '@renderer/features/panels/DrawnOrder'
import { ObjectionDialog } from '@renderer/features/batches/ObjectionDialog'
import { StrikeSupport } from '@renderer/parts/support/StrikeSupport'
import { SupportDialog } from '@renderer/parts/support/SupportDialog'
import { loadSupported } from '@renderer/data/support'
import { displaySchema, objectionSchema } from '@shared/domain/public-display'
import { jointIssuers } from '@shared/domain/issuers'
import { batchSchema } from '@shared/domain/pilot'
import { RevealForm } from '@renderer/features/panels/RevealForm'
import { DossierSearch } from '@renderer/features/review/DossierSearch'
import { ConfirmDialog } from '@renderer/features/security/ConfirmDialog'
import { SnapshotsPart } from '@renderer/features/snapshots/SnapshotsPart'
import { FiguresDialog } from '@renderer/parts/figures/FiguresDialog'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { PassphraseAsk } from '@renderer/ui/PassphraseAsk'
import { PdfSearchBar } from '@renderer/ui/pdf/PdfSearchBar'
import { RecoveryKeySheet } from '@renderer/ui/recovery-key/RecoveryKeySheet'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openCampaignDesk, today } from '../division/campaign-desk'
import { readSampleJson } from '../../helpers/samples'
import { formsAlone, namesIn } from './forms'
import { answerAll, expectWalked, Keeping, openForms, show, showAt } from './show'
import { settle, Walk } from './walk'

vi.mock('@renderer/ui/pdf/PdfViewer', () => ({ PdfViewer: () => null }))

const nothing = () => undefined
const walk = new Walk()
let desk: Desk
let dossier: DossierCase
const campaignId = '55555555-5555-4555-8555-555555555555'
const panel = panelSchema.parse((readSampleJson('opinions.json') as { readonly panel: unknown }).panel)

beforeAll(async () => {
  const opened = await openCampaignDesk()
  desk = opened.desk
  await loadDrafts()
  const [first] = opened.files
  dossier = (await loadCase(first!.id, today))!
  const terms = { kind: 'annual-summary', year: 2026, from: '2026-12-01', to: '2026-12-31' }
  const campaign = campaignSchema.parse({ id: campaignId, ...terms, dossierIds: opened.files.map(({ id }) => id) })
  await append(
    { type: 'panel.saved', payload: { ...panel, dossierIds: [first!.id] } },
    { type: 'campaign.saved', payload: campaign },
  )
  dossier = (await loadCase(first!.id, today))!
  walk.watch()
}, 120_000)
afterEach(() => {
  cleanup()
  expect(walk.wrong.splice(0)).toEqual([])
})
afterAll(async () => {
  closeDesk()
  await desk.host.close()
  await removeTemporaryFolders()
})

/** From now on the host answers this to one kind of question. */
function answer(channel: string, value: object) {
  const { bridge } = window as unknown as { bridge: { invoke: (channel: string, input: unknown) => Promise<unknown> } }
  const { invoke } = bridge
  bridge.invoke = (asked, input) =>
    asked === channel ? Promise.resolve({ ok: true, value: { kind: 'done', ...value } }) : invoke(asked, input)
}

/** A form by itself; what opens it is pressed first. */
async function through(name: string, element: ReactElement, opener: RegExp | null = null) {
  await show(element)
  if (opener !== null) await openForms(opener)
  answerAll()
  await walk.through(name)
}

describe('wrong input of each type in forms that stand in the middle of something', () => {
  it('about a campaign', async () => {
    await showAt(`/campaigns/${campaignId}`)
    for (const remove of document.querySelectorAll<HTMLButtonElement>('.cohort li button')) fireEvent.click(remove)
    await settle()
    await walk.through('campaign')
    await showAt('/figures')
    await walk.through('figures')
    const campaign = campaignSchema.parse({
      ...{ id: campaignId, kind: 'annual-summary', year: 2026, from: '2026-12-01', to: '2026-12-31' },
      ...{ dossierIds: [dossier.file.id], status: 'running' },
    })
    await append({ type: 'campaign.saved', payload: campaign })
    const lines = await loadBoard(campaign.id, today)
    await through('extension', <ExtensionDialog campaign={campaign} line={lines[0]!} onClose={nothing} />)
    await through('reminders', <RemindersDialog campaign={campaign} lines={lines} onClose={nothing} />)
    await showAt(`/campaigns/${campaignId}?tab=returns`)
    await walk.through('returns')
    const about = { dossierId: dossier.file.id, name: '示例', year: 2026, known: [], office: defaultOfficeSettings() }
    await through('figures dialog', <FiguresDialog {...about} onClose={nothing} />)
  }, 120_000)

  it('about a dossier and its panel', async () => {
    await through('judge', <JudgeForm dossier={dossier} ruleId="R5-1" onClose={nothing} />)
    await through('override', <OverrideForm dossier={dossier} ruleId="R5-1" onClose={nothing} />)
    const opinion = {
      ...{ kind: 'business', divisionId: 'd', divisionName: '示例处', conclusion: 'pass', signer: '示例' },
      ...{ signedOn: '2026-01-05', standing: '', comment: '', items: [], dossierVersion: 0, dossierHash: '0' },
    }
    await through('division opinion', <DivisionOpinionView dossier={dossier} opinion={opinion as never} />)
    await through('confirm review', <ConfirmReview dossier={dossier} />)
    const [criterionId] = criterionIds
    await through(
      'criterion',
      <Keeping<ItemDraft> begin={{ verdict: null, reason: '', evidence: [] }}>
        {(item, onChange) => <CriterionWriting {...{ criterionId, item, onChange }} />}
      </Keeping>,
    )
    await through(
      'refusals',
      <Keeping begin={{ refusals: [{ expertId: panel.experts[0]!.id, reason: '' }] }}>
        {({ refusals }, change) => (
          <Refusals panel={panel} refusals={refusals} onChange={(next) => change({ refusals: [...next] })} />
        )}
      </Keeping>,
    )
    await through('reveal', <RevealForm panel={panel} standings={[]} />, /./u)
  }, 120_000)

  it('about what comes in and goes out', async () => {
    const [leader] = panel.experts
    const round = {
      ...{ round: { id: 'r', value: { places: [{ expertId: leader!.id }], answers: [] } }, standing: { experts: [] } },
      ...{ opinion: { value: { version: 1, leaderExpertId: leader!.id, dossierId: dossier.file.id } }, answers: [] },
    } as never
    await through('open round', <OpenRound dossier={dossier} panel={panel} opinion={{ version: 1 } as never} />)
    await through('close round', <CloseRound round={round} panel={panel} allianceName="示例" />, /./u)
    const task = { panelId: panel.id, dossierId: dossier.file.id, expertId: panel.leaderExpertId } as never
    await show(<SigningForm task={task} found={round} onAnswered={nothing} />)
    fireEvent.click([...document.querySelectorAll('input[type=radio]')].at(-1)!)
    await walk.through('signing')
    const rival = (recordId: string, note: string) => ({
      recordId,
      value: {
        dossierId: dossier.file.id,
        action: 'accept',
        from: 'draft',
        to: 'accepted',
        on: today,
        by: '示例',
        note,
      },
    })
    const conflict = { id: 'c', contested: 'status.set', rivals: [rival('a', '甲'), rival('b', '乙')] } as never
    await show(<SettleForm conflict={conflict} />)
    fireEvent.click([...document.querySelectorAll('input[type=radio]')].at(-1)!)
    await walk.through('settle')
    answer('import:preview-undo', { preview: { recordCount: 1, blockers: [], papers: [], changes: [] } })
    await through(
      'undo',
      <UndoImport bundleId="b" fileName="示例.lsb" redo={false} onDone={nothing} onClose={nothing} />,
    )
    await through(
      'strike',
      <StrikeDialog line={{ id: 'e', revocation: { allianceName: '示例' } } as never} onClose={nothing} />,
    )
    await through('passphrase', <PassphraseAsk error={new Error('示例')} busy={false} onPassphrase={nothing} />)
    await through('confirm', <ConfirmDialog title="示例" hint="示例" onClose={nothing} act={() => Promise.resolve()} />)
    await through('snapshots', <SnapshotsPart />, /查看|列出/u)
    await through(
      'audit',
      <Keeping begin={everything}>
        {(filter, onChange) => (
          <AuditFilters summary={{ dossiers: [], people: [], kinds: [] } as never} {...{ filter, onChange }} />
        )}
      </Keeping>,
    )
    const key = Array.from({ length: 12 }, () => 'ABCD').join('-')
    await through('recovery', <RecoveryKeySheet recoveryKey={key} name="示例" unit="示例" onKept={nothing} />)
  }, 120_000)

  it('about what is shown in public, and what was granted', async () => {
    const notice = { issuers: jointIssuers(defaultOfficeSettings()) }
    const batch = batchSchema.parse({ id: campaignId, year: 2026, seq: 1, dossierIds: [dossier.file.id], notice })
    const objection = objectionSchema.parse({ id: 'o', receivedOn: today, name: '示例', reason: '示例' })
    const shown = { days: 5, counting: 'work', contact: '示例', supervisor: '示例', dossierIds: [dossier.file.id] }
    const display = displaySchema.parse({ from: '2026-12-01', to: '2026-12-07', ...shown })
    const sections = [{ kind: 'rectifying', dossierIds: [dossier.file.id] }]
    await through(
      'sections',
      <Keeping begin={batchSchema.parse({ ...batch, sections })}>
        {(now, onChange) => <SectionsPart batch={now} members={[dossier]} onChange={onChange} />}
      </Keeping>,
    )
    const of = { batch, members: [dossier], office: defaultOfficeSettings(), shown: nothingShown, dirty: false }
    await through('display', <DisplayPart {...of} />)
    await through('answer', <AnswerDialog batch={batch} objection={objection} onClose={nothing} />)
    await through('objection', <ObjectionDialog {...{ batch, display }} members={[dossier]} onClose={nothing} />)
    const support = { id: 's', kind: 'patent', on: today, basis: '示例', recipient: '示例', note: '' }
    const line = { dossierId: dossier.file.id, name: '示例', field: '示例', support } as never
    await through('strike support', <StrikeSupport line={line} onClose={nothing} />)
    await through('support', <SupportDialog supported={await loadSupported()} onClose={nothing} />)
  }, 60_000)

  it('about a draw and the course of an evaluation', async () => {
    await through('draw', <DrawDialog panel={panel} onClose={nothing} />)
    const pool = panel.experts.slice(0, 3).map(({ id, name, unitName }) => ({ expertId: id, name, unitName }))
    const who = { drawnBy: '示例甲', supervisedBy: '示例乙' }
    const draw = expertDrawSchema.parse({
      panelId: panel.id,
      drawnOn: today,
      wanted: 1,
      seed: 'sample-seed',
      pool,
      ...who,
    })
    await through('drawn', <DrawnOrder id="d" draw={draw} number={1} onPaper={nothing} />)
    await through('course', <CourseDialog dossier={dossier} evaluation={undefined} onClose={nothing} />)
  }, 60_000)

  it('about changes and corrections', async () => {
    await through('change', <ChangeDialog dossier={dossier} change={null} onClose={nothing} />)
    await through(
      'coming units',
      <Keeping begin={{ units: [{ unitId: 'u', fullName: '', kind: null, creditCode: '' }] as never[] }}>
        {({ units }, change) => (
          <ComingUnits units={units} error={null} onChange={(next) => change({ units: [...next] as never[] })} />
        )}
      </Keeping>,
    )
    const change = { id: 'c', kind: 'other', occurredOn: today, description: '示例' } as never
    await through('published', <PublishedDialog {...{ dossier, change }} onClose={nothing} />)
    const notice = { issuers: jointIssuers(defaultOfficeSettings()) }
    const batch = batchSchema.parse({ id: campaignId, year: 2026, seq: 1, dossierIds: [dossier.file.id], notice })
    await through('correction', <CorrectionDialog batch={batch} dossiers={[dossier]} onClose={nothing} />)
  }, 60_000)

  it('at a meeting', async () => {
    const move = { dossierId: dossier.file.id, action: 'pass-panel', from: 'panel-review', to: 'awaiting-consultation' }
    await append({ type: 'status.set', payload: { ...move, on: today, by: '示例', note: '' } as never })
    await show(<ConsultationPage />)
    // What is decided on comes when the desk has read it.
    await screen.findAllByText(dossier.file.content.alliance.name, { exact: false })
    answerAll()
    await walk.through('consultation')
  }, 60_000)

  it('in the reading room', async () => {
    await through(
      'mark',
      <Keeping begin={{ id: 'm', kind: 'mark', note: '', isCarried: false }}>
        {(mark, change) => <MarkStrip mark={mark as never} onChange={change} onRemove={nothing} onClose={nothing} />}
      </Keeping>,
    )
    const search = { query: '', hits: [], current: null, position: 0, reading: null, images: 0, ask: nothing } as never
    await through('search', <PdfSearchBar search={search} asked={1} onClose={nothing} />)
    const texts = new Map() as never
    const about = { materials: [], inspections: new Map(), texts, asked: 1 }
    await through('search all', <DossierSearch {...about} onGo={nothing} onClose={nothing} />)
  }, 60_000)
})

it('leaves out no form of its list', () => {
  expectWalked(walk, formsAlone, namesIn)
})
