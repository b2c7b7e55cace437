import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { archiveContents, rowsOfState } from '@shared/acts/bundle-contents'
import { decideRecusal, savePanelAs } from '@shared/acts/panel'
import type { DossierFile } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { officeSettingsSchema, type OfficeSettings } from '@shared/domain/office'
import type { Panel } from '@shared/domain/panel'
import { foldRecords } from '@shared/records/desk-state'
import { dossiersOf } from '@shared/records/projection'
import { effectiveVerdict } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { batchFileFormat, opinionRecordFormat } from '../formats'
import type { CliWorld } from '../world'
import { demoBundle } from './demo-bundle'
import type { DemoDesk } from './demo-desk'
import { demoReportFormat, demoReportName, type DemoFile, type DemoReport } from './demo-report'
import { DemoStage, type Progress } from './demo-stage'
import { importBundle, reviewAsExpert } from './expert-review'
import { recordDivisionOpinions, sendOut, takeIn } from './intake'
import { officeDesk, type OfficeDesk } from './office-desk'
import { archiveIndexFor, laterPapers } from './later-papers'
import { papersOfReview, summaryFor, type Paper } from './papers'
import { concludePanel, consult, publish } from './publication'
import { withRecusal } from './recusal'
import { readSampleReview, type SampleReview } from './sample-review'
import { secondReview, withBothDossiers } from './second-review'
import { requestSupplement } from './supplement'
import { verifyOutput } from './verify-outputs'

/** A batch of two: the large clean sample, and one whose names need faces to fall back on. */
const sampleSlugs = { first: 'vanadium-clean', second: 'rare-names' } as const

/**
 * The main job without a screen, with real parts: eight profiles with keys of their own, bundles through files, staging
 * and dry run, the status table, both documents signed. Everything is written beside `out` first and moved there whole.
 */
export async function runDemo(out: string, world: CliWorld, progress: Progress): Promise<DemoReport> {
  const started = performance.now()
  const part = join(dirname(out), `.${basename(out)}.part-${process.pid}`)
  const profiles = await mkdtemp(join(tmpdir(), 'lianshen-demo-'))
  const stage = new DemoStage(part, profiles, world, progress)
  try {
    await mkdir(part, { recursive: true })
    const files = await perform(stage)
    const report: DemoReport = {
      format: demoReportFormat,
      version: world.version,
      on: world.today(),
      verified: files.every((file) => file.verified),
      ms: Math.round(performance.now() - started),
      steps: progress.steps,
      files,
    }
    await writeFile(join(part, demoReportName), `${JSON.stringify(report, null, 2)}\n`)
    await rm(out, { recursive: true, force: true })
    await rename(part, out)
    return report
  } finally {
    await stage.close()
    await rm(part, { recursive: true, force: true })
    await rm(profiles, { recursive: true, force: true })
  }
}

async function perform(stage: DemoStage): Promise<DemoFile[]> {
  const { world } = stage
  const sample = await readSampleReview(world.resourcesFolder)
  stage.step('cli.demo.step.profiles', { count: sample.panel.experts.length })
  const office = officeDesk(await openOffice(stage), demoSettings(), world.today())
  await office.append({ type: 'settings.saved', payload: office.settings })
  const experts = await openExperts(stage, sample.panel)

  const supplement = await requestSupplement(office)
  const first = await takeInAndCheck(stage, office, sampleSlugs.first)
  const second = await takeInAndCheck(stage, office, sampleSlugs.second)
  const files = [first, second] as const
  const both = withBothDossiers(sample, files)
  const review = withRecusal(both)
  const reviews = new Map([
    [first.id, review],
    [second.id, secondReview(both, second)],
  ])
  stage.step('cli.demo.step.division')
  for (const file of files) await recordDivisionOpinions(office, file, reviewOf(reviews, file).divisionOpinions)

  const assignments = await sendToExperts(stage, office, files, review)
  const returned = await reviewAll(stage, experts, reviews, assignments)
  await takeBack(stage, office, reviews, { experts, returned })
  const papers = await concludeBoth(stage, office, files, reviews)

  stage.step('cli.demo.step.consultation', { count: files.length })
  for (const file of files) await consult(office, file, reviewOf(reviews, file))
  const { batch, notice, display } = await publish(office, files, review, randomUUID())
  const settled = [(await office.dossier(first.id)).file, (await office.dossier(second.id)).file] as const
  await stage.writeExample('batch', {
    format: batchFileFormat,
    batch,
    dossiers: settled,
    settings: office.settings,
  })
  await stage.publishDocument(office, notice)
  await writePapers(stage, office, [supplement, ...papers, display], 'papers')
  await writePapers(stage, office, laterPapers(office, settled), 'later')
  await writePapers(stage, office, [await archiveIndexFor(office, await office.dossier(first.id))], 'archive')
  await archive(stage, office, first)

  stage.step('cli.demo.step.verify')
  const verified: DemoFile[] = []
  for (const output of stage.outputs) verified.push(await verifyOutput(stage.folder, output, office, world.t))
  stage.endStep()
  return verified
}

