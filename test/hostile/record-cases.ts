/** Records: how they are written down, what they say, and who says it. */
import { canonicalJson } from '@shared/lib/canonical-json'
import type { Action, BundleKind } from '@shared/records/payloads'
import { maxLamport, recordId, type RecordEnvelope } from '@shared/records/record'
import type { Identity } from '@host/keys/identity'
import { signRecordId } from '@host/keys/signatures'
import { makeBundle, writeRecords } from '../integration/host/bundle-fixture'
import {
  action,
  dossierId,
  dossierSaved,
  expertA,
  expertB,
  keyConfirmed,
  opinionSealed,
  panelSaved,
  recusalDeclared,
} from '../integration/host/review-actions'
import { casesOf, type HostileCase } from './case'
import { withText, type HostileWorld } from './world'

const badJson = 'bundle.bad-json'
const invalid = 'bundle.record-invalid'

/** The line of the panel's record changed as text, nothing signed again but the list. */
const line =
  (change: (line: string) => string): HostileCase['make'] =>
  (world) => {
    const old = canonicalJson(world.records[2])
    return withText(world, 'records/', (text) => text.replace(old, () => change(old)))
  }

/** The panel's record with other fields, its id and signature made good by its author. */
const signedAgain =
  (change: Partial<Record<keyof RecordEnvelope, unknown>>): HostileCase['make'] =>
  async (world) => {
    const { sender, records } = world
    const bent = records.map((record, index) => {
      if (index !== 2) return record
      const unsigned = { ...record, ...change } as RecordEnvelope
      const id = recordId(unsigned)
      return { ...unsigned, id, sig: signRecordId(id, sender.privateKey) }
    })
    return makeBundle({ kind: 'assignment', from: sender, records: bent.slice(0, 3) })
  }

const bundle = async (
  {
    from,
    kind,
    actions,
    others = [],
  }: { from: Identity; kind: BundleKind; actions: readonly Action[]; others?: readonly RecordEnvelope[] },
  statements: readonly Identity[] = [from],
): Promise<Uint8Array> =>
  makeBundle({
    kind,
    from,
    records: [...writeRecords(from, actions), ...others],
    statements: statements.map(({ statement }) => statement),
  })

const spelling = casesOf('records', [
  ['with a space before a record', badJson, line((old) => ` ${old}`)],
  ['with a key of a record twice', badJson, line((old) => old.replace('{', '{"at":"x",'))],
  ['with lines that end in CR LF', badJson, line((old) => `${old}\r`)],
  ['with an empty line', badJson, line((old) => `${old}\n`)],
  ['without the last line feed', badJson, (world) => withText(world, 'records/', (text) => text.trimEnd())],
  ['with a byte order mark before a record', badJson, line((old) => `\ufeff${old}`)],
  ['with 1e999 in a record', badJson, line((old) => old.replace(/"lamport":\d+/u, '"lamport":1e999'))],
  ['with NaN in a record', badJson, line((old) => old.replace(/"lamport":\d+/u, '"lamport":NaN'))],
  ['with a lone surrogate in a record', badJson, line((old) => old.replace('示例评审会', '\\udfff'))],
  ['with __proto__ in a record', badJson, line((old) => old.replace('"payload":{', '"payload":{"__proto__":{"x":1},'))],
  [
    'with a payload 100,000 levels deep',
    badJson,
    line((old) => old.replace('"payload":{', `"payload":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},`)),
  ],
  [
    'with a payload 70 levels deep',
    badJson,
    line((old) => old.replace('"payload":{', `"payload":{"a":${'['.repeat(70)}${']'.repeat(70)},`)),
  ],
  ['with a record cut off', badJson, line((old) => old.slice(0, -20))],
  ['with an empty object for a record', invalid, line(() => '{}')],
  ['with a list for a record', invalid, line(() => '[]')],
  ['with null for a record', invalid, line(() => 'null')],
  ['with an unknown key in a record', invalid, line((old) => old.replace('"v":1', '"v":1,"w":2'))],
  ['with a text where a number belongs', invalid, line((old) => old.replace('"v":1', '"v":"1"'))],
  [
    'with a payload that is a list',
    invalid,
    line((old) => old.replace(/"payload":\{.*\},"prev"/u, '"payload":[],"prev"')),
  ],
  ['with a record number of zero', invalid, line((old) => old.replace('"seq":3', '"seq":0'))],
  ['with a logical clock at the end of all numbers', invalid, signedAgain({ lamport: Number.MAX_SAFE_INTEGER })],
  ['with a logical clock beyond twelve digits', invalid, signedAgain({ lamport: 1_000_000_000_000 })],
  [
    'with a logical clock that leaves no number to others',
    { record: 'new', canCommit: true },
    signedAgain({ lamport: maxLamport }),
  ],
  ['with a time that is none', invalid, signedAgain({ at: '2026-13-45' })],
  ['with 1,001 references', invalid, signedAgain({ refs: Array.from({ length: 1001 }, () => 'a'.repeat(64)) })],
  [
    'with a text changed after signing',
    'bundle.record-changed',
    line((old) => old.replace('示例评审会', '他人评审会')),
  ],
  ['with a record file that is empty', badJson, (world) => withText(world, 'records/', () => '')],
])

