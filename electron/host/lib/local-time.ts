const two = (value: number): string => String(value).padStart(2, '0')

/** The day of this computer's own zone, YYYY-MM-DD. */
export const localDay = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** Day and minute of this computer's own zone, for a sentence. */
export const localMinute = (at: Date): string => `${localDay(at)} ${two(at.getHours())}:${two(at.getMinutes())}`