type Reviews = ReadonlyMap<DossierId, SampleReview>

function reviewOf(reviews: Reviews, { id }: DossierFile): SampleReview {
  const review = reviews.get(id)
  if (review === undefined) throw new Error(`nobody reviewed ${id}`)
  return review
}

/** Both panel opinions; answers the papers of the first dossier and what goes to the consultation. */
async function concludeBoth(
  stage: DemoStage,
  office: OfficeDesk,
  files: readonly DossierFile[],
  reviews: Reviews,
): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const file of files) {
    const { opinion, model, facts } = await concludePanel(office, file, reviewOf(reviews, file))
    const { agree, disagree, abstain, recused } = opinion.tally
    stage.step('cli.demo.step.panelOpinion', { agree, disagree, abstain, recused })
    const reviewed = await office.dossier(file.id)
    const { shortName } = file.content.alliance
    if (papers.length === 0) {
      await stage.writeExample('opinion-record', {
        format: opinionRecordFormat,
        dossier: reviewed.file,
        settings: office.settings,
      })
      papers.push(...papersOfReview(reviewed, facts))
    }
    const paper = { name: `专家组综合审核意见-${shortName}`, model, about: { dossierId: file.id } }
    await stage.publishDocument(office, paper, [{ name: 'panel-opinion.json', json: opinion }])
  }
  const reviewed = await Promise.all(files.map((file) => office.dossier(file.id)))
  const submittedOn = files.map((file) => reviewOf(reviews, file).consultation.heldOn).toSorted()[0] ?? office.today
  return [...papers, summaryFor(office, reviewed, submittedOn)]
}

async function writePapers(
  stage: DemoStage,
  office: OfficeDesk,
  papers: readonly Paper[],
  folder: string,
): Promise<void> {
  stage.step('cli.demo.step.papers', { count: papers.length })
  for (const paper of papers) await stage.publishPaper(office, paper, folder)
}

const openOffice = (stage: DemoStage): Promise<DemoDesk> =>
  stage.openDesk({
    role: 'division',
    name: '政策法规处（示例）',
    unit: '四川省科学技术厅（示例）',
    passphrase: 'demonstration only',
  })

async function openExperts(stage: DemoStage, panel: Panel): Promise<ReadonlyMap<string, DemoDesk>> {
  const desks = new Map<string, DemoDesk>()
  for (const { id, name, unitName } of panel.experts) {
    desks.set(id, await stage.openDesk({ role: 'expert', name, unit: unitName, passphrase: 'demonstration only' }))
  }
  return desks
}

/** Invented bodies in the place of the office's editable list, so that the notice reads as one does. */
function demoSettings(): OfficeSettings {
  const settings = defaultOfficeSettings()
  const names = ['发展改革', '经济和信息化', '教育', '财政', '国有资产监督管理']
  return officeSettingsSchema.parse({
    ...settings,
    agencies: settings.agencies.map((agency, index) => {
      const name = names[index - 1]
      return agency.isHost || name === undefined ? agency : { ...agency, name: `四川省示例${name}部门` }
    }),
  })
}

async function takeInAndCheck(stage: DemoStage, office: OfficeDesk, slug: string): Promise<DossierFile> {
  const file = await takeIn(office, slug)
  const { alliance, members, materials } = file.content
  stage.step('cli.demo.step.intake', {
    name: alliance.name,
    members: members.length,
    materials: materials.length,
  })
  const results = office.check(await office.dossier(file.id))
  const count = (verdict: ReturnType<typeof effectiveVerdict>) =>
    results.filter((result) => effectiveVerdict(result) === verdict).length
  stage.step('cli.demo.step.check', { met: count('met'), notMet: count('not-met'), open: count(null) })
  return file
}

