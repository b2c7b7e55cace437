import type { IpcHandlers } from '@shared/ipc/contract'
import { calendarDateSchema } from '@shared/domain/date'
import { auditTrail, type AuditProgress, type AuditTrail } from '../audit/audit-trail'
import { AuditView } from '../audit/audit-view'
import { profileSource } from '../audit/profile-source'
import { answer, fail } from '../lib/failure'
import type { DeskOpener } from '../context/desk-opener'
import type { HostContext } from '../context/host-context'
import { localDay } from '../lib/local-time'
import type { OpenDesk } from '../desk/open-desk'

type AuditChannels = Extract<keyof IpcHandlers, `audit:${string}`>

/** How long one answer works, in ms: a person sees progress and may stop in between. */
const slice = 150

type Audit = {
  readonly auditId: string
  /** What was found is read by the desk it was found on alone. */
  readonly desk: OpenDesk
  readonly steps: AsyncGenerator<AuditProgress, AuditTrail>
  view: AuditView | null
}

/** The audit of the open desk, step by step, and what it found. */
export function auditHandlers(
  context: HostContext,
  { serial }: Pick<DeskOpener, 'serial'>,
): Pick<IpcHandlers, AuditChannels> {
  const { options, artifacts } = context
  let audit: Audit | null = null
  const current = (auditId: string): Audit => {
    if (audit !== null && audit.desk !== context.state.open) audit = null
    return audit?.auditId === auditId ? audit : fail('audit.stopped')
  }
  const viewOf = (auditId: string): AuditView => current(auditId).view ?? fail('audit.stopped')
  return {
    'audit:begin': () =>
      answer(async () => {
        const desk = context.requireDesk()
        const auditId = options.randomUuid()
        const source = await profileSource(desk.folder, desk.vault.journal, desk.identity.desk.keyId)
        audit = { auditId, desk, steps: auditTrail(source), view: null }
        return { auditId }
      }),
    'audit:continue': ({ auditId }) =>
      answer(() =>
        serial.run(async () => {
          const running = current(auditId)
          const until = performance.now() + slice
          let progress: AuditProgress = { checked: 0, total: 0 }
          do {
            if (running.view !== null) return { ...progress, isDone: true }
            const step = await running.steps.next()
            if (step.done === true) running.view = new AuditView(step.value)
            else progress = step.value
          } while (performance.now() < until)
          return { ...progress, isDone: running.view !== null }
        }),
      ),
    'audit:summary': ({ auditId, locale }) => answer(async () => ({ summary: viewOf(auditId).summary(locale) })),
    'audit:list': ({ auditId, locale, filter, offset, limit }) =>
      answer(async () => {
        const view = viewOf(auditId)
        const found = await view.find(filter, locale)
        const lines = found.slice(offset, offset + limit).map((entry) => view.line(entry, locale))
        return { total: found.length, lines }
      }),
    'audit:detail': ({ auditId, locale, number }) =>
      answer(async () => ({ detail: viewOf(auditId).detail(number, locale) })),
    'audit:table': ({ auditId, locale, filter }) =>
      answer(async () => {
        const view = viewOf(auditId)
        const bytes = await view.csv(filter, locale)
        return { artifact: artifacts.add('csv', bytes), total: (await view.find(filter, locale)).length }
      }),
    'audit:report': ({ auditId, filter }) =>
      answer(async () => {
        const { name, unit } = current(auditId).desk.identity.desk
        const at = options.clock()
        const model = await viewOf(auditId).report(filter, {
          subject: `${unit}（${name}）`,
          by: `${unit} ${name}`,
          on: calendarDateSchema.parse(localDay(at)),
          createdAt: at.toISOString(),
        })
        return { model }
      }),
    'audit:stop': async ({ auditId }) => {
      if (audit?.auditId === auditId) audit = null
    },
  }
}
