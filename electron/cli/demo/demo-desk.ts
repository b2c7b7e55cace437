import { createHost, type HostOptions } from '@host/host'
import { plainPlaces } from '@host/places/places'
import { createDispatcher } from '@host/register'
import type { Decided, Gap } from '@shared/acts/act'
import type { Desk, HostError, IpcChannel, IpcInput, IpcOutput } from '@shared/ipc/contract'
import type { Action } from '@shared/records/payloads'
import { parseRecord, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
import { HostRefusal } from '../host-sentence'

type Done<T> = Exclude<T, { readonly kind: 'failed' }>

/** One desk with a profile of its own, spoken to through the very door that the screens use. */
export type DemoDesk = {
  readonly desk: Desk
  /** Asks the host; an expected failure is thrown as `HostRefusal`. */
  readonly ask: <C extends IpcChannel>(channel: C, input: IpcInput<C>) => Promise<Done<IpcOutput<C>>>
  /** Appends records of this desk; answers them in order. */
  readonly append: (...actions: readonly Action[]) => Promise<readonly RecordEnvelope[]>
  /** Puts an act on record. @throws Error naming everything that is in its way */
  readonly do: (decided: Decided) => Promise<void>
  /** Every record of the journal, checked. */
  readonly records: () => Promise<JournalRecord[]>
  readonly close: () => Promise<void>
}

export type DeskOwner = {
  readonly role: 'division' | 'expert'
  readonly name: string
  readonly unit: string
  readonly passphrase: string
}

/** Creates the profile and opens it. */
export async function openDemoDesk(
  owner: DeskOwner,
  options: Omit<HostOptions, 'passphraseStrength'>,
): Promise<DemoDesk> {
  const host = await createHost({ ...options, places: plainPlaces })
  const bugs: unknown[] = []
  const dispatch = createDispatcher(host, (_message, error) => bugs.push(error))
  const ask: DemoDesk['ask'] = async (channel, input) => {
    const reply = await dispatch(channel, input, { isTrustedSender: true })
    if (!reply.ok) throw new Error(`${channel}: ${reply.code} ${reply.message}`, { cause: bugs.at(-1) })
    const value = reply.value as IpcOutput<typeof channel>
    if (isFailed(value)) throw new HostRefusal(value.error)
    return value as Done<IpcOutput<typeof channel>>
  }
  const append: DemoDesk['append'] = async (...actions) =>
    (await ask('journal:append', { actions: [...actions] })).records
  try {
    const { desk } = await ask('profile:create', owner)
    return {
      desk,
      ask,
      append,
      do: async (decided) => {
        if (!decided.ok) throw new Error(decided.error.map(gapText).join('; '))
        if (decided.value.length > 0) await append(...decided.value)
      },
      records: async () => {
        const found: JournalRecord[] = []
        for (;;) {
          const { records, count } = await ask('journal:read', { after: found.length, limit: 5000 })
          found.push(...records.map(checked))
          if (found.length >= count || records.length === 0) return found
        }
      },
      close: () => host.close(),
    }
  } catch (error) {
    await host.close()
    throw error
  }
}

/** The demonstration's own words are invented and whole: a gap is a mistake in them, told to whoever mends it. */
const gapText = ({ code, field, rules, fault, params }: Gap): string =>
  [code, field ?? '', ...rules, JSON.stringify({ ...fault, ...params })].join(' ')

function isFailed(value: unknown): value is { readonly kind: 'failed'; readonly error: HostError } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'failed'
}

function checked(envelope: RecordEnvelope): JournalRecord {
  const parsed = parseRecord(envelope)
  if ('problem' in parsed) {
    throw new Error(`journal holds a record that cannot be read: ${JSON.stringify(parsed.problem)}`)
  }
  return parsed.record
}
