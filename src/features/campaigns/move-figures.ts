import type { House } from '../../platform/house.ts'
import { figuresKey } from './live-appeals.ts'

/** A thousand joins in a minute must not mean a thousand prints of every page. */
const pauseMs = 2000

/**
 * Throws away what shows figures when money moves them: at once, and then at most every two seconds. On each node, for as
 * long as it lives; `moved` hears of each time. Returns the way to stop.
 */
export function followFigures(
  house: Pick<House, 'events' | 'press'>,
  moved: () => void = () => {},
): () => void {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const stop = house.events.listen(({ keys }) => {
    if (!keys.includes('support')) return
    if (timer === undefined) move()
    else again = true
  })
  return () => {
    stop()
    clearTimeout(timer)
  }

  function move(): void {
    house.press.throwAway([figuresKey])
    moved()
    timer = setTimeout(() => {
      timer = undefined
      if (!again) return
      again = false
      move()
    }, pauseMs)
    timer.unref()
  }
}
