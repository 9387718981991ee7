/** Small things every page of the paper does in the browser. Each works on its own and is not missed without it. */
export function startReader(): void {
  tellLocalTimes()
  showThinBar()
  for (const box of document.querySelectorAll<HTMLDetailsElement>('[data-share]')) openShare(box)
}

/** A time says on hover what it is where the reader is; asked for when needed, so that times that arrive later have it too. */
function tellLocalTimes(): void {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })
  document.addEventListener('pointerover', ({ target }) => {
    const time = target instanceof Element ? target.closest<HTMLTimeElement>('time[datetime*="T"]') : null
    if (time && !time.title) time.title = format.format(new Date(time.dateTime))
  })
}

/** Only for browsers that cannot tie the bar to the scroll position in CSS (styles/masthead.css). */
function showThinBar(): void {
  const bar = document.querySelector('[data-thin-bar]')
  const masthead = document.querySelector('.masthead')
  if (!bar || !masthead || CSS.supports('animation-timeline: scroll()')) return
  new IntersectionObserver(([entry]) => {
    bar.classList.toggle('thin-bar--shown', entry?.isIntersecting === false)
  }).observe(masthead)
}

function openShare(box: HTMLDetailsElement): void {
  const said = box.querySelector('[role="status"]')
  const button = (name: string) => box.querySelector<HTMLButtonElement>(`[data-${name}]`)
  const copy = button('copy')
  if (copy && navigator.clipboard)
    offer(copy, async () => {
      await navigator.clipboard.writeText(copy.dataset.copy ?? location.href)
      if (said) said.textContent = copy.dataset.copied ?? ''
    })
  const native = button('native-share')
  if (native && 'share' in navigator)
    offer(native, () => navigator.share({ url: native.dataset.nativeShare, title: native.dataset.title }))
  const print = button('print')
  if (print) offer(print, async () => window.print())
  box.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !box.open) return
    box.open = false
    box.querySelector('summary')?.focus()
  })
}

function offer(button: HTMLButtonElement, act: () => Promise<void>): void {
  button.hidden = false
  // A reader who closes the dialog, or a browser that refuses, is no fault: the plain links are still there.
  button.addEventListener('click', () => void act().catch(() => {}))
}
