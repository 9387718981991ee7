import type { PluralForms } from '../../design/messages.ts'
import { followFeed } from './follow-feed.island.ts'
import type { StreamedBrief } from './stream-frame.tsx'

interface Texts {
  newBriefs: PluralForms
  refresh: string
  withdrawn: string
  breaking: string
  pinned: string
}

/**
 * Keeps the page's News Feed up to date. New briefs wait behind a button, so that nothing moves under a reader's eyes;
 * edits are made in place; what is pinned, or no longer, changes its place; what is withdrawn leaves a note where it can
 * be seen.
 */
export function startNewsFeed(): void {
  const region = document.querySelector<HTMLElement>('[data-feed]')
  if (region) keepUpToDate(region)
}

function keepUpToDate(region: HTMLElement): void {
  const { feed = '', after = '', language, texts: json = '{}', most, pinned: mostPinned } = region.dataset
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
    edited(brief) {
      if (!replace(brief) && brief.pinned) arrange(() => insert(brief))
    },
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

  function insert(brief: StreamedBrief): HTMLElement {
    const item = itemFrom(brief)
    const list = listFor(brief)
    const next = [...list.children].find(other =>
      brief.pinned
        ? !isPinned(other) || standsBefore(item, other)
        : !isPinned(other) && timeOf(other) < timeOf(item),
    )
    list.insertBefore(item, next ?? null)
    item.classList.add('brief--new')
    const pinned = [...list.children].filter(isPinned)
    while (pinned.length > Number(mostPinned)) pinned.pop()?.remove()
    while (list.children.length > Number(most)) list.lastElementChild?.remove()
    dateItems(list)
    return item
  }

  /** Into another place, with the focus it may have; to none where it would belong on a later page. */
  function move(old: HTMLElement, brief: StreamedBrief): void {
    const hadFocus = old.contains(document.activeElement)
    const list = old.parentElement
    arrange(() => {
      old.remove()
      if (list) dateItems(list)
      const item = brief.pinned || belongsHere(brief) ? insert(brief) : null
      if (list?.children.length === 0) list.closest('.feed__day')?.remove()
      if (hadFocus) item?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    })
  }

  function belongsHere({ publishedAt }: StreamedBrief): boolean {
    if (most || !region.querySelector('.feed__more [rel="next"]')) return true
    const oldest = [...region.querySelectorAll('[data-brief]')].filter(item => !isPinned(item)).at(-1)
    return oldest !== undefined && timeOf(oldest) < publishedAt
  }

  /** The rail has one list; the page has one for what is pinned and one for each day. */
  function listFor(brief: StreamedBrief): Element {
    if (most) return region.querySelector('.feed__list')!
    if (brief.pinned)
      return region.querySelector('.feed__list--pinned') ?? newSection({ name: texts.pinned, mark: 'pinned' })
    return region.querySelector(`[data-day="${brief.day}"] .feed__list`) ?? newDay(brief)
  }

  function newDay({ day, dayName }: StreamedBrief): Element {
    return newSection({ name: dayName, mark: `day-${day}`, day })
  }

  /** What is pinned stands before all days. */
  function newSection({ name, mark, day }: { name: string; mark: string; day?: string }): Element {
    const section = document.createElement('section')
    const heading = document.createElement('h2')
    const list = document.createElement('ol')
    section.className = day ? 'feed__day' : 'feed__day feed__day--pinned'
    if (day) section.dataset.day = day
    heading.className = 'feed__day-name'
    heading.id = mark
    section.setAttribute('aria-labelledby', mark)
    heading.textContent = name
    list.className = day ? 'feed__list' : 'feed__list feed__list--pinned'
    section.append(heading, list)
    const days = [...region.querySelectorAll<HTMLElement>('section[data-day]')]
    const next = day ? days.find(other => (other.dataset.day ?? '') < day) : days[0]
    region.insertBefore(section, next ?? region.querySelector('.feed__more'))
    return list
  }

  function replace(brief: StreamedBrief): boolean {
    const at = waiting.findIndex(({ id }) => id === brief.id)
    if (at !== -1) waiting[at] = brief
    const old = shown(brief.id)
    if (!old) return at !== -1
    const item = itemFrom(brief)
    if (isPinned(old) !== brief.pinned || rankOf(old) !== rankOf(item) || timeOf(old) !== timeOf(item)) {
      move(old, brief)
      return true
    }
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

/** Where the list itself names the days, the first brief of each says the date, and whatever is pinned. */
function dateItems(list: Element): void {
  const named = list.closest('[data-day]')
  let day: string | undefined
  for (const item of list.children) {
    item.classList.toggle('brief--dated', isPinned(item) || (!named && dayOf(item) !== day))
    if (!isPinned(item)) day = dayOf(item)
  }
}

/** Changes the order without moving what a reader who has scrolled down is reading. */
function arrange(change: () => void): void {
  const reading = scrollY > 0 ? document.elementFromPoint(innerWidth / 2, innerHeight / 3) : null
  const before = reading?.getBoundingClientRect().top ?? 0
  change()
  if (reading?.isConnected)
    scrollBy({ top: reading.getBoundingClientRect().top - before, behavior: 'instant' })
}

function isPinned(item: Element): boolean {
  return item.matches('.brief--pinned')
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

/** Whether one pinned brief comes before another. */
function standsBefore(item: Element, other: Element): boolean {
  return rankOf(item) < rankOf(other) || (rankOf(item) === rankOf(other) && timeOf(item) > timeOf(other))
}

/** The place that the desk gave a pinned brief; 0 for all others. */
function rankOf(item: Element): number {
  return Number((item as HTMLElement).dataset.rank ?? 0)
}

function timeOf(item: Element): string {
  return item.querySelector('time')?.dateTime ?? ''
}
