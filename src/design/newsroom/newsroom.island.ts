import { frameTexts } from './frame-messages.newsroom.ts'
import { startPalette } from './palette.island.ts'
import { startRows } from './rows.island.ts'
import { startShortcuts } from './shortcuts.island.ts'
import { startSwaps } from './swap.island.ts'

/** What every page of the newsroom does in the browser. */
export function startNewsroom(): void {
  document.documentElement.classList.add('scripted')
  const texts = frameTexts(document.documentElement.lang)
  startSwaps({ failed: texts.failedToSend })
  startMenu()
  startTheme()
  startPalette()
  startShortcuts()
  startRows()
}

/** On a phone the desks are folded away until asked for. */
function startMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('[data-desk-menu]')
  if (!menu) return
  const wide = matchMedia('(min-width: 60rem)')
  const open = () => {
    menu.open = wide.matches
  }
  wide.addEventListener('change', open)
  open()
}

function startTheme(): void {
  const choice = document.querySelector<HTMLSelectElement>('[data-theme-choice]')
  choice?.addEventListener('change', () => choice.form?.requestSubmit())
}
