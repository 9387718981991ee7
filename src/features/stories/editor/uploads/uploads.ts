import { blockMessages } from '../block-messages.newsroom.ts'
import { type Asking, Refused, sentenceIn } from '../session/ask.ts'

/** One file on its way to the newsroom. */
export interface Upload {
  key: string
  file: File
  /** A picture of it until the newsroom has one; '' for what is no picture. */
  preview: string
  state: 'going' | 'failed'
  /** 0–1 */
  progress: number
  /** Why it failed, in the newsroom's words. */
  sentence: string
}

export interface Uploads {
  get(key: string): Upload | undefined
  listen(listener: () => void): () => void
  /** Sends a file; `done` gets the elements of the answer. The upload stays, failed, until it is retried or dropped. */
  begin(file: File, what: 'photographs' | 'files', done: (answer: HTMLElement) => void): string
  retry(key: string): void
  cancel(key: string): void
}

interface Going extends Upload {
  request: XMLHttpRequest | null
  what: 'photographs' | 'files'
  done(answer: HTMLElement): void
}

/** As store-photograph.ts and store-file.ts have it. */
const mostMegabytes = { photographs: 50, files: 200 } as const

/** Files go up by XMLHttpRequest, which alone tells how far they are. */
export function openUploads(asking: Asking, failed: string): Uploads {
  const texts = blockMessages(document.documentElement.lang)
  const all = new Map<string, Going>()
  const listeners = new Set<() => void>()
  addEventListener('beforeunload', event => {
    if ([...all.values()].some(each => each.state === 'going')) event.preventDefault()
  })
  return {
    get: key => all.get(key),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin(file, what, done) {
      const key = crypto.randomUUID()
      const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : ''
      all.set(key, {
        key,
        file,
        preview,
        what,
        done,
        state: 'going',
        progress: 0,
        sentence: '',
        request: null,
      })
      start(key)
      return key
    },
    retry: start,
    cancel(key) {
      all.get(key)?.request?.abort()
      drop(key)
    },
  }

  function start(key: string): void {
    const upload = all.get(key)
    if (!upload) return
    const most = mostMegabytes[upload.what]
    if (upload.file.size > most * 1_048_576) {
      // The newsroom says so too, but only once it has all been sent.
      change(key, { state: 'failed', sentence: texts.tooLarge(upload.file.name, most) })
      return
    }
    const request = new XMLHttpRequest()
    const fail = (sentence: string) => change(key, { state: 'failed', sentence, request: null })
    change(key, { state: 'going', progress: 0, sentence: '', request })
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      change(key, { progress: total > 0 ? loaded / total : 0 })
    })
    request.addEventListener('error', () => fail(failed))
    request.addEventListener('load', () => {
      if (request.status === 401) return fail(texts.sendSignedOut)
      if (request.status !== 200) return fail(sentenceOf(request) ?? failed)
      // Led elsewhere, which is to the sign-in page: what it answers is not about the file.
      if (URL.parse(request.responseURL)?.pathname !== asking.address(upload.what))
        return fail(texts.sendSignedOut)
      const answer = new DOMParser().parseFromString(request.responseText, 'text/html').body
      upload.done(answer)
      drop(key)
    })
    request.open('POST', asking.address(upload.what))
    request.setRequestHeader('x-csrf-token', asking.token)
    const form = new FormData()
    form.append('csrf', asking.token)
    form.append('file', upload.file, upload.file.name)
    request.send(form)
  }

  function change(key: string, changes: Partial<Going>): void {
    const upload = all.get(key)
    if (!upload) return
    all.set(key, { ...upload, ...changes })
    tell()
  }

  function drop(key: string): void {
    const upload = all.get(key)
    if (!upload) return
    all.delete(key)
    if (upload.preview) URL.revokeObjectURL(upload.preview)
    tell()
  }

  function tell(): void {
    for (const listener of [...listeners]) listener()
  }
}

function sentenceOf(request: XMLHttpRequest): string | null {
  return sentenceIn({ headers: { get: name => request.getResponseHeader(name) } }, request.responseText)
}

/** What to say of an error of any kind. */
export function sentenceFor(error: unknown, otherwise: string): string {
  return error instanceof Refused ? error.message : otherwise
}
