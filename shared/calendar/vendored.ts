import y2004 from '../../resources/seeds/calendars/2004.json' with { type: 'json' }
import y2005 from '../../resources/seeds/calendars/2005.json' with { type: 'json' }
import y2006 from '../../resources/seeds/calendars/2006.json' with { type: 'json' }
import y2007 from '../../resources/seeds/calendars/2007.json' with { type: 'json' }
import y2008 from '../../resources/seeds/calendars/2008.json' with { type: 'json' }
import y2009 from '../../resources/seeds/calendars/2009.json' with { type: 'json' }
import y2010 from '../../resources/seeds/calendars/2010.json' with { type: 'json' }
import y2011 from '../../resources/seeds/calendars/2011.json' with { type: 'json' }
import y2012 from '../../resources/seeds/calendars/2012.json' with { type: 'json' }
import y2013 from '../../resources/seeds/calendars/2013.json' with { type: 'json' }
import y2014 from '../../resources/seeds/calendars/2014.json' with { type: 'json' }
import y2015 from '../../resources/seeds/calendars/2015.json' with { type: 'json' }
import y2016 from '../../resources/seeds/calendars/2016.json' with { type: 'json' }
import y2017 from '../../resources/seeds/calendars/2017.json' with { type: 'json' }
import y2018 from '../../resources/seeds/calendars/2018.json' with { type: 'json' }
import y2019 from '../../resources/seeds/calendars/2019.json' with { type: 'json' }
import y2020 from '../../resources/seeds/calendars/2020.json' with { type: 'json' }
import y2021 from '../../resources/seeds/calendars/2021.json' with { type: 'json' }
import y2022 from '../../resources/seeds/calendars/2022.json' with { type: 'json' }
import y2023 from '../../resources/seeds/calendars/2023.json' with { type: 'json' }
import y2024 from '../../resources/seeds/calendars/2024.json' with { type: 'json' }
import y2025 from '../../resources/seeds/calendars/2025.json' with { type: 'json' }
import y2026 from '../../resources/seeds/calendars/2026.json' with { type: 'json' }
import { buildCalendar, calendarFileSchema, type CalendarFile } from './calendar-file'
import type { WorkCalendar } from './work-calendar'

const vendoredFiles: readonly CalendarFile[] = [
  y2004,
  y2005,
  y2006,
  y2007,
  y2008,
  y2009,
  y2010,
  y2011,
  y2012,
  y2013,
  y2014,
  y2015,
  y2016,
  y2017,
  y2018,
  y2019,
  y2020,
  y2021,
  y2022,
  y2023,
  y2024,
  y2025,
  y2026,
].map((file) => calendarFileSchema.parse(file))

/** The State Council's arrangements of 2004-2026, carried with the program. */
export const vendoredCalendar: WorkCalendar = buildCalendar(vendoredFiles)

/** The vendored calendar with what the office imported: an imported year replaces the vendored one. */
export const calendarWith = (imported: readonly CalendarFile[]): WorkCalendar =>
  buildCalendar([...vendoredFiles, ...imported])
