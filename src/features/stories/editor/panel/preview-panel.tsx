import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { Select } from '../views/controls.tsx'
import { panelMessages } from './panel-messages.newsroom.ts'

const widths = { phone: 390, desktop: 1280 } as const
type Width = keyof typeof widths
type Paper = 'system' | 'light' | 'dark'

/** The page as readers would have it, beside the text: drawn anew when the newsroom has what was written. */
export function PreviewPanel({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const [width, setWidth] = useState<Width>('phone')
  const [paper, setPaper] = useState<Paper>('system')
  const src = desk.asking.address('preview') + (paper === 'system' ? '' : `?theme=${paper}`)
  const stage = useRef<HTMLDivElement>(null)
  useEffect(
    () => (stage.current ? playOn(stage.current, { desk, src, width: widths[width] }) : undefined),
    [desk, src, width],
  )
  const from = <T extends string>(names: Record<T, string>) =>
    (Object.keys(names) as T[]).map(value => ({ value, label: names[value] }))
  return (
    <div class="preview">
      <div class="preview__ways">
        <Select
          label={texts.previewWidth}
          value={width}
          options={from<Width>(texts.widths)}
          onValue={value => setWidth(value)}
        />
        <Select
          label={texts.paper}
          value={paper}
          options={from<Paper>(texts.papers)}
          onValue={value => setPaper(value)}
        />
        <a href={src} target="_blank" rel="noopener">
          {texts.openPreview}
        </a>
      </div>
      <div ref={stage} class="preview__stage" />
    </div>
  )
}

/** How long the text has to rest after the newsroom has it. */
const restMs = 250

/**
 * Shows the page in a frame of `width` pixels, made to fit. A new print is loaded behind the one that is shown, takes its
 * place once it is there, and is scrolled to the same line. Gives back how to stop.
 */
function playOn(
  stage: HTMLElement,
  { desk, src, width }: { desk: WritingDesk; src: string; width: number },
): () => void {
  const title = panelMessages(document.documentElement.lang).preview
  let shown: HTMLIFrameElement | null = null
  let coming: HTMLIFrameElement | null = null
  let timer = 0
  let isStale = true
  const changed = () => {
    isStale = true
  }
  const look = () => {
    if (!isStale || desk.shared.keeping.get().state !== 'saved') return
    clearTimeout(timer)
    timer = window.setTimeout(load, restMs)
  }
  const fit = () => {
    for (const frame of [shown, coming]) if (frame) fitFrame(frame, stage, width)
  }
  const sizes = new ResizeObserver(fit)
  sizes.observe(stage)
  desk.shared.document.on('update', changed)
  const stop = desk.shared.keeping.listen(look)
  load()
  return () => {
    clearTimeout(timer)
    sizes.disconnect()
    desk.shared.document.off('update', changed)
    stop()
    stage.replaceChildren()
  }

  function load(): void {
    isStale = false
    coming?.remove()
    const frame = document.createElement('iframe')
    coming = frame
    frame.title = title
    frame.className = 'preview__frame preview__frame--coming'
    frame.addEventListener('load', () => {
      if (coming !== frame) return
      const line = shown?.contentWindow?.scrollY ?? 0
      frame.contentWindow?.scrollTo(0, line)
      frame.classList.remove('preview__frame--coming')
      shown?.remove()
      shown = frame
      coming = null
      look()
    })
    frame.src = src
    stage.append(frame)
    fitFrame(frame, stage, width)
  }
}

function fitFrame(frame: HTMLIFrameElement, stage: HTMLElement, width: number): void {
  const scale = Math.min(1, stage.clientWidth / width)
  const { style } = frame
  style.setProperty('left', `${Math.max(0, (stage.clientWidth - width * scale) / 2)}px`)
  style.setProperty('width', `${width}px`)
  style.setProperty('height', `${stage.clientHeight / scale}px`)
  style.setProperty('transform', `scale(${scale})`)
}
