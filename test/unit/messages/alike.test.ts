import { describe, expect, it } from 'vitest'
import { alike } from '@shared/messages/alike'
import { messages, type MessageKey } from '@shared/messages/catalogue'

/** Messages with words of their own that another has in Chinese, too, by why: no others stand in two places. */
const onPurpose: Readonly<Record<string, readonly (readonly MessageKey[])[]>> = {
  'an act, and the state that it leads to': [
    ['action.file', 'auditValue.decision.filed'],
    ['action.refuse-filing', 'status.filing-refused'],
    ['action.not-accept', 'status.not-accepted'],
    ['action.decide', 'status.decided'],
    ['action.not-decide', 'status.not-decided'],
    ['action.defer', 'status.deferred'],
    ['action.revoke', 'consequence.revocation'],
    ['action.re-register', 'auditValue.kind.re-registered'],
    ['action.return-by-panel', 'value.conclusion.return-for-materials'],
  ],
  'a button, and the thing that comes of it': [
    ['signing.sign', 'countersign.signature'],
    ['signing.act', 'field.signatures'],
    ['conflicts.settle', 'consultationDecision.decided'],
    ['snapshots.state', 'dossier.tab.checks'],
  ],
  'a menu speaks as the menus of the platform do': [
    ['menu.undo', 'field.revocation'],
    ['menu.redo', 'field.redone'],
    ['menu.view', 'settings.display'],
    ['menu.selectAll', 'dossiers.samples.chooseAll'],
  ],
  'what a rule found, and what a person judges': [
    ['verdict.met', 'judgement.conforms'],
    ['verdict.not-met', 'judgement.does-not-conform'],
  ],
  'one word, two things': [
    ['audit.filter.to', 'field.dueOn'],
    ['field.application', 'status.pilot-applied'],
    ['imports.isUndone', 'status.revoked'],
    ['actor.nobody', 'next.closed', 'recusal.none'],
    ['audit.by', 'campaign.figure', 'table.column.money'],
  ],
}

/** Words of papers have a home of their own, in `shared/documents/vocabulary`: no label of a screen changes a paper. */
const isPrinted = (key: string): boolean =>
  /^(?:changeKind|materialCode|material\.problem|document|record|rule)\./u.test(key)

const homes = Object.keys(alike) as MessageKey[]
const said = Object.values(alike).flat() as MessageKey[]
const zh = messages['zh-CN']

describe('messages that say the same', () => {
  it('have their words once: what stands in two places does so on purpose', () => {
    const elsewhere = new Set(said)
    const byWords = new Map<string, MessageKey[]>()
    for (const key of Object.keys(zh) as MessageKey[]) {
      // A refusal is also a finding of verifying, by construction: `verifyRefusals`.
      const isRefusal = key.startsWith('verify.') && Object.hasOwn(zh, key.replace('verify.', 'error.'))
      if (!elsewhere.has(key) && !isPrinted(key) && !isRefusal) {
        byWords.set(zh[key], [...(byWords.get(zh[key]) ?? []), key])
      }
    }
    const repeated = [...byWords.values()].filter((keys) => keys.length > 1).map((keys) => keys.toSorted())
    const allowed = Object.values(onPurpose).flat()
    expect(repeated.toSorted()).toEqual(allowed.map((keys) => keys.toSorted()).toSorted())
  })

  it('say those of one other, which has its own', () => {
    expect(said.filter((key, index) => said.indexOf(key) !== index || homes.includes(key))).toEqual([])
    for (const [home, keys] of Object.entries(alike)) {
      expect(keys.map((key) => zh[key])).toEqual(keys.map(() => zh[home as MessageKey]))
    }
  })
})
