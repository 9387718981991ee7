/** A browser without scripts: keeps cookies, finds a form's token, follows no redirect by itself. */
export interface Visitor {
  cookies: Map<string, string>
  get(path: string): Promise<Page>
  /** Sends a form from the page that was read last, with its token. */
  post(path: string, form?: Record<string, string>): Promise<Page>
  /** Sends JSON as a script of the page that was read last. */
  send(path: string, value: unknown): Promise<Page>
}

export interface Page {
  status: number
  /** Where it leads on to; '' where it does not. */
  location: string
  text: string
  headers: Headers
}

export function visitor(url: string, headers: Record<string, string> = {}): Visitor {
  const cookies = new Map<string, string>()
  let token = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...headers, ...(init.headers as Record<string, string>) },
    })
    for (const set of answer.headers.getSetCookie()) keep(set)
    const text = await answer.text()
    token = /name="csrf(?:-token" content|" value)="([^"]+)"/.exec(text)?.[1] ?? token
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      text,
      headers: answer.headers,
    }
  }
  return {
    cookies,
    get: path => ask(path),
    post: (path, form = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams({ csrf: token, ...form }) }),
    send: (path, value) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': token },
        body: JSON.stringify(value),
      }),
  }

  function keep(set: string): void {
    const [pair = '', ...attributes] = set.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    const expires = attributes.find(each => each.startsWith('Expires='))?.slice('Expires='.length)
    const ended = expires !== undefined && Date.parse(expires) <= 0
    if (ended) cookies.delete(name)
    else cookies.set(name, pair.slice(name.length + 1))
  }
}
