// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { fieldsOf } from '@shared/acts/act-fields'
import { statusActions } from '@shared/workflow/status-actions'
import { dossierContentHash, dossierContentSchema } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { loadCase } from '@renderer/data/cases'
import { append, closeDesk } from '@renderer/data/desk'
import { loadDrafts } from '@renderer/data/drafts'
import { ActionDialog } from '@renderer/features/dossier/ActionDialog'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openBatchDesk, today } from '../division/batch-desk'
import { formsOfDivision, namesIn } from './forms'
import { answerAll, expectWalked, inDialog, leaveDialog, openForms, show, showAt } from './show'
import { settle, Walk } from './walk'

// The viewer draws on a canvas, which this environment has not.
vi.mock('@renderer/ui/pdf/PdfViewer', () => ({ PdfViewer: () => null }))

const walk = new Walk()
let desk: Desk
let batchId = ''
let panelId = ''
let dossierId = '' as DossierId
const parts = ['alliance', 'members', 'tasks', 'agreement', 'funds', 'plan', 'materials'] as const
const idOf = (part: (typeof parts)[number]) => `50000000-0000-4000-8000-0000000000f${parts.indexOf(part)}`

/** A dossier with one row of everything. */
const small = dossierContentSchema.parse({
  alliance: { name: '示例小联盟', contact: { name: '', phone: '' }, chairUnitId: 'u1' },
  members: [
    {
      ...{ unitId: 'u1', fullName: '示例公司', kind: 'enterprise', role: 'chair' },
      legalRepresentatives: [{ name: '示例' }],
    },
  ],
  tasks: [{ id: 't1', name: '示例任务', chainLink: 'research' }],
  agreement: {
    liableBody: { kind: 'registered-entity', name: '示例', registrationNo: '' },
    signatures: [{ unitId: 'u1', signer: '示例', capacity: 'agent' }],
  },
  funds: {
    injections: [{ source: 'member', amountFen: 1, receivedOn: '2026-01-01' }],
    rule: { name: '示例办法' },
  },
  plan: { division: [{ unitId: 'u1', work: '示例' }] },
  materials: [{ id: 'm1', code: 'other', title: '示例', fileName: '示例.pdf', sha256: 'a'.repeat(64), size: 1 }],
})

beforeAll(async () => {
  const opened = await openBatchDesk()
  desk = opened.desk
  await loadDrafts()
  batchId = opened.batch.id
  dossierId = opened.file.id
  await append(
    ...parts.map((part) => ({
      type: 'dossier.saved' as const,
      payload: {
        ...{ dossierId: idOf(part), version: 1, contentHash: dossierContentHash(small), regulationVersionId: '2010' },
        ...{ receivedOn: null, note: '', content: small },
      } as never,
    })),
  )
  panelId = (await loadCase(dossierId, today))!.file.proceedings.panel!.id
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

describe("wrong input of each type in the forms of a division's desk", () => {
  it.each(parts)(
    'in the intake, part %s',
    async (part) => {
      await showAt(`/intake/${idOf(part)}?part=${part}`)
      for (const row of document.querySelectorAll('.ant-table-row-expand-icon')) fireEvent.click(row)
      await settle()
      await walk.through(`intake/${part}`)
    },
    60_000,
  )

  it('in every act of a dossier', async () => {
    const dossier = (await loadCase(dossierId, today))!
    for (const action of statusActions.filter((one) => fieldsOf(one).length > 0)) {
      await show(
        <ActionDialog
          dossier={dossier}
          action={{ action, to: dossier.status, enabled: true, blockedBy: [] }}
          onClose={() => undefined}
          onDone={() => undefined}
        />,
      )
      await walk.through(`act/${action}`, { rounds: 2 })
    }
  }, 120_000)

  it.each([
    ['/dossiers/:id?tab=checks', /改判|作出判断|^判断/u],
    ['/dossiers/:id/review/business', null],
    ['/dossiers/:id/review/organisation', null],
    ['/panels/:panel', /作出决定/u],
    ['/panels/:panel/opinion/:id', /更正|再次封存|修改/u],
    ['/panels/:panel/countersign/:id', null],
    ['/batches/:batch', null],
    ['/verify', null],
    ['/settings', null],
  ] as const)(
    'on %s',
    async (path, forms) => {
      await showAt(path.replace(':id', dossierId).replace(':panel', panelId).replace(':batch', batchId))
      if (forms !== null) await openForms(forms)
      answerAll()
      await walk.through(path, { rounds: path === '/settings' ? 2 : 4 })
    },
    60_000,
  )

  it.each([
    ['/endings', /登记一条/u],
    ['/panels', /录入专家/u],
    ['/settings', /更换口令/u],
  ] as const)('in the dialog on %s', async (path, opener) => {
    await showAt(path)
    await openForms(opener)
    expect(document.querySelector('[role=dialog]')).not.toBeNull()
    await walk.through(`${path} dialog`, { root: inDialog })
  })

  it('in what hands an opinion back', async () => {
    await showAt(`/panels/${panelId}`)
    const back = await screen.findAllByRole('button', { name: /^退回/u })
    fireEvent.click(back.find((button) => !(button as HTMLButtonElement).disabled)!)
    await screen.findByLabelText(/退回.*原因|原因/u)
    await walk.through('return', { root: () => document.querySelector('#return-reason')!.closest('.answer')! })
  })

  it('in what papers ask a person for', async () => {
    await showAt(`/dossiers/${dossierId}?tab=documents`)
    const makes = [...document.querySelectorAll<HTMLButtonElement>('button[aria-label^="预览"]')]
    expect(makes.length).toBeGreaterThan(0)
    for (const make of makes) {
      fireEvent.click(make)
      await settle()
      // A paper that asks nothing is shown at once.
      if (document.querySelector('[role=dialog] :is(input, textarea)') !== null) {
        await walk.through(`paper ${make.getAttribute('aria-label') ?? ''}`, { root: inDialog })
      }
      await leaveDialog()
    }
  }, 60_000)
})

it('leaves out no form of its list', () => {
  expectWalked(walk, formsOfDivision, namesIn)
})