/** Attendance is not known when the papers go out. */
const beforeMeeting = (panel: Panel): Panel => ({
  ...panel,
  leaderExpertId: null,
  members: panel.members.map((member) => ({ ...member, present: null })),
})

async function sendToExperts(
  stage: DemoStage,
  office: OfficeDesk,
  files: readonly DossierFile[],
  review: SampleReview,
) {
  stage.step('cli.demo.step.panel', { count: review.panel.experts.length })
  const issuedOn =
    review.divisionOpinions
      .map((opinion) => opinion.signedOn)
      .toSorted()
      .at(-1) ?? office.today
  const assignments = await sendOut(office, files, beforeMeeting(review.panel), {
    folder: await stage.subfolder('assignments'),
    issuedOn,
  })
  for (const path of assignments.values()) stage.addOutput(path, 'assignment-bundle')
  return assignments
}

async function reviewAll(
  stage: DemoStage,
  experts: ReadonlyMap<string, DemoDesk>,
  reviews: Reviews,
  assignments: ReadonlyMap<string, string>,
): Promise<string[]> {
  const folder = await stage.subfolder('opinions')
  const returned: string[] = []
  const all = [...reviews.values()]
  const panel = all[0]?.panel
  if (panel === undefined) throw new Error('no review to make')
  for (const expert of panel.experts) {
    const desk = experts.get(expert.id)
    const assignment = assignments.get(expert.id)
    if (desk === undefined || assignment === undefined) throw new Error(`${expert.name} has no desk`)
    const judges = all.every(({ opinions }) => opinions.some((opinion) => opinion.expertId === expert.id))
    stage.step(judges ? 'cli.demo.step.opinion' : 'cli.demo.step.recused', { name: expert.name })
    const path = await reviewAsExpert(desk, expert, reviews, { assignment, folder, on: panel.heldOn })
    stage.addOutput(path, 'opinion-bundle')
    returned.push(path)
  }
  return returned
}

/** Fingerprints are compared first, then every bundle goes through its dry run; recusal is a person's decision. */
async function takeBack(
  stage: DemoStage,
  office: OfficeDesk,
  reviews: Reviews,
  { experts, returned }: { readonly experts: ReadonlyMap<string, DemoDesk>; readonly returned: readonly string[] },
): Promise<void> {
  stage.step('cli.demo.step.import', { count: returned.length })
  const [{ panel } = { panel: null }] = reviews.values()
  if (panel === null) return
  for (const [id, desk] of experts) {
    const expert = panel.experts.find((item) => item.id === id)
    if (expert === undefined) continue
    await office.append({
      type: 'key.confirmed',
      payload: { keyId: desk.desk.keyId, expertId: expert.id, confirmedOn: panel.heldOn },
    })
  }
  for (const path of returned) await importBundle(office, path)
  for (const [dossierId, { declarations }] of reviews) {
    const asking = declarations.filter((item) => item.answers.some((answer) => answer.exists))
    for (const { expertId, answers } of asking) {
      await office.append(
        ...decideRecusal({
          panelId: panel.id,
          dossierId,
          expertId,
          decision: 'recused',
          grounds: answers.filter((answer) => answer.exists).map((answer) => answer.ground),
          reason: answers.map((answer) => answer.note).join(''),
          by: office.desk.name,
          on: panel.heldOn,
        }),
      )
    }
  }
  await office.append(...savePanelAs(panel, panel.experts))
}

/** Everything about the alliance: every record that speaks of its dossier, the office's settings, and all its files. */
async function archive(stage: DemoStage, office: OfficeDesk, { id, content }: DossierFile): Promise<void> {
  const { shortName } = content.alliance
  stage.step('cli.demo.step.archive', { name: shortName })
  const records = await office.records()
  const history = records.filter((record) => dossiersOf(record).includes(id)).map((record) => record.id)
  const contents = await archiveContents(rowsOfState(foldRecords(records)), id, history)
  const { bundleId, file } = await office.ask('bundle:export', {
    kind: 'archive',
    to: shortName,
    recordIds: [...contents.recordIds],
    attachments: [...contents.attachments],
    ...demoBundle('documents.archiveName', { name: shortName, today: office.today }),
    folder: await stage.subfolder('archive'),
  })
  await office.append({
    type: 'bundle.exported',
    payload: { bundleId, kind: 'archive', to: shortName, dossierIds: [id], file },
  })
  stage.addOutput(file.path, 'archive-bundle')
}
