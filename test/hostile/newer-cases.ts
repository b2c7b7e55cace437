/** Bundles of a newer minor version, and what hides behind saying that one is newer. */
import { makeBundle, rework, writeRecords, type Entry } from '../integration/host/bundle-fixture'
import { action, assignmentIssued, dossierSaved, expertA, panelSaved } from '../integration/host/review-actions'
import type { Action } from '@shared/records/payloads'
import { casesOf, type HostileCase } from './case'
import { withManifestFields, type HostileWorld } from './world'

const claimed = { format: 'lianshen/1.4' }

const fields =
  (change: object): HostileCase['make'] =>
  (world) =>
    withManifestFields(world, (value) => ({ ...value, ...claimed, ...change }))

type Manifest = Parameters<NonNullable<Parameters<typeof rework>[3]>>[0]

const withEntry =
  (name: string, change: (value: Manifest) => Manifest = (value) => ({ ...value, ...claimed })): HostileCase['make'] =>
  ({ good, sender }) =>
    rework(good, sender, (entries): Entry[] => [...entries, { name, bytes: Buffer.from('<script>1</script>') }], change)

/** The good bundle with records of a newer program, in a format that says so. */
const withActions =
  (actions: readonly Action[]): HostileCase['make'] =>
  async ({ sender }: HostileWorld) => {
    const plain = await makeBundle({ kind: 'assignment', from: sender, records: writeRecords(sender, actions) })
    return rework(
      plain,
      sender,
      (entries) => entries,
      (value) => ({ ...value, ...claimed }),
    )
  }

const dossier = dossierSaved(1)
const shown = (list: string, record = 'newer-format') => ({ record, canCommit: false, list })
const invalid = 'bundle.manifest-invalid'
const foreign = 'bundle.foreign-entry'

export const newerCases: readonly HostileCase[] = casesOf('manifest', [
  ['of a newer minor in which every name is known', shown('没有认不得的名称'), fields({})],
  ['of a newer minor with a member more', shown('清单里本版本不认得的项目：hint'), fields({ hint: { a: [1] } })],
  [
    'of a newer minor with a member named like a part of the language',
    shown('constructor'),
    fields({ constructor: 1 }),
  ],
  ['of a newer minor whose members turn the line round', shown('〚RLO〛'), fields({ '\u202egpj.exe': 1 })],
  [
    'of a newer minor with 5,000 members',
    shown('没有列出的 4960 项'),
    fields(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`m${index}`, index]))),
  ],
  [
    'of a newer minor with a file in the room for new ones',
    shown('本版本不认得的文件（只核对，不打开）：more/seals/a.html'),
    withEntry('more/seals/a.html'),
  ],
  [
    'of a newer minor with a new kind of record',
    shown('“gift.given” 1 条，由示例处室（示例单位）写出：本版本没有这类记录', 'unknown-type'),
    withActions([
      dossier,
      panelSaved(),
      action('gift.given' as never, { dossierId: dossier.payload }),
      assignmentIssued(expertA),
    ]),
  ],
  [
    'of a newer minor with a version of a dossier that says more',
    shown('多出本版本不认得的项目：sealedOn', 'unknown-fields'),
    withActions([action('dossier.saved', { ...dossier.payload, sealedOn: 1 }), panelSaved()]),
  ],
  ['of a newer minor for a later reader', 'bundle.newer-format', fields({ minReader: 3 })],
  ['of a newer minor with another suite', 'bundle.unknown-suite', fields({ suite: 'none/1' })],
  ['of a newer minor with another kind of bundle', invalid, fields({ kind: 'gift' })],
  ['of a newer minor with a member of another shape', invalid, fields({ to: ['示例'] })],
  ['of a newer minor without its files', invalid, fields({ files: undefined })],
  ['of a newer minor with a minor number of five digits', invalid, fields({ format: 'lianshen/1.00004' })],
  ['of this version with a file in the room for new ones', foreign, withEntry('more/seals/a.html', (value) => value)],
  ['of a newer minor with a file beside the room', foreign, withEntry('seals/a.html')],
  ['of a newer minor with a name that climbs out of the room', foreign, withEntry('more/seals/../../a')],
  ['of a newer minor with a name in capitals in the room', foreign, withEntry('more/Seals/a.html')],
  [
    'of a newer minor with a file in the room that it does not list',
    'bundle.unlisted-entry',
    withEntry('more/seals/a.html', (value) => ({
      ...value,
      ...claimed,
      files: value.files.filter(({ path }) => !path.startsWith('more/')),
    })),
  ],
  [
    'of a newer minor with a file in the room that is another',
    'bundle.wrong-hash',
    withEntry('more/seals/a.html', (value) => ({
      ...value,
      ...claimed,
      files: value.files.map((file) => (file.path.startsWith('more/') ? { ...file, sha256: 'e'.repeat(64) } : file)),
    })),
  ],
  [
    'of a newer minor that another key signed',
    'bundle.manifest-signature',
    ({ good, stranger }) =>
      rework(
        good,
        stranger,
        (entries) => entries,
        (value) => ({ ...value, ...claimed, hint: 1 }),
      ),
  ],
  [
    'of a newer minor with a record changed after signing',
    'bundle.record-changed',
    ({ good, sender }) =>
      rework(
        good,
        sender,
        (entries) =>
          entries.map((entry) =>
            entry.name.startsWith('records/')
              ? { ...entry, bytes: Buffer.from(entry.bytes.toString('utf8').replace('示例评审会', '他人评审会')) }
              : entry,
          ),
        (value) => ({ ...value, ...claimed }),
      ),
  ],
])
