import { property, rename, styleOf, unwrap } from './dom.ts'

/** Lists as every program means them, made into lists: items inside lists, lists inside items. */
export function realLists(body: HTMLElement): void {
  wordLists(body)
  wordOnlineLists(body)
  nestInItems(body)
  for (const item of body.querySelectorAll('li'))
    if (!item.parentElement || !/^(UL|OL)$/.test(item.parentElement.tagName)) rename(item, 'p')
}

interface Item {
  level: number
  ordered: boolean
  number: number | null
  content: Node[]
}

/** Word on the desktop writes paragraphs that only look like items: `mso-list:l0 level2 lfo1`, with the sign as text. */
function wordLists(body: HTMLElement): void {
  for (const first of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    if (!first.isConnected || !isWordItem(first)) continue
    const run: Element[] = []
    for (let next: Element | null = first; next && isWordItem(next); next = next.nextElementSibling)
      run.push(next)
    const items = run.map(wordItem)
    const holder = body.ownerDocument.createElement('div')
    first.before(holder)
    for (const each of run) each.remove()
    holder.append(...listsOf(items, body.ownerDocument))
    unwrap(holder)
  }
}

function isWordItem(element: Element): boolean {
  return /^P$/.test(element.tagName) && /mso-list:\s*l\d+ level\d/.test(styleOf(element))
}

function wordItem(paragraph: Element): Item {
  const level = Number(/level(\d)/.exec(property(paragraph, 'mso-list'))?.[1] ?? 1)
  const sign = [...paragraph.querySelectorAll('*')].find(each => /mso-list:\s*ignore/.test(styleOf(each)))
  const words = (sign?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  sign?.remove()
  return { level, ...kindOf(words), content: [...paragraph.childNodes] }
}

/** "1.", "b)", "iv." are numbers; any other sign is a dot. A lone "o" is Word's circle, not a letter. */
function kindOf(sign: string): Pick<Item, 'ordered' | 'number'> {
  const [, counted] = /^\(?([\da-z]{1,5})[.)]$/i.exec(sign) ?? []
  if (counted === undefined) return { ordered: false, number: null }
  return { ordered: true, number: /^\d+$/.test(counted) ? Number(counted) : null }
}

/** Word Online gives each item a list of its own, and tells its depth by `data-aria-level`. */
function wordOnlineLists(body: HTMLElement): void {
  for (const wrapper of body.querySelectorAll('.ListContainerWrapper')) unwrap(wrapper)
  for (const first of [...body.querySelectorAll('ul, ol')]) {
    if (!first.isConnected || !isOnlineList(first)) continue
    const run: Element[] = []
    for (let next: Element | null = first; next && isOnlineList(next); next = next.nextElementSibling)
      run.push(next)
    const items = run.flatMap(list =>
      [...list.children].map(
        (item, i): Item => ({
          level: Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')) || 1,
          ordered: list.tagName === 'OL',
          number: list.tagName === 'OL' ? (Number(list.getAttribute('start')) || 1) + i : null,
          content: [...item.childNodes],
        }),
      ),
    )
    const holder = body.ownerDocument.createElement('div')
    first.before(holder)
    for (const each of run) each.remove()
    holder.append(...listsOf(items, body.ownerDocument))
    unwrap(holder)
  }
}

function isOnlineList(list: Element): boolean {
  return (
    /^(UL|OL)$/.test(list.tagName) &&
    list.children.length > 0 &&
    [...list.children].every(item => item.hasAttribute('data-aria-level'))
  )
}

/** Items with their depths as lists in one another. A list of the other kind at the first depth stands by itself. */
function listsOf(items: readonly Item[], page: Document): Element[] {
  const lists: Element[] = []
  const open: { list: Element; ordered: boolean }[] = []
  const base = Math.min(...items.map(item => item.level))
  for (const item of items) {
    const depth = Math.min(item.level - base, open.length)
    open.length = Math.min(open.length, depth + 1)
    if (open[depth]?.ordered !== item.ordered) {
      open.length = depth
      const list = page.createElement(item.ordered ? 'ol' : 'ul')
      if (item.ordered && item.number !== null && item.number > 1)
        list.setAttribute('start', String(item.number))
      const above = open[depth - 1]?.list.lastElementChild
      if (above) above.append(list)
      else lists.push(list)
      open.push({ list, ordered: item.ordered })
    }
    const entry = page.createElement('li')
    entry.append(...item.content)
    open[depth]!.list.append(entry)
  }
  return lists
}

/** Google Docs and old pages put a list right into a list; it belongs to the item before it. */
function nestInItems(body: HTMLElement): void {
  for (const list of [...body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')]) {
    const item = list.previousElementSibling
    if (item?.tagName === 'LI') item.append(list)
    else unwrap(list)
  }
}
