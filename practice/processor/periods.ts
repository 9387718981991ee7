/** How often something renews. */
export interface Interval {
  interval: string
  interval_count: number
}

/** The moment a number of intervals after an anchor, in UTC; the 31st is the last day of a shorter month. Unix seconds. */
export function after(anchor: number, { interval, interval_count }: Interval, times: number): number {
  const count = interval_count * times
  if (interval === 'day') return anchor + count * 86_400
  if (interval === 'week') return anchor + count * 7 * 86_400
  const date = new Date(anchor * 1000)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + (interval === 'year' ? count * 12 : count))
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return date.getTime() / 1000
}

/** The first end of a period that lies after a moment, counted from the anchor so that the day of the month stays. */
export function nextEnd(anchor: number, interval: Interval, moment: number): number {
  let times = 1
  while (after(anchor, interval, times) <= moment) times++
  return after(anchor, interval, times)
}
