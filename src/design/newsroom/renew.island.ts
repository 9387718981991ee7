import { load } from './swap.island.ts'

/**
 * Looks again every few seconds while something is under way: `<a href="…" data-renew="#part" data-every="2">`. The part
 * of the page at its address takes the place of the one shown, until it holds no such link any more. Without scripts it
 * is a link to press.
 */
export function startRenewing(texts: { failed: string }): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(waiting)
    const link = document.querySelector<HTMLAnchorElement>('a[data-renew]')
    if (!link) return
    const wait = Number(link.dataset.every ?? 2) * 1000
    waiting = setTimeout(() => {
      // What nobody looks at need not be asked for.
      if (document.hidden) look()
      else void load(link.href, {}, link.dataset.renew!, texts).then(look)
    }, wait)
  }
  document.addEventListener('swapped', look)
  look()
}
