import { randomUUID } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { dossierContentHash } from '@shared/domain/dossier'
import { issueAssignment, sampleExperts } from '../../helpers/assignment'
import { action, recusalDeclared } from '../../integration/host/review-actions'
import { readSampleDossier } from '../../helpers/samples'
import { BlackBox } from '../desk/black-box'
import { passphrase } from '../desk/places'

/** A form in which people write, how one comes to it, how one sees that it is there, and its field. */
export type Editor = {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
  /**
   * On its screen and on no other of these: names of fields are the same in sister forms, and another form may still
   * stand.
   */
  readonly sign: (page: Page) => Locator
  readonly field: string
}

/** Goes to an editor and waits until it is the one that shows: not a moment longer. */
export async function openEditor(page: Page, editor: Editor): Promise<void> {
  await editor.open(page)
  await editor.sign(page).waitFor()
}

/** A desk with its editors; every case begins with it as it was. */
export type TypingWorld = {
  readonly root: string
  readonly editors: readonly Editor[]
  readonly reset: () => void
}

const goTo = (path: string) => async (page: Page) => {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#${path}`)
}

const panelId = '10000000-0000-4000-8000-0000000000bb'

/** A division that has one dossier before a panel. */
export async function makeDivisionWorld(folder: string): Promise<TypingWorld> {
  const { id, version, content } = readSampleDossier('vanadium-clean')
  const stored = { ...content, materials: [] }
  const world = await makeWorld(folder, 'division', async (desk) => {
    await desk.must('journal:append', {
      actions: [
        action('dossier.saved', {
          dossierId: id,
          version,
          contentHash: dossierContentHash(stored),
          regulationVersionId: '2010',
          content: stored,
        }),
        action('panel.saved', {
          id: panelId,
          title: '示例评审会',
          heldOn: '2026-11-28',
          place: '示例会议室',
          experts: sampleExperts.slice(0, 7),
          members: sampleExperts.slice(0, 7).map((expert) => ({ expertId: expert.id })),
          dossierIds: [id],
        }),
      ],
    })
  })
  const at = (name: string, path: string, heading: RegExp, field: string): Editor => ({
    name,
    open: goTo(path),
    sign: (page) => page.getByRole('heading', { level: 1, name: heading }),
    field,
  })
  return {
    ...world,
    editors: [
      at('division review', `/dossiers/${id}/review/business`, /^业务处室审核意见/u, '#review-standing'),
      at('organisation review', `/dossiers/${id}/review/organisation`, /^组织形式审核意见/u, '#review-comment'),
      at('panel opinion', `/panels/${panelId}/opinion/${id}`, /^专家组综合审核意见/u, '#opinion-problems'),
      at('intake', `/intake/${id}?part=tasks`, /^修改案卷/u, '.intake textarea'),
      at('new intake', `/intake/${randomUUID()}`, /^录入新案卷/u, '.intake input[type="text"]'),
      at('panel', `/panels/${panelId}`, /^示例评审会/u, '#panel-place'),
      at('notice', `/batches/${randomUUID()}`, /第.+批$/u, '#notice-docNo'),
      at('settings', '/settings', /^设置/u, '#office-department'),
    ],
  }
}

/** An expert who has declared for one dossier and not yet for the other. */
export async function makeExpertWorld(folder: string): Promise<TypingWorld> {
  const expert = sampleExperts[0]!
  const slugs = ['short-operation', 'member-without-task']
  const { bytes, panelId: assignedPanel } = await issueAssignment({ slugs, expert, locked: false })
  const declared = readSampleDossier(slugs[0]!).id
  const world = await makeWorld(folder, 'expert', async (desk) => {
    const { stageId } = await desk.must('bundle:stage', {
      kind: 'bytes',
      fileName: '送审包.lsb',
      bytes: new Uint8Array(bytes),
    })
    await desk.must('bundle:commit', { stageId })
    await desk.must('journal:append', {
      actions: [recusalDeclared(expert.id, { panelId: assignedPanel, dossierId: declared })],
    })
  })
  const list = async (page: Page) => {
    await goTo('/assignments')(page)
    // What is open stays open until one leaves it.
    const leave = page.getByRole('button', { name: '全部案卷' })
    await leave
      .or(page.getByRole('heading', { name: '我的案卷' }))
      .first()
      .waitFor()
    if (await leave.isVisible()) await leave.click()
  }
  const review = async (page: Page) => {
    await list(page)
    await page
      .getByRole('button', { name: /^继续审阅|^审阅|^开始审阅/u })
      .first()
      .click()
  }
  return {
    ...world,
    editors: [
      {
        name: 'criterion',
        open: async (page) => {
          await review(page)
          // It goes on where one was.
          await page.locator('.review-steps button').first().click()
        },
        sign: (page) => page.locator('.review-clause'),
        field: '.review-judging textarea',
      },
      {
        name: 'overall',
        open: async (page) => {
          await review(page)
          await page.locator('.review-steps button').last().click()
        },
        sign: (page) => page.getByRole('heading', { name: '总体意见与表决' }),
        field: '.review-judging textarea',
      },
      {
        name: 'recusal',
        open: async (page) => {
          await list(page)
          await page.getByRole('button', { name: /^声明回避/u }).click()
          await page.getByRole('radio', { name: '有', exact: true }).first().check()
        },
        sign: (page) => page.getByRole('heading', { name: '回避声明' }),
        field: '.recusal textarea',
      },
    ],
  }
}

async function makeWorld(
  folder: string,
  role: 'division' | 'expert',
  fill: (desk: BlackBox) => Promise<void>,
): Promise<Pick<TypingWorld, 'root' | 'reset'>> {
  const root = join(folder, role)
  const desk = await BlackBox.start(root)
  const { name, unitName } = sampleExperts[0]!
  await desk.must('profile:create', { role, name, unit: unitName, passphrase })
  await fill(desk)
  await desk.close()
  const whole = join(folder, `${role}-whole`)
  cpSync(root, whole, { recursive: true })
  return {
    root,
    reset: () => {
      rmSync(root, { recursive: true, force: true })
      cpSync(whole, root, { recursive: true })
    },
  }
}
