// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { criterionIds } from '@shared/domain/judgement'
import type { CalendarDate } from '@shared/domain/date'
import { emptyDraft } from '@shared/acts/expert-opinion'
import { loadCase } from '@renderer/data/cases'
import { closeDesk, openDesk } from '@renderer/data/desk'
import { loadDrafts } from '@renderer/data/drafts'
import { listExpertTasks } from '@renderer/data/expert-tasks'
import { useSession } from '@renderer/data/session'
import { FirstRunPage } from '@renderer/features/first-run/FirstRunPage'
import { UnlockPage } from '@renderer/features/first-run/UnlockPage'
import { RecusalPage } from '@renderer/features/recusal/RecusalPage'
import { CriterionPanel } from '@renderer/features/review/CriterionPanel'
import { OverallPanel } from '@renderer/features/review/OverallPanel'
import { issueAssignment, sampleExperts } from '../../helpers/assignment'
import { connectPage } from '../../helpers/sit-down'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { formsOfExpert, namesIn } from './forms'
import { expectWalked, Keeping, show } from './show'
import { settle, Walk } from './walk'

vi.mock('@renderer/ui/pdf/PdfViewer', () => ({ PdfViewer: () => null }))

const today = '2026-11-22' as CalendarDate
const nothing = () => undefined
const walk = new Walk()
let desk: Desk

beforeAll(async () => {
  const [expert] = sampleExperts
  const { bytes } = await issueAssignment({ slugs: ['short-operation'], expert: expert!, locked: false })
  desk = await createDesk('expert', expert!.name, expert!.unitName)
  connectPage(desk)
  const status = await desk.call('app:get-status', undefined)
  useSession.getState().setStatus(status)
  if (status.profile.kind !== 'open') throw new Error('the desk is closed')
  const file = { kind: 'bytes', fileName: '送审包.lsb', bytes: new Uint8Array(bytes) } as const
  await desk.call('bundle:commit', { stageId: succeeded(await desk.call('bundle:stage', file)).stageId })
  await openDesk(status.profile.desk.keyId, nothing)
  await loadDrafts()
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

it("wrong input of each type in the forms of an expert's desk", async () => {
  const [task] = await listExpertTasks()
  await show(<RecusalPage task={task!} />)
  await screen.findAllByRole('radiogroup')
  for (const group of document.querySelectorAll('.ant-radio-group')) {
    fireEvent.click([...group.querySelectorAll('input[type=radio]')].at(-1)!)
  }
  await settle()
  await walk.through('recusal', { press: null })
  const draft = emptyDraft({ dossierHash: 'a'.repeat(64), dossierVersion: 1 })
  const [criterionId] = criterionIds
  const dossier = (await loadCase(task!.dossierId, today))!
  await show(
    <Keeping begin={draft}>
      {(now, onChange) => (
        <CriterionPanel
          {...{ criterionId, dossier, onChange, draft: now, pinnedAgain: null, of: 'walk', tools: null, again: null }}
          facts={{ goTo: nothing } as never}
          notes={{ ticks: new Set(), tick: nothing } as never}
          onPinHere={nothing}
          onGoTo={nothing}
          onMove={nothing}
        />
      )}
    </Keeping>,
  )
  await walk.through('criterion', { press: null })
  await show(
    <Keeping begin={draft}>
      {(now, onChange) => <OverallPanel of="walk" tools={null} draft={now} onChange={onChange} onBack={nothing} />}
    </Keeping>,
  )
  await walk.through('overall', { press: null })
}, 60_000)

it('wrong input of each type at the first start and at the lock', async () => {
  await show(<FirstRunPage onOpened={nothing} />)
  await walk.through('first run')
  const nobody = { keyId: 'a'.repeat(32), name: '示例', unit: '示例', role: 'division', fingerprint: '示例' }
  await show(<UnlockPage desk={nobody as never} onOpened={nothing} />)
  await walk.through('unlock', { rounds: 1 })
  fireEvent.click(screen.getByRole('button', { name: '改用恢复密钥' }))
  await walk.through('unlock by the recovery key', { rounds: 1 })
}, 60_000)

it('leaves out no form of its list', () => {
  expectWalked(walk, formsOfExpert, namesIn)
})
