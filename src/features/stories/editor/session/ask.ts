/** The newsroom's own words for why something cannot be done; fit to be shown as it is. */
export class Refused extends Error {
  override name = 'Refused'
}

/** What the editor asks the newsroom for beside the text: pieces of HTML, and answers that are one sentence. */
export interface Asking {
  /** The elements of the answer, from a path below the story's own address. */
  get(path: string, query?: Record<string, string>): Promise<HTMLElement>
  /** Sends a form; gives the elements of the answer. Rejects with Refused for what the newsroom does not take. */
  send(path: string, fields: Record<string, string>): Promise<HTMLElement>
  sendJson(path: string, value: unknown): Promise<HTMLElement>
  /** Where a path below the story's address leads. */
  address(path: string): string
  token: string
}

export function askingFor(storyId: number, failed: string): Asking {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? ''
  const address = (path: string) => `/newsroom/stories/${storyId}/${path}`
  const headers = { 'x-csrf-token': token, accept: 'text/html' }
  return {
    token,
    address,
    get: (path, query = {}) => ask(`${address(path)}?${new URLSearchParams(query)}`, {}, failed),
    send: (path, fields) =>
      ask(address(path), { method: 'POST', headers, body: new URLSearchParams(fields) }, failed),
    sendJson: (path, value) =>
      ask(
        address(path),
        {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(value),
        },
        failed,
      ),
  }
}

async function ask(url: string, request: RequestInit, failed: string): Promise<HTMLElement> {
  const answer = await fetch(url, { redirect: 'error', ...request }).catch(() => null)
  if (!answer) throw new Refused(failed)
  const text = await answer.text()
  if (!answer.ok) throw new Refused(sentenceIn(answer, text) ?? failed)
  // A whole document, so that nothing in it is loaded or run.
  return new DOMParser().parseFromString(text, 'text/html').body
}

/** The sentence of an answer that is not what was asked for: plain text, or a page of the newsroom that says why. */
export function sentenceIn(
  { headers }: { headers: { get(name: string): string | null } },
  text: string,
): string | null {
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('text/plain')) return text.trim().slice(0, 400) || null
  const page = new DOMParser().parseFromString(text, 'text/html')
  return page.querySelector('.failure p')?.textContent?.trim() || null
}
