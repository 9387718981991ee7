import type { Page } from 'playwright-core'
import { drawn } from '../browser/drawn.ts'

/** Chance that comes out the same for the same seed (mulberry32), so that a run that failed can be repeated. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Somebody who types runs such as `[a17 hgkslw]` between the runs that are there, and remembers each. */
export interface OneTyping {
  page: Page
  /** Every run that was typed to its end, in order. */
  runs: string[]
  /** Those that stood there while the page said "Saved". */
  saved: Set<string>
  /** Behind which run the caret was put; '' for the beginning of a paragraph. */
  place: string
  /** What was not whole right after it was typed, and what stood there. */
  broken: string[]
  typeOne(avoid: string): Promise<void>
}

export function oneTyping(options: { page: Page; letter: string; chance: () => number }): OneTyping {
  const { page, letter, chance } = options
  const upTo = (n: number) => Math.floor(chance() * n)
  const one: OneTyping = {
    page,
    runs: [],
    saved: new Set(),
    place: '',
    broken: [],
    async typeOne(avoid) {
      // Where the other one writes just now is theirs: a run that is begun can rightly be broken into there.
      while (!(await putCaret(page, { at: chance(), avoid }).then(place => remember(place))))
        await drawn(page)
      const run = `[${letter}${one.runs.length} ${Array.from({ length: 5 + upTo(18) }, () => letters[upTo(26)]).join('')}]`
      one.runs.push(run)
      if (chance() < 0.3 && (await isAtEnd(page))) await page.keyboard.press('Enter')
      await page.keyboard.type(run, { delay: 8 + upTo(50) })
      await drawn(page)
      const words = await wordsShown(page)
      if (!words.includes(run)) one.broken.push(`${run} after ${one.place}:\n${words}`)
      for (const each of await savedRuns(page, letter)) one.saved.add(each)
    },
  }
  return one

  function remember(place: string | null): boolean {
    if (place !== null) one.place = place
    return place !== null
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** All the words of the text as this page shows it, a line a paragraph, without what is not text (carets, controls). */
export function wordsShown(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.writing__body > p')]
      .map(paragraph => {
        const copy = paragraph.cloneNode(true) as Element
        for (const caret of copy.querySelectorAll('.caret, [contenteditable=false]')) caret.remove()
        return (copy.textContent ?? '').replaceAll('\u2060', '')
      })
      .join('\n'),
  )
}

/**
 * Puts the caret between two runs, or where a paragraph begins or ends. Gives what stands before it; null where the place
 * is not to be had now.
 */
function putCaret(page: Page, choice: { at: number; avoid: string }): Promise<string | null> {
  return page.evaluate(async ({ at, avoid }) => {
    const body = document.querySelector<HTMLElement>('.writing__body')!
    const places: { node: Node; offset: number; before: string }[] = []
    for (const paragraph of body.querySelectorAll(':scope > p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      let before = ''
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        if (text.parentElement?.closest('.caret, [contenteditable=false]')) continue
        for (const { index, 0: run } of (text.nodeValue ?? '').matchAll(/\[\w+ [a-z]+\]/g)) {
          before = run
          places.push({ node: text, offset: index + run.length, before })
        }
      }
    }
    const free = places.filter(place => place.before !== avoid)
    const place = free[Math.floor(at * free.length)]
    if (!place) return null
    body.focus()
    getSelection()!.collapse(place.node, place.offset)
    await new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
    const { anchorNode, anchorOffset } = getSelection()!
    const isThere = (anchorNode?.nodeValue ?? '').slice(0, anchorOffset).endsWith(place.before)
    return isThere ? place.before : null
  }, choice)
}

/** True where the caret is at the end of its paragraph. */
function isAtEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection()!
    const paragraph = anchorNode?.parentElement?.closest('p')
    const rest = document.createRange()
    if (!paragraph || !anchorNode) return false
    rest.setStart(anchorNode, anchorOffset)
    rest.setEndAfter(paragraph)
    return !rest.toString().includes('[')
  })
}

/** One's own whole runs in the text, where the page says at this moment that all is saved. */
function savedRuns(page: Page, letter: string): Promise<string[]> {
  return page.evaluate(own => {
    if (!document.querySelector('[data-keeping=saved]')) return []
    const words = document.querySelector('.writing__body')?.textContent ?? ''
    return words.match(new RegExp(`\\[${own}\\d+ [a-z]+\\]`, 'g')) ?? []
  }, letter)
}
