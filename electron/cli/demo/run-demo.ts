import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { archiveContents } from '@shared/acts/bundle-contents'
import { confirmKey, saveOffice } from '@shared/acts/office'
import { decideRecusal, savePanelAs } from '@shared/acts/panel'
import type { MadePaper } from '@shared/documents/paper'
import type { DossierFile } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import type { Panel } from '@shared/domain/panel'
import { effectiveVerdict } from '@shared/regulation/check-dossier'
import { batchFileFormat, opinionRecordFormat } from '../formats'
import type { CliWorld } from '../world'
import { exportDemoBundle } from './demo-bundle'
import type { DemoDesk } from './demo-desk'
import { dayOfDemo, demoSettings, openExperts, openOffice } from './demo-people'
import { demoReportFormat, demoReportName, type DemoFile, type DemoReport } from './demo-report'
import { DemoRun, type Progress } from './demo-run'
import { importBundle, reviewAsExpert } from './expert-review'
import { recordDivisionOpinions, sendOut, takeIn } from './intake'
import { laterPapers } from './later-papers'
import { officeDesk, type OfficeDesk } from './office-desk'
import { paperOf } from './paper-desk'
import { concludePanel, consult, planBatch, publish, summaryOf } from './publication'
import { withRecusal } from './recusal'
import { papersOfReview } from './review-papers'
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
  const run = new DemoRun(part, profiles, world, progress)
  try {
    await mkdir(part, { recursive: true })
    const files = await perform(run)
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
    await run.close()
    await rm(part, { recursive: true, force: true })
    await rm(profiles, { recursive: true, force: true })
  }
}

async function perform(run: DemoRun): Promise<DemoFile[]> {
  const { world } = run
  const sample = await readSampleReview(world.resourcesFolder)
  run.step('cli.demo.step.profiles', { count: sample.panel.experts.length })
  const office = officeDesk(await openOffice(run), demoSettings(), dayOfDemo(world.today(), sample))
  await office.append(...saveOffice(office.settings))
  const experts = await openExperts(run, sample.panel)

  const supplement = await requestSupplement(office)
  const first = await takeInAndCheck(run, office, sampleSlugs.first)
  const second = await takeInAndCheck(run, office, sampleSlugs.second)
  const files = [first, second] as const
  const both = withBothDossiers(sample, files)
  const review = withRecusal(both)
  const reviews = new Map([
    [first.id, review],
    [second.id, secondReview(both, second)],
  ])
  run.step('cli.demo.step.division')
  for (const file of files) await recordDivisionOpinions(office, file, reviewOf(reviews, file).divisionOpinions)

  const assignments = await sendToExperts(run, office, files, review)
  const returned = await reviewAll(run, experts, reviews, assignments)
  await takeBack(run, office, reviews, { experts, returned })
  const papers = await concludeBoth(run, office, files, reviews)

  const planned = await planBatch(office, files, review, randomUUID())
  const summary = await summaryOf(office, planned, review)
  run.step('cli.demo.step.consultation', { count: files.length })
  await consult(office, reviews)
  const { batch, notice, display } = await publish(office, planned, review)
  const settled = [await office.case(first.id), await office.case(second.id)] as const
  await run.writeExample('batch', {
    format: batchFileFormat,
    batch,
    dossiers: settled.map(({ file }) => file),
    settings: office.settings,
  })
  await run.publishDocument(office, notice)
  await writePapers(run, office, [supplement, ...papers, summary, ...display], 'papers')
  await writePapers(run, office, await laterPapers(settled), 'later')
  await writePapers(run, office, [await archiveIndexOf(office, first.id)], 'archive')
  await archive(run, office, first)

  run.step('cli.demo.step.verify')
  const verified: DemoFile[] = []
  for (const output of run.outputs) verified.push(await verifyOutput(run.folder, output, office, world.t))
  run.endStep()
  return verified
}

type Reviews = ReadonlyMap<DossierId, SampleReview>

function reviewOf(reviews: Reviews, { id }: DossierFile): SampleReview {
  const review = reviews.get(id)
  if (review === undefined) throw new Error(`nobody reviewed ${id}`)
  return review
}

/** Both panel opinions; answers what lies beside that of the first dossier. */
async function concludeBoth(
  run: DemoRun,
  office: OfficeDesk,
  files: readonly DossierFile[],
  reviews: Reviews,
): Promise<readonly MadePaper[]> {
  const papers: MadePaper[] = []
  for (const file of files) {
    const review = reviewOf(reviews, file)
    const { opinion, dossier } = await concludePanel(office, file, review)
    const { agree, disagree, abstain, recused } = opinion.tally
    run.step('cli.demo.step.panelOpinion', { agree, disagree, abstain, recused })
    if (papers.length === 0) {
      await run.writeExample('opinion-record', {
        format: opinionRecordFormat,
        dossier: dossier.file,
        settings: office.settings,
      })
      papers.push(...(await papersOfReview(dossier, review.panel.heldOn)))
    }
    await run.publishDocument(office, await paperOf(dossier, 'panel-opinion', { on: opinion.signedOn }))
  }
  return papers
}

