import { describe, expect, it } from 'vitest'
import { previewDossierFile } from '@shared/acts/dossier-file-preview'
import { dossierContentHash } from '@shared/domain/dossier'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { day, type FactsChange } from '../../helpers/facts'
import { acting } from './acting'

const today = day('2026-11-22')
const fileOf = (change: FactsChange = {}) => acting('draft', change).file

describe('the dry run of a dossier file', () => {
  it('names a status to which the table does not lead, and none where it does', () => {
    expect(previewDossierFile(fileOf(), null, today)).toMatchObject({ to: 'piloting', isLed: false })
    const accepted = fileOf({
      content: ({ application, filing }) => {
        application.appliedOn = null
        filing.filedOn = null
      },
      proceedings: (draft) => {
        draft.pilotTerm = null
        draft.filingDecision = null
        draft.receivedOn = day('2010-11-02')
      },
    })
    expect(previewDossierFile(accepted, null, today)).toMatchObject({ to: 'accepted', isLed: true })
  })

  it('says the version of one that is here, which stays where it stands, and that nothing would change', () => {
    const file = fileOf()
    const before = { ...file, content: { ...file.content, goals: { overall: '示例旧目标', stages: '' } } }
    const present = { file: { ...before, version: 3 }, contentHash: 'f'.repeat(64) } as AssembledDossier
    expect(previewDossierFile(file, present, today)).toMatchObject({ to: null, version: 4, isUnchanged: false })
    const same = { ...present, contentHash: dossierContentHash(file.content) }
    expect(previewDossierFile(file, same, today).isUnchanged).toBe(true)
  })

  it('names days that contradict each other', () => {
    const file = fileOf({
      proceedings: (draft) => void (draft.consultation = { ...draft.consultation!, heldOn: day('2009-01-01') }),
    })
    const { gaps } = previewDossierFile(file, null, today)
    expect(gaps.map(({ code, fault }) => `${code} ${fault?.day ?? ''}`)).toContain('day-early consultation')
  })
})
