import { load } from '../../../design/newsroom/swap.island.ts'

/** Photographs by drop, with progress; and the point that must be seen, by a click or the arrow keys. */
export function startPhotographDesk(): void {
  startUpload()
  startFocal()
}

function startUpload(): void {
  const form = document.querySelector<HTMLFormElement>('[data-upload]')
  const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
  if (!form || !input) return
  form.addEventListener('submit', event => {
    if (!input.files?.length) return
    event.preventDefault()
    void sendAll(form, [...input.files])
    input.value = ''
  })
  input.addEventListener('change', () => form.requestSubmit())
  document.addEventListener('dragover', event => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  document.addEventListener('drop', event => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    void sendAll(form, [...event.dataTransfer.files])
  })
}

async function sendAll(form: HTMLFormElement, files: File[]): Promise<void> {
  // One after the other: the darkroom works on one picture at a time, and a slow line is not split.
  for (const file of files) await sendOne(form, file)
  await load(location.pathname, {}, '#photographs', { failed: '' })
}

function sendOne(form: HTMLFormElement, file: File): Promise<void> {
  const line = document.createElement('li')
  const words = document.createElement('span')
  const bar = document.createElement('progress')
  const named = (text: string | undefined) => (text ?? '').replace('{name}', file.name)
  words.textContent = named(form.dataset.going)
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', words.textContent)
  line.append(words, bar)
  form.querySelector('[data-upload-progress]')?.append(line)
  const body = new FormData()
  body.append('csrf', (form.elements.namedItem('csrf') as HTMLInputElement).value)
  body.append('photograph', file)
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.responseType = 'document'
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = total ? loaded / total : 0
    })
    request.addEventListener('loadend', () => {
      if (request.status === 200) line.remove()
      else {
        bar.remove()
        line.className = 'field__error'
        words.textContent =
          request.responseXML?.querySelector('.field__error')?.textContent ?? named(form.dataset.failed)
      }
      resolve()
    })
    request.send(body)
  })
}

function startFocal(): void {
  const table = document.querySelector<HTMLElement>('[data-focal]')
  const picture = table?.querySelector('img')
  const form = document.querySelector<HTMLFormElement>('[data-focal-form]')
  const x = form?.elements.namedItem('focalX') as HTMLInputElement | null
  const y = form?.elements.namedItem('focalY') as HTMLInputElement | null
  if (!table || !picture || !x || !y) return
  const point = document.createElement('button')
  point.type = 'button'
  point.className = 'light-table__point'
  point.setAttribute('aria-label', form?.querySelector('fieldset legend')?.textContent ?? '')
  table.append(point)
  const show = () => {
    point.style.left = `${x.value}%`
    point.style.top = `${y.value}%`
    for (const crop of document.querySelectorAll<HTMLImageElement>('.crops img'))
      crop.style.objectPosition = `${x.value}% ${y.value}%`
  }
  const set = (left: number, top: number) => {
    x.value = String(Math.round(Math.min(100, Math.max(0, left))))
    y.value = String(Math.round(Math.min(100, Math.max(0, top))))
    show()
  }
  picture.addEventListener('click', event => {
    const box = picture.getBoundingClientRect()
    set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100)
  })
  point.addEventListener('keydown', event => {
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-2, 0],
      ArrowRight: [2, 0],
      ArrowUp: [0, -2],
      ArrowDown: [0, 2],
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    set(Number(x.value) + step[0], Number(y.value) + step[1])
  })
  for (const input of [x, y]) input.addEventListener('input', show)
  show()
}
