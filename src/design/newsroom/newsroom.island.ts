import { frameTexts } from './frame-messages.newsroom.ts'
import { startPalette } from './palette.island.ts'
import { startRenewing } from './renew.island.ts'
import { startRows } from './rows.island.ts'
import { startShortcuts } from './shortcuts.island.ts'
import { askPage, startSwaps } from './swap.island.ts'

/** What every page of the newsroom does in the browser. */
export function startNewsroom(): void {
  document.documentElement.classList.add('scripted')
  const texts = frameTexts(document.documentElement.lang)
  startSwaps({ failed: texts.failedToSend })
  startRenewing({ failed: texts.failedToSend })
  startSendingAgain()
  startMenu()
  startTheme()
  startPalette()
  startShortcuts()
  startRows()
}

/**
 * A form that came after the session had ended is kept with the token of that moment; whoever has signed in again since
 * (in another window) has another, which is fetched first, so that one press is enough.
 */
function startSendingAgain(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-again]')
  const field = form?.querySelector<HTMLInputElement>('input[name=csrf]')
  if (!form || !field) return
  form.addEventListener(
    'submit',
    async event => {
      event.preventDefault()
      const { page } = await askPage('/newsroom/account').catch(() => ({ page: null }))
      field.value = page?.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content || field.value
      form.submit()
    },
    { once: true },
  )
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