const content = casesOf('records', [
  [
    'with a record of an unknown kind',
    { record: 'unknown-type', canCommit: false, list: '本版本没有这类记录' },
    ({ sender }) =>
      bundle({ from: sender, kind: 'assignment', actions: [panelSaved(), action('gift.given' as never, { a: 1 })] }),
  ],
  [
    'with a kind named like a part of the language',
    { record: 'unknown-type', canCommit: false, list: '本版本没有这类记录' },
    ({ sender }) =>
      bundle({ from: sender, kind: 'assignment', actions: [panelSaved(), action('constructor' as never, {})] }),
  ],
  [
    'with a record whose content is none',
    { record: 'bad-payload', canCommit: true },
    ({ sender }) =>
      bundle({ from: sender, kind: 'assignment', actions: [panelSaved(), action('panel.saved', { id: 1 })] }),
  ],
  [
    'with an unknown key in a payload',
    { record: 'unknown-fields', canCommit: false, list: '多出本版本不认得的项目：hint' },
    ({ sender }) => {
      const panel = panelSaved()
      return bundle({
        from: sender,
        kind: 'assignment',
        actions: [dossierSaved(1), action('panel.saved', { ...panel.payload, hint: 1 })],
      })
    },
  ],
  [
    'with a record of a newer version',
    { record: 'newer-version', canCommit: false, list: '按第 2 版格式写成' },
    async ({ sender }) =>
      makeBundle({
        kind: 'assignment',
        from: sender,
        records: writeRecords(sender, [dossierSaved(1), panelSaved()], (record, index) =>
          index === 2 ? { ...record, v: 2 } : record,
        ),
      }),
  ],
  [
    'with a script in a name',
    { record: 'new', canCommit: true },
    ({ sender }) => withTitle(sender, '<img src=x onerror=alert(1)><script>alert(1)</script>'),
  ],
  [
    'with a formula in a name',
    { record: 'new', canCommit: true },
    ({ sender }) => withTitle(sender, '=HYPERLINK("http://example.invalid","示例")'),
  ],
  [
    'with a template in a name',
    { record: 'new', canCommit: true },
    ({ sender }) => withTitle(sender, '{{constructor}} ${process.exit()}'),
  ],
  [
    'with a direction override in a name',
    { record: 'new', canCommit: true },
    ({ sender }) => withTitle(sender, '示例\u202efdp.exe'),
  ],
])

function withTitle(sender: Identity, title: string): Promise<Uint8Array> {
  const panel = panelSaved()
  return bundle({
    from: sender,
    kind: 'assignment',
    actions: [dossierSaved(1), action('panel.saved', { ...panel.payload, title })],
  })
}

const other = '90000000-0000-4000-8000-000000000009'
const recusal = (change: object): Action => {
  const declared = recusalDeclared(expertA)
  return { ...declared, payload: { ...declared.payload, ...change } } as Action
}
const status = (): Action =>
  action('status.set', { dossierId, action: 'x', from: 'draft', to: 'draft', on: '2026-11-20', by: '示例' })

const opinionOf =
  (who: 'expert' | 'otherExpert', actions: readonly Action[]): HostileCase['make'] =>
  (world: HostileWorld) =>
    bundle({ from: world[who], kind: 'opinion', actions })

