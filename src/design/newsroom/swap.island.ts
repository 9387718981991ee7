import { rememberFocus } from './keep-focus.ts'

/**
 * Forms and links that name a part of the page in `data-swap="#id"` are sent by fetch, and the part of the same name in
 * the answer's page takes the place of the one shown. Without scripts they work as plain forms and links do, and it is
 * the same page that answers. The focus, what is typed elsewhere, and the scroll position stay. After each swap the
 * part dispatches `swapped`, which bubbles.
 */
export function startSwaps(texts: { failed: string }): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    const submitter = event.submitter as HTMLButtonElement | null
    const target = submitter?.dataset.swap ?? form.dataset.swap
    if (!target || event.defaultPrevented) return
    event.preventDefault()
    void send(form, submitter, target, texts)
  })
  document.addEventListener('click', event => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-swap]') : null
    if (
      !link ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.button !== 0
    )
      return
    event.preventDefault()
    void load(link.href, {}, link.dataset.swap!, texts).then(worked => {
      if (worked && link.dataset.swapKeep === undefined) history.pushState(null, '', link.href)
    })
  })
  addEventListener('popstate', () => location.reload())
}

/** Sends a form as pressing `submitter` would. */
export async function send(
  form: HTMLFormElement,
  submitter: HTMLButtonElement | null,
  target: string,
  texts: { failed: string },
): Promise<boolean> {
  if (form.dataset.sending !== undefined) return false
  form.dataset.sending = ''
  form.setAttribute('aria-busy', 'true')
  try {
    const fields = new FormData(form, submitter)
    const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href
    const method = (submitter?.getAttribute('formmethod') ?? form.method).toLowerCase()
    const url = new URL(action, location.href)
    if (method === 'get') {
      url.search = new URLSearchParams(fields as unknown as Record<string, string>).toString()
      const worked = await load(url.href, {}, target, texts)
      if (worked && form.dataset.swapKeep === undefined) history.replaceState(null, '', url.href)
      return worked
    }
    const body =
      form.enctype === 'multipart/form-data'
        ? fields
        : new URLSearchParams(fields as unknown as Record<string, string>)
    return await load(url.href, { method: 'POST', body }, target, texts)
  } finally {
    delete form.dataset.sending
    form.removeAttribute('aria-busy')
  }
}

/** Fetches a page and puts its part `target`, and its notice, in place of those shown. */
export async function load(
  href: string,
  request: RequestInit,
  target: string,
  texts: { failed: string },
): Promise<boolean> {
  let answer: Response
  let page: Document
  try {
    ;({ answer, page } = await askPage(href, request))
  } catch {
    say(texts.failed)
    return false
  }
  const signIn = answer.redirected && new URL(answer.url).pathname.startsWith('/newsroom/sign-in')
  const part = signIn ? null : page.querySelector(target)
  if (!part) {
    sayFailure(page, texts)
    return false
  }
  put(target, part)
  const notice = page.querySelector('#notice')
  if (notice && target !== '#notice' && notice.textContent?.trim()) put('#notice', notice)
  return answer.ok
}

/**
 * Asks for a page. Where this one is older than the session, what was sent has had no effect: it is sent once more with
 * the token of the answer, which every form here has from then on. Rejects where nothing answers.
 */
export async function askPage(
  href: string,
  request: RequestInit = {},
): Promise<{ answer: Response; page: Document }> {
  const asked = await ask(href, request)
  return asked.answer.status === 403 && renewToken(asked.page, request) ? await ask(href, request) : asked
}

async function ask(href: string, request: RequestInit): Promise<{ answer: Response; page: Document }> {
  const answer = await fetch(href, { ...request, headers: { accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return { answer, page }
}

/** Takes the token of a newer page for every form of this one, and for what is being sent. Says whether it is another. */
function renewToken(page: Document, { body }: RequestInit): boolean {
  const meta = 'meta[name="csrf-token"]'
  const fresh = page.querySelector<HTMLMetaElement>(meta)?.content
  if (!fresh || !(body instanceof URLSearchParams || body instanceof FormData)) return false
  if (body.get('csrf') === fresh) return false
  body.set('csrf', fresh)
  document.querySelector(meta)?.setAttribute('content', fresh)
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="csrf"]')) field.value = fresh
  return true
}

/** What came is another page: an ended session, an error. Its words are said here, where what was typed still stands. */
export function sayFailure(page: Document, texts: { failed: string }): void {
  const title = page.querySelector('h1')?.textContent
  const words = page.querySelector('.failure p')?.textContent
  say(title ? [title, words].filter(Boolean).join('. ') : texts.failed)
  const signIn = page.querySelector('.failure a[href^="/newsroom/sign-in"]')
  if (signIn) document.querySelector('#notice .notice')?.append(document.importNode(signIn, true))
}

/** Puts a part of another page in the place of the one shown; the focus stays where it was. */
export function put(target: string, part: Element): void {
  const shown = document.querySelector(target)
  if (!shown) return
  const findAgain = rememberFocus(shown)
  const fresh = document.importNode(part, true)
  shown.replaceWith(fresh)
  const wanted = fresh.querySelector<HTMLElement>('[autofocus]') ?? findAgain?.(fresh)
  wanted?.focus({ preventScroll: true })
  fresh.dispatchEvent(new CustomEvent('swapped', { bubbles: true }))
}

/** Shows a sentence where notices stand; screen readers hear it. */
export function say(sentence: string, kind: 'plain' | 'alert' = 'alert'): void {
  const place = document.querySelector('#notice')
  if (!place) return
  const notice = document.createElement('div')
  notice.className = kind === 'alert' ? 'notice notice--alert' : 'notice'
  notice.textContent = sentence
  place.replaceChildren(notice)
}
