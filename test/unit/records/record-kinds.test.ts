import { describe, expect, it } from 'vitest'
import { bundleRecords } from '@shared/records/kinds/bundle'
import { campaignRecords } from '@shared/records/kinds/campaign'
import { deskRecords } from '@shared/records/kinds/desk'
import { dossierRecords } from '@shared/records/kinds/dossier'
import { mergingRecords } from '@shared/records/kinds/merging'
import { opinionRecords } from '@shared/records/kinds/opinion'
import { panelOpinionRecords } from '@shared/records/kinds/panel-opinion'
import { panelRecords } from '@shared/records/kinds/panel'
import { paperRecords } from '@shared/records/kinds/paper'
import { pilotRecords } from '@shared/records/kinds/pilot'
import { publicationRecords } from '@shared/records/kinds/publication'
import { projectRecord, slotKey, slotOf } from '@shared/records/projection'
import { dossierIndexOf, kindOf, recordTypes, tableOf, typeOf, typesWith } from '@shared/records/record-kinds'
import { parseRecord } from '@shared/records/record'
import { rowIdOf } from '@shared/records/row-id'
import { recordSamples, sampleRecord } from '../../helpers/record-samples'

describe('the table of kinds', () => {
  it.each(recordTypes)('reads a record of %s and knows the row that it writes', (type) => {
    const record = sampleRecord(type)
    const [, row] = recordSamples[type]
    expect(parseRecord(record)).toEqual({ record })
    expect(projectRecord(record)).toMatchObject({ table: tableOf(type), row: { id: row ?? record.id } })
  })

  it('names no kind and no table twice', () => {
    const rooms = [
      deskRecords,
      dossierRecords,
      panelRecords,
      opinionRecords,
      panelOpinionRecords,
      pilotRecords,
      campaignRecords,
      publicationRecords,
      bundleRecords,
      paperRecords,
      mergingRecords,
    ]
    expect(rooms.flatMap((room) => Object.keys(room)).sort()).toEqual([...recordTypes].sort())
    expect(new Set(recordTypes.map(tableOf)).size).toBe(recordTypes.length)
    for (const type of recordTypes) expect(typeOf(tableOf(type))).toBe(type)
  })

  it('knows a row by what a caller has in hand, without the rest of the payload', () => {
    const about = { panelId: 'p', dossierId: 'd', expertId: 'e' }
    expect(rowIdOf('assignment.issued', about)).toBe('p/e')
    expect(rowIdOf('recusal.decided', about)).toBe('p/d/e')
    expect(rowIdOf('opinion.sealed', { ...about, version: 2 })).toBe('p/d/e/2')
    expect(rowIdOf('opinion.returned', about, 'its record')).toBe('its record')
    expect(slotOf('bundle.imported', { bundleId: 'b' })).toBe('bundleImports/b')
    expect(slotOf('dossier.saved', { dossierId: 'd', version: 1 })).toBe(
      slotKey({ table: 'dossierVersions', row: { id: 'd@1' } }),
    )
  })

  it('finds by their dossier the rows that an assignment carries closed, and those about its expert', () => {
    const carried = [...typesWith('scope', 'locked'), ...typesWith('scope', 'its-expert')]
    expect(carried.map(dossierIndexOf)).toEqual(carried.map(() => 'value.dossierId'))
  })

  it('lets nobody choose between words that stay with one desk or have one author', () => {
    const contestable = typesWith('isContestable', true)
    expect(contestable.filter((type) => kindOf(type).scope === 'own')).toEqual([])
    expect(contestable.filter((type) => kindOf(type).saidBy !== 'division')).toEqual([])
  })

  it('lets no other desk take what the host alone writes of its own doing', () => {
    const ofHost = typesWith('writtenBy', 'host').filter((type) => kindOf(type).scope !== 'own')
    // A desk's introduction and a locked dossier are made by the host for others to have.
    expect(ofHost).toEqual(['desk.introduced', 'dossier.locked'])
  })
})
