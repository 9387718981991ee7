import type { Page } from 'playwright-core'

/** Resolves when the page has been drawn twice since: as long as the fastest hand takes from one key to the next. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}
