// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flushDrafts, forgetDrafts, lastWords, loadDrafts } from '@renderer/data/drafts'
import { keepPlace, placeOf } from '@renderer/data/kept-places'
import { useSaveStore } from '@renderer/data/save-state'
import { returnToTask, useExpertDesk } from '@renderer/stores/expert-desk-store'
import { keepReading, readingPlaceOf, type DossierKey } from '@renderer/stores/reading-place'
import { firstPlace } from '@renderer/ui/pdf/page-place'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { connectPage } from '../../helpers/sit-down'

const dossier = { panelId: 'panel-示例', dossierId: 'dossier-示例' } as unknown as DossierKey
let desk: Desk

beforeEach(async () => {
  desk = await createDesk('expert', '示例专家', '示例单位')
  connectPage(desk)
  await loadDrafts()
})
afterEach(async () => {
  forgetDrafts()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

/** What another page of the same desk finds. */
const onAnotherDay = async () => {
  forgetDrafts()
  await loadDrafts()
}

describe('the place where somebody reads', () => {
  it('is there again on another day, with all that belongs to it', async () => {
    const place = { ...firstPlace, page: 17, share: 0.4, zoom: 1.25 }
    keepReading(dossier, {
      step: 'C9-4',
      panes: [{ materialId: 'm2', place }],
      files: { m2: { place, turns: { 17: 90 } } },
      focus: { kind: 'field', field: 'reason', start: 3, end: 5 },
    })
    await flushDrafts()
    await onAnotherDay()
    expect(readingPlaceOf(dossier)).toMatchObject({
      step: 'C9-4',
      panes: [{ materialId: 'm2', place }],
      files: { m2: { turns: { 17: 90 } } },
      focus: { kind: 'field', field: 'reason', start: 3, end: 5 },
    })
  })

  it('opens again what was open when the desk was left', async () => {
    keepReading(dossier, { step: 'overall' })
    keepPlace('desk', { open: dossier, stage: 'sealing' })
    await flushDrafts()
    await onAnotherDay()
    useExpertDesk.getState().close()
    returnToTask()
    expect(useExpertDesk.getState()).toMatchObject({ open: dossier, stage: 'sealing', step: 'overall' })
  })

  it('is no typing: the save indicator says nothing of it, and it never lies in the open', async () => {
    keepPlace('desk', { open: null, stage: 'review', mark: '明文对照词' })
    await flushDrafts()
    expect(useSaveStore.getState().state.kind).toBe('clean')
    expect(await desk.call('draft:list', undefined)).toHaveLength(1)
    const file = readFileSync(join(desk.root, '工作目录', 'drafts.lsj'))
    expect(file.includes('明文对照词')).toBe(false)
    expect(file.includes('place/desk')).toBe(false)
  })

  it('goes along with the last words of a page that leaves before it was written', () => {
    keepPlace('desk', { open: null, stage: 'review' })
    expect(lastWords()).toEqual([{ key: 'place/desk', value: { open: null, stage: 'review' } }])
  })

  it('of another version, or damaged, is the beginning', () => {
    keepPlace(`reading/${dossier.panelId}/${dossier.dossierId}`, { step: 'C99', panes: 'x' })
    expect(readingPlaceOf(dossier)).toMatchObject({ step: 'C12-1', panes: null })
    expect(placeOf('nowhere')).toBeUndefined()
  })
})