/** 归档目录 of one dossier, out of the journal. */
async function archiveIndexOf(office: OfficeDesk, id: DossierId): Promise<MadePaper> {
  const { today } = office
  return paperOf(await office.case(id), 'archive-index', {
    on: today,
    typed: { compiledBy: '李示例', issuedOn: today },
    archive: await office.archive(id),
  })
}

async function writePapers(
  run: DemoRun,
  office: OfficeDesk,
  papers: readonly MadePaper[],
  folder: string,
): Promise<void> {
  run.step('cli.demo.step.papers', { count: papers.length })
  for (const paper of papers) await run.publishPaper(office, paper, folder)
}

async function takeInAndCheck(run: DemoRun, office: OfficeDesk, slug: string): Promise<DossierFile> {
  const { file, results } = await takeIn(office, slug)
  const { alliance, members, materials } = file.content
  run.step('cli.demo.step.intake', {
    name: alliance.name,
    members: members.length,
    materials: materials.length,
  })
  const count = (verdict: ReturnType<typeof effectiveVerdict>) =>
    results.filter((result) => effectiveVerdict(result) === verdict).length
  run.step('cli.demo.step.check', { met: count('met'), notMet: count('not-met'), open: count(null) })
  return file
}

/** Attendance is not known when the papers go out. */
const beforeMeeting = (panel: Panel): Panel => ({
  ...panel,
  leaderExpertId: null,
  members: panel.members.map((member) => ({ ...member, present: null })),
})

async function sendToExperts(run: DemoRun, office: OfficeDesk, files: readonly DossierFile[], review: SampleReview) {
  run.step('cli.demo.step.panel', { count: review.panel.experts.length })
  const issuedOn =
    review.divisionOpinions
      .map((opinion) => opinion.signedOn)
      .toSorted()
      .at(-1) ?? office.today
  const assignments = await sendOut(office, files, beforeMeeting(review.panel), {
    folder: await run.subfolder('assignments'),
    issuedOn,
  })
  for (const path of assignments.values()) run.addOutput(path, 'assignment-bundle')
  return assignments
}

async function reviewAll(
  run: DemoRun,
  experts: ReadonlyMap<string, DemoDesk>,
  reviews: Reviews,
  assignments: ReadonlyMap<string, string>,
): Promise<string[]> {
  const folder = await run.subfolder('opinions')
  const returned: string[] = []
  const all = [...reviews.values()]
  const panel = all[0]?.panel
  if (panel === undefined) throw new Error('no review to make')
  for (const expert of panel.experts) {
    const desk = experts.get(expert.id)
    const assignment = assignments.get(expert.id)
    if (desk === undefined || assignment === undefined) throw new Error(`${expert.name} has no desk`)
    const judges = all.every(({ opinions }) => opinions.some((opinion) => opinion.expertId === expert.id))
    run.step(judges ? 'cli.demo.step.opinion' : 'cli.demo.step.recused', { name: expert.name })
    const path = await reviewAsExpert(desk, expert, reviews, { assignment, folder, on: panel.heldOn })
    run.addOutput(path, 'opinion-bundle')
    returned.push(path)
  }
  return returned
}

/** Fingerprints are compared first, then every bundle goes through its dry run; recusal is a person's decision. */
async function takeBack(
  run: DemoRun,
  office: OfficeDesk,
  reviews: Reviews,
  { experts, returned }: { readonly experts: ReadonlyMap<string, DemoDesk>; readonly returned: readonly string[] },
): Promise<void> {
  run.step('cli.demo.step.import', { count: returned.length })
  const [{ panel } = { panel: null }] = reviews.values()
  if (panel === null) return
  for (const { id, name } of panel.experts) {
    const desk = experts.get(id)
    if (desk !== undefined) {
      await office.append(...confirmKey(desk.desk.keyId, id, { on: panel.heldOn, note: name }))
    }
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
  const seated = (await office.cases(panel.dossierIds)).map(({ file }) => file)
  await office.do(savePanelAs(panel, panel.experts, seated, office.today))
}

/** Everything about the alliance: every record that speaks of its dossier, the office's settings, and all its files. */
async function archive(run: DemoRun, office: OfficeDesk, { id, content }: DossierFile): Promise<void> {
  const { shortName } = content.alliance
  run.step('cli.demo.step.archive', { name: shortName })
  const contents = await archiveContents(await office.rows(), id, await office.history(id))
  const path = await exportDemoBundle(
    office,
    { kind: 'archive', to: shortName, ...contents },
    { dossierIds: [id], expertId: null, folder: await run.subfolder('archive') },
    { as: 'documents.archiveName', name: shortName, on: office.today },
  )
  run.addOutput(path, 'archive-bundle')
}
