/** The first moment of a month in a time zone, and of the month after it. */
export function zonedMonth(
  { year, month }: { year: number; month: number },
  timeZone: string,
): { from: Date; until: Date } {
  return {
    from: startOf(year, month, timeZone),
    until: month === 12 ? startOf(year + 1, 1, timeZone) : startOf(year, month + 1, timeZone),
  }
}

/** The first moment of a calendar day ("2026-11-22") in a time zone, or of one some days later. */
export function startOfDay(day: string, timeZone: string, daysLater = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return startOf(year, month, timeZone, date + daysLater)
}

function startOf(year: number, month: number, timeZone: string, day = 1): Date {
  const asIfUtc = Date.UTC(year, month - 1, day)
  // The offset at the guess may differ from that at the result where the clocks change on the first of a month.
  const first = new Date(asIfUtc - offsetOf(new Date(asIfUtc), timeZone))
  return new Date(asIfUtc - offsetOf(first, timeZone))
}

/** The moment at which the clocks of a zone show `time` ("HH:MM") on the zone's day that contains `day`. */
export function zonedTime(day: Date, time: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const local = new Date(day.getTime() + offsetOf(day, timeZone))
  local.setUTCHours(hours, minutes, 0, 0)
  const first = new Date(local.getTime() - offsetOf(day, timeZone))
  return new Date(local.getTime() - offsetOf(first, timeZone))
}

/** The zone, where this machine knows one of that name; else the other. */
export function knownZone(name: string | null, otherwise: string): string {
  if (!name || name === otherwise) return otherwise
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone ? name : otherwise
  } catch {
    return otherwise
  }
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
export function offsetOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const value = (type: string) => Number(parts.find(part => part.type === type)?.value)
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return local - Math.floor(at.getTime() / 1000) * 1000
}