const roles = casesOf('who says what', [
  [
    'of a kind that this desk does not take',
    { record: 'not-for-this-desk', canCommit: false },
    opinionOf('expert', [opinionSealed(expertA)]),
    'new',
  ],
  [
    'that an assignment desk sent to a division',
    { record: 'not-for-this-desk', canCommit: false },
    ({ good }) => good,
    'division',
  ],
  [
    'with an assignment made by an expert',
    { record: 'sender-role', canCommit: false },
    ({ expert }) => bundle({ from: expert, kind: 'assignment', actions: [panelSaved()] }),
  ],
  [
    'with an opinion made by a division',
    { record: 'sender-role', canCommit: false },
    ({ stranger }) => bundle({ from: stranger, kind: 'opinion', actions: [opinionSealed(expertA)] }),
    'division',
  ],
  [
    'with an opinion that the division wrote for the expert',
    { record: 'author-role', canCommit: true },
    ({ sender }) => bundle({ from: sender, kind: 'assignment', actions: [panelSaved(), opinionSealed(expertA)] }),
  ],
  [
    'with the opinion of another expert for this one',
    { record: 'other-author', canCommit: true },
    ({ sender, otherExpert }) =>
      bundle(
        {
          from: sender,
          kind: 'assignment',
          actions: [panelSaved()],
          others: writeRecords(otherExpert, [opinionSealed(expertB)]),
        },
        [sender, otherExpert],
      ),
  ],
  [
    'with a key confirmed on the reader’s behalf',
    { record: 'type-not-allowed', canCommit: true },
    ({ sender, stranger }) =>
      bundle({ from: sender, kind: 'assignment', actions: [panelSaved(), keyConfirmed(stranger.desk.keyId, expertA)] }),
  ],
  [
    'with an export that the reader shall have made',
    { record: 'type-not-allowed', canCommit: true },
    ({ sender }) =>
      bundle({
        from: sender,
        kind: 'assignment',
        actions: [
          panelSaved(),
          action('bundle.imported', {
            bundleId: other,
            kind: 'assignment',
            from: 'a'.repeat(32),
            fileName: 'x.lsb',
            sha256: 'a'.repeat(64),
            newRecords: 1,
            dossierIds: [],
          }),
        ],
      }),
  ],
  [
    'with an introduction in another’s name',
    'bundle.key-replaced',
    ({ sender, stranger }) =>
      bundle({
        from: sender,
        kind: 'assignment',
        actions: [panelSaved(), action('desk.introduced', stranger.statement)],
      }),
  ],
  [
    'with a status set by an expert',
    { record: 'author-role', canCommit: true },
    opinionOf('expert', [recusalDeclared(expertA), status()]),
    'division',
  ],
  [
    'with settings of the office by an expert',
    { record: 'author-role', canCommit: true },
    opinionOf('expert', [recusalDeclared(expertA), action('settings.saved', { departmentName: '示例' })]),
    'division',
  ],
  [
    'with a dossier by an expert',
    { record: 'author-role', canCommit: true },
    opinionOf('expert', [recusalDeclared(expertA), dossierSaved(9)]),
    'division',
  ],
  [
    'for a panel that the desk does not know',
    { record: 'unknown-panel', canCommit: false },
    opinionOf('expert', [recusal({ panelId: other })]),
    'division',
  ],
  [
    'by a person who is not on the panel',
    { record: 'not-a-member', canCommit: false },
    opinionOf('expert', [recusal({ expertId: other })]),
    'division',
  ],
  [
    'on a dossier that the panel does not have',
    { record: 'not-a-member', canCommit: false },
    opinionOf('expert', [recusal({ dossierId: other })]),
    'division',
  ],
  [
    'for an expert whose confirmed key is another',
    { record: 'expert-has-other-key', canCommit: false },
    opinionOf('otherExpert', [opinionSealed(expertA)]),
    'division',
  ],
  [
    'in another expert’s name by a confirmed key',
    { record: 'other-expert-key', canCommit: false },
    opinionOf('expert', [opinionSealed(expertB)]),
    'division',
  ],
  [
    'with another expert’s opinion beside the sender’s',
    { record: 'other-author', canCommit: true },
    ({ expert, otherExpert }) =>
      bundle(
        {
          from: expert,
          kind: 'opinion',
          actions: [recusalDeclared(expertA)],
          others: writeRecords(otherExpert, [opinionSealed(expertB)]),
        },
        [expert, otherExpert],
      ),
    'division',
  ],
])

export const recordCases: readonly HostileCase[] = [...spelling, ...content, ...roles]
