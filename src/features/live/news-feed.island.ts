import type { PluralForms } from '../../design/messages.ts'
import { followFeed } from './follow-feed.island.ts'
import type { StreamedBrief } from './stream-frame.tsx'

interface Texts {
  newBriefs: PluralForms
  refresh: string
  withdrawn: string
  breaking: string
}

/**
 * Keeps the page's News Feed up to date. New briefs wait behind a button, so that nothing moves under a reader's eyes;
 * edits are made in place; what is withdrawn leaves a note where it can be seen.
 */
export function startNewsFeed(): void {
  const region = document.querySelector<HTMLElement>('[data-feed]')
  if (region) keepUpToDate(region)
}

function keepUpToDate(region: HTMLElement): void {
  const { feed = '', after = '', language, texts: json = '{}', most } = region.dataset
  const texts = JSON.parse(json) as Texts
  const plurals = new Intl.PluralRules(language)
  const place = region.querySelector('.feed__waiting')
  const status = region.querySelector('[role="status"]')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'feed__button'
  button.hidden = true
  button.onclick = bringIn
  place?.prepend(button)
  // Newest first.
  let waiting: StreamedBrief[] = []

  followFeed(feed, after, {
    posted(brief) {
      if (replace(brief)) return
      waiting.unshift(brief)
      // Where there is nothing to read yet, nothing can move.
      if (region.querySelector('[data-brief]')) announce(brief)
      else bringIn()
    },
    edited: brief => void replace(brief),
    withdrawn({ id }) {
      const before = waiting.length
      waiting = waiting.filter(brief => brief.id !== id)
      if (waiting.length < before) announce()
      withdraw(shown(id))
    },
    lost() {
      const link = document.createElement('a')
      link.className = 'feed__button'
      link.href = location.pathname
      link.textContent = texts.refresh
      button.replaceWith(link)
      if (status) status.textContent = texts.refresh
    },
  })

  function announce(newest?: StreamedBrief): void {
    const n = waiting.length
    const label = (texts.newBriefs[plurals.select(n)] ?? texts.newBriefs.other).replace('{n}', String(n))
    const urgent = newest?.breaking ? `${texts.breaking}: ${newest.headline}. ` : ''
    button.hidden = n === 0
    button.textContent = label
    if (status) status.textContent = n === 0 ? '' : urgent + label
  }

  function bringIn(): void {
    const hadFocus = document.activeElement === button
    const newest = waiting[0]
    for (const brief of waiting.reverse()) insert(brief)
    waiting = []
    announce()
    region.querySelector('.feed__empty')?.remove()
    const item = newest && shown(newest.id)
    if (hadFocus) item?.querySelector<HTMLElement>('a')?.focus()
    item?.scrollIntoView({ block: 'nearest' })
  }

  function insert(brief: StreamedBrief): void {
    const item = itemFrom(brief)
    item.classList.add('brief--new')
    const list = listFor(brief)
    if (brief.pinned) {
      item.classList.add('brief--dated')
      list.prepend(item)
    } else {
      const next = [...list.children].find(
        other => !other.matches('.brief--pinned') && timeOf(other) < timeOf(item),
      )
      list.insertBefore(item, next ?? null)
      if (most) dateFirstOfDay(item, next)
    }
    while (list.children.length > Number(most)) list.lastElementChild?.remove()
  }

  /** The rail has one list; the page has one for what is pinned and one for each day. */
  function listFor(brief: StreamedBrief): Element {
    const one = region.querySelector(brief.pinned && !most ? '.feed__list--pinned' : '.feed__list')
    if (one && (most || brief.pinned)) return one
    return region.querySelector(`[data-day="${brief.day}"] .feed__list`) ?? newDay(brief)
  }

  function newDay({ day, dayName }: StreamedBrief): Element {
    const section = document.createElement('section')
    const heading = document.createElement('h2')
    const list = document.createElement('ol')
    section.className = 'feed__day'
    section.dataset.day = day
    heading.className = 'feed__day-name'
    heading.id = `day-${day}`
    section.setAttribute('aria-labelledby', heading.id)
    heading.textContent = dayName
    list.className = 'feed__list'
    section.append(heading, list)
    const days = [...region.querySelectorAll<HTMLElement>('section[data-day]')]
    const next = days.find(other => (other.dataset.day ?? '') < day) ?? region.querySelector('.feed__more')
    region.insertBefore(section, next)
    return list
  }

  function replace(brief: StreamedBrief): boolean {
    const at = waiting.findIndex(({ id }) => id === brief.id)
    if (at !== -1) waiting[at] = brief
    const old = shown(brief.id)
    if (!old) return at !== -1
    const item = itemFrom(brief)
    item.classList.toggle('brief--dated', old.matches('.brief--dated'))
    const hadFocus = old.contains(document.activeElement)
    old.replaceWith(item)
    if (hadFocus) item.querySelector<HTMLElement>('a')?.focus()
    return true
  }

  function withdraw(item: HTMLElement | null): void {
    if (!item) return
    const { top, height } = item.getBoundingClientRect()
    if (top > innerHeight) {
      item.remove()
      return
    }
    const note = document.createElement('p')
    note.className = 'brief__withdrawn'
    note.textContent = texts.withdrawn
    note.tabIndex = -1
    const hadFocus = item.contains(document.activeElement)
    item.style.minBlockSize = `${height}px`
    item.querySelector('.brief__body')?.replaceChildren(note)
    if (hadFocus) note.focus()
  }

  function shown(id: number): HTMLElement | null {
    return region.querySelector(`[data-brief="${id}"]`)
  }
}

/** Only the first brief of a day says the date. */
function dateFirstOfDay(item: HTMLElement, next: Element | undefined): void {
  const above = item.previousElementSibling
  const isFirst = !above || above.matches('.brief--pinned') || dayOf(above) !== dayOf(item)
  item.classList.toggle('brief--dated', isFirst)
  if (next && dayOf(next) === dayOf(item)) next.classList.remove('brief--dated')
}

/** The server's own markup, the same that it prints on pages. */
function itemFrom({ html }: StreamedBrief): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild as HTMLElement
}

function dayOf(item: Element): string | undefined {
  return (item as HTMLElement).dataset.day
}

function timeOf(item: Element): string {
  return item.querySelector('time')?.dateTime ?? ''
}
