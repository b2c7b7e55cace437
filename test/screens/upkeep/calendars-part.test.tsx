// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import type { CalendarDate } from '@shared/domain/date'
import { Providers } from '@renderer/app/Providers'
import { loadCalendar } from '@renderer/data/calendars'
import { closeDesk } from '@renderer/data/desk'
import { CalendarsPart } from '@renderer/features/calendars/CalendarsPart'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { calendar2027 } from '../../helpers/calendars'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
const deadline = async () => workDayDeadline('2026-11-25' as CalendarDate, 30, await loadCalendar())
const choose = (text: string, name: string) =>
  userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File([text], name), {
    applyAccept: false,
  })

beforeEach(async () => {
  desk = await createDesk('division', '示例处室')
  await sitDownAt(desk)
  render(
    <Providers>
      <CalendarsPart />
    </Providers>,
  )
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

describe('work calendars imported on the settings page', () => {
  it('make a deadline of the next year firm (Art. 18)', async () => {
    expect((await deadline()).provisional).toBe(true)
    await choose(JSON.stringify(calendar2027), '2027.json')
    await screen.findByText(/^已导入 2027 年/u)
    // 3 working days of November, 23 of December, and 4 to 7 January after the holiday.
    expect(await deadline()).toEqual({ lastDay: '2027-01-07', provisional: false })
  })

  it('are refused whole if they do not fit, and by name', async () => {
    await choose(JSON.stringify({ ...calendar2027, holidays: ['2025-01-01'] }), '错.json')
    const alert = await screen.findByText(/“错\.json”不是工作日历文件/u)
    expect(alert.textContent).toContain('2025-01-01')
    expect((await deadline()).provisional).toBe(true)
  })
})
