import { editorMessages } from './editor-messages.newsroom.ts'
import { clearSentCopies, unsentHeadlines } from './session/local-copies.ts'

/**
 * Whoever signs out leaves no story behind in this browser, save what has not reached the newsroom: of that they are told
 * before. What is left is cleared on the page that asks to sign in, when the editor's pages have let go of it.
 */
export function startSignOut(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/newsroom/sign-out') return
    const unsent = unsentHeadlines()
    const { signOutUnsent } = editorMessages(document.documentElement.lang)
    if (unsent.length > 0 && !confirm(signOutUnsent(unsent))) event.preventDefault()
  })
  if (document.querySelector('form[action="/newsroom/sign-in"]')) void clearSentCopies()
}
