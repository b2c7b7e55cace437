// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterAll, expect, it } from 'vitest'
import type { Payload } from '@shared/records/payloads'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { allRows } from '../../helpers/all-rows'
import { issueAssignment, sampleExperts } from '../../helpers/assignment'
import { readSampleDossier } from '../../helpers/samples'
import { createDesk, removeTemporaryFolders, succeeded } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'
import { recusalDeclared } from '../../integration/host/review-actions'

afterAll(removeTemporaryFolders)

it('before the declaration no row of the database has a word of a locked dossier, not even opened', async () => {
  const expert = sampleExperts[0]!
  const { id: dossierId, content } = readSampleDossier('short-operation')
  const secrets = [content.goals.overall, ...content.materials.map(({ title }) => title)].filter((text) => text !== '')
  expect(secrets.length).toBeGreaterThan(5)
  const { path, panelId } = await issueAssignment({ slugs: ['short-operation'], expert })
  const desk = await createDesk('expert', expert.name, expert.unitName)
  await sitDownAt(desk)
  const readable = async () => {
    const rows = JSON.stringify(await allRows(deskDatabase()))
    return secrets.filter((secret) => rows.includes(JSON.stringify(secret).slice(1, -1)))
  }

  const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'place', place: path }))
  const taken = succeeded(await desk.call('bundle:commit', { stageId }))
  await applyFrom(taken.records, taken.count)
  expect(JSON.stringify(await allRows(deskDatabase()))).toContain(content.alliance.name)
  expect(await readable()).toEqual([])

  const { lockId } = taken.records.find(({ type }) => type === 'dossier.locked')!.payload as Payload<'dossier.locked'>
  await append(recusalDeclared(expert.id, { panelId, dossierId }))
  let opened = succeeded(await desk.call('lock:open', { lockId })).taken
  while (opened === null) opened = succeeded(await desk.call('lock:open', { lockId })).taken
  await applyFrom(opened.records, opened.count)
  expect(await readable()).toEqual(secrets)
  closeDesk()
  await desk.host.close()
})
