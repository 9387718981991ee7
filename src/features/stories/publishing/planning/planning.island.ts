import { askPage, put } from '../../../../design/newsroom/swap.island.ts'

/** How often the page asks what others have planned, while somebody looks at it. */
const lookAgainMs = 5000

/** The week shows what others plan and publish without being loaded again; whoever changes a plan is not disturbed. */
export function startPlanning(): void {
  if (!document.getElementById('planning')) return
  let asking = false
  const look = async () => {
    if (asking || document.visibilityState !== 'visible' || isBusy()) return
    asking = true
    await lookAgain().catch(() => {})
    asking = false
  }
  setInterval(look, lookAgainMs)
  document.addEventListener('visibilitychange', look)
}

async function lookAgain(): Promise<void> {
  const { href } = location
  const { page } = await askPage(href.split('#')[0]!)
  const [shown, fresh] = [document, page].map(each => each.querySelector<HTMLElement>('#planning'))
  // After a session has ended, or another week was chosen meanwhile, the answer is about something else.
  if (!shown || !fresh || location.href !== href || isBusy()) return
  if (fresh.dataset.state !== shown.dataset.state) put('#planning', fresh)
}

/** Somebody has a form open, or it is being sent. */
function isBusy(): boolean {
  return document.querySelector('#planning details[open], #planning [aria-busy="true"]') !== null
}
