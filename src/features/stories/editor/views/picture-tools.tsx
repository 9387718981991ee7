import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WritingDesk } from '../desk.ts'
import { readPhotographs, type ShelfPhotograph } from '../uploads/photograph-shelf.ts'
import { sentenceFor } from '../uploads/uploads.ts'
import { Button, Select } from './controls.tsx'

/** Where the picture matters most: by a press, or by the arrow keys in steps of five hundredths. */
export function FocalPoint(props: {
  desk: WritingDesk
  photograph: ShelfPhotograph
  onDone(): void
}): ComponentChildren {
  const { desk, photograph } = props
  const texts = desk.blockTexts
  const [point, setPoint] = useState({ x: photograph.focalX, y: photograph.focalY })
  const [trouble, setTrouble] = useState('')
  const mark = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    mark.current?.style.setProperty('left', `${point.x * 100}%`)
    mark.current?.style.setProperty('top', `${point.y * 100}%`)
  }, [point])
  useEffect(() => mark.current?.focus(), [])
  const move = (x: number, y: number) => setPoint({ x: within(x), y: within(y) })
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowLeft: [-0.05, 0], ArrowRight: [0.05, 0], ArrowUp: [0, -0.05], ArrowDown: [0, 0.05] }[
      event.key
    ]
    if (!step) return
    event.preventDefault()
    move(point.x + step[0]!, point.y + step[1]!)
  }
  const keep = async () => {
    try {
      const answer = await desk.asking.send(`photographs/${photograph.id}`, {
        focalX: String(point.x),
        focalY: String(point.y),
      })
      for (const each of readPhotographs(answer)) desk.shelf.put(each)
      props.onDone()
    } catch (error) {
      setTrouble(sentenceFor(error, texts.failed))
    }
  }
  const told = texts.focalValue(Math.round(point.x * 100), Math.round(point.y * 100))
  return (
    <div class="picture-tool">
      <div
        class="picture-tool__picture"
        role="presentation"
        data-control
        onPointerDown={event => {
          const box = event.currentTarget.getBoundingClientRect()
          move((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
        }}
      >
        <img src={photograph.src} alt="" class="figure__image" />
        <button
          ref={mark}
          type="button"
          class="focal-mark"
          aria-label={`${texts.focalPoint}: ${told}`}
          onKeyDown={keys}
        />
      </div>
      <p class="field__hint">{texts.focalHint}</p>
      {trouble && <p class="field__error">{trouble}</p>}
      <div class="controls__row">
        <Button kind="primary" onPress={() => void keep()}>
          {texts.done}
        </Button>
        <Button onPress={props.onDone}>{texts.cancel}</Button>
      </div>
    </div>
  )
}

const shapes = { free: null, '3:2': 3 / 2, '16:9': 16 / 9, '1:1': 1, '4:5': 4 / 5 } as const
type Shape = keyof typeof shapes
interface Part {
  left: number
  top: number
  width: number
  height: number
}

/** A part of the picture, drawn with the pointer or set by its edges; it becomes a photograph of its own. */
export function Crop(props: {
  desk: WritingDesk
  photograph: ShelfPhotograph
  onCropped(photograph: ShelfPhotograph): void
  onDone(): void
}): ComponentChildren {
  const { desk, photograph } = props
  const texts = desk.blockTexts
  const [part, setPart] = useState<Part>({ left: 0.1, top: 0.1, width: 0.8, height: 0.8 })
  const [shape, setShape] = useState<Shape>('free')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const from = useRef<{ x: number; y: number } | null>(null)
  const aspect = photograph.width && photograph.height ? photograph.width / photograph.height : 3 / 2
  useEffect(() => {
    for (const [name, value] of Object.entries(part))
      frame.current?.style.setProperty(name, `${value * 100}%`)
  }, [part])
  const put = (next: Part, as = shape) => setPart(shaped(next, shapes[as], aspect))
  const place = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    }
  }
  const cut = async () => {
    setBusy(true)
    try {
      const answer = await desk.asking.send(
        `photographs/${photograph.id}/crop`,
        Object.fromEntries(Object.entries(part).map(([name, value]) => [name, String(value)])),
      )
      const [made] = readPhotographs(answer)
      if (!made) throw new Error('no photograph came back')
      desk.shelf.put(made)
      props.onCropped(made)
    } catch (error) {
      setTrouble(sentenceFor(error, texts.failed))
      setBusy(false)
    }
  }
  const edges: [keyof Part, string][] = [
    ['left', texts.cropLeft],
    ['top', texts.cropTop],
    ['width', texts.cropWidth],
    ...(shape === 'free' ? ([['height', texts.cropHeight]] as [keyof Part, string][]) : []),
  ]
  return (
    <div class="picture-tool">
      <div
        class="picture-tool__picture picture-tool__picture--crop"
        role="presentation"
        data-control
        onPointerDown={event => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          from.current = place(event)
        }}
        onPointerMove={event => {
          const start = from.current
          if (!start) return
          const now = place(event)
          put({
            left: Math.min(start.x, now.x),
            top: Math.min(start.y, now.y),
            width: Math.max(0.02, Math.abs(now.x - start.x)),
            height: Math.max(0.02, Math.abs(now.y - start.y)),
          })
        }}
        onPointerUp={() => {
          from.current = null
        }}
      >
        <img src={photograph.src} alt="" class="figure__image" draggable={false} />
        <div ref={frame} class="crop-frame" />
      </div>
      <p class="field__hint">{texts.cropHint}</p>
      <div class="controls__row">
        <Select
          label={texts.shape}
          value={shape}
          options={(Object.keys(shapes) as Shape[]).map(value => ({ value, label: texts.shapes[value] }))}
          onValue={next => {
            setShape(next)
            put(part, next)
          }}
        />
        {edges.map(([name, label]) => (
          <label key={name} class="field">
            <span class="field__label">{label}</span>
            <input
              type="range"
              min={name === 'left' || name === 'top' ? 0 : 2}
              max={100}
              value={Math.round(part[name] * 100)}
              onInput={event => put({ ...part, [name]: Number(event.currentTarget.value) / 100 })}
            />
          </label>
        ))}
      </div>
      {trouble && <p class="field__error">{trouble}</p>}
      <div class="controls__row">
        <Button kind="primary" disabled={busy} onPress={() => void cut()}>
          {busy ? texts.cropping : texts.useCrop}
        </Button>
        <Button onPress={props.onDone}>{texts.cancel}</Button>
      </div>
    </div>
  )
}

/** The part inside the picture, in the shape that is wanted. */
function shaped(part: Part, shape: number | null, aspect: number): Part {
  const left = Math.min(0.98, within(part.left))
  const top = Math.min(0.98, within(part.top))
  let width = Math.max(0.02, Math.min(part.width, 1 - left))
  let height = Math.max(0.02, Math.min(part.height, 1 - top))
  if (shape !== null) {
    height = (width * aspect) / shape
    if (height > 1 - top) {
      height = 1 - top
      width = (height * shape) / aspect
    }
  }
  return { left, top, width, height }
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value))
}
