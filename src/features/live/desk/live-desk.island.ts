import { frameTexts } from '../../../design/newsroom/frame-messages.newsroom.ts'
import { askPage, say, sayFailure } from '../../../design/newsroom/swap.island.ts'
import { followFeed } from '../follow-feed.island.ts'
import { startCompose } from './compose.island.ts'
import { showLists, showRow } from './lists.island.ts'

/** The live desk: posts without waiting, changes briefs in their place, and shows what others post as it happens. */
export function startLiveDesk(): void {
  const desk = document.querySelector<HTMLElement>('[data-live-desk]')
  if (!desk) return
  const { failedToSend } = frameTexts(document.documentElement.lang)
  startCompose(desk, showAnswer)
  document.addEventListener('submit', change)
  document.addEventListener('click', openOrCancel)
  desk.addEventListener('keydown', onKey)
  follow()

  /** Sends the form of a row by fetch, and shows the lists that come back. */
  function change(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement
    const button = event.submitter as HTMLButtonElement | null
    if (!form.matches('[data-live-form]') || button?.dataset.leaves !== undefined) return
    event.preventDefault()
    if (form.dataset.sending !== undefined) return
    form.dataset.sending = ''
    const body = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>)
    void ask(form.action, { method: 'POST', body }).then(answer => {
      delete form.dataset.sending
      if (answer) showAnswer(answer.page, form.closest('[data-row]')?.id)
    })
  }

  function openOrCancel(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a') : null
    const row = link?.closest<HTMLElement>('[data-row]')
    if (!link || !row || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    if (!link.matches('[data-live-edit], [data-live-cancel]')) return
    event.preventDefault()
    const opening = link.matches('[data-live-edit]')
    void ask(link.href).then(answer => {
      if (!answer || !showRow(answer.page, row.id)) return
      const fresh = document.getElementById(row.id)
      const field = fresh?.querySelector('textarea')
      field?.focus()
      field?.setSelectionRange(field.value.length, field.value.length)
      if (!opening) fresh?.focus()
    })
  }

  /** In a brief that is being changed: Enter saves, Shift and Enter begin a line, Esc leaves it as it was. E opens it. */
  function onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    const form = target.closest<HTMLFormElement>('[data-editing]')
    if (form && target.matches('textarea')) {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault()
        if (!event.repeat) form.requestSubmit(form.querySelector('button'))
      } else if (event.key === 'Escape') {
        event.preventDefault()
        form.querySelector<HTMLElement>('[data-live-cancel]')?.click()
      }
    } else if (event.key === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey)
      if (!target.matches('input, textarea, select'))
        target.closest('[data-row]')?.querySelector<HTMLElement>('[data-live-edit]')?.click()
  }

  function showAnswer(page: Document, changed?: string): void {
    const notice = page.querySelector('#notice')
    if (!showLists(page, changed)) {
      // Another page came: an ended session, an error. Its words are shown here, and nothing is taken away.
      sayFailure(page, { failed: failedToSend })
      return
    }
    if (notice?.textContent?.trim())
      document.querySelector('#notice')?.replaceWith(document.importNode(notice, true))
  }

  async function ask(href: string, request: RequestInit = {}): Promise<{ page: Document } | null> {
    try {
      return await askPage(href, request)
    } catch {
      say(failedToSend)
      return null
    }
  }

  /** What anybody does with a published brief brings the lists up to date. */
  function follow(): void {
    const after = document.getElementById('live-lists')?.dataset.after ?? ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(refresh, 80)
    }
    followFeed('/news/stream', after, { posted: soon, edited: soon, withdrawn: soon, lost: soon })
    // The queue is nobody's news; it is looked at again when the desk is.
    addEventListener('focus', soon)
  }

  async function refresh(): Promise<void> {
    const url = new URL(location.href)
    for (const name of ['done', 'id', 'edit']) url.searchParams.delete(name)
    try {
      const answer = await fetch(url, { headers: { accept: 'text/html' } })
      if (answer.ok) showLists(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    } catch {
      // The next event, or the next look, brings it.
    }
  }
}
