import { type ComponentChildren, Fragment, h } from 'preact'
import { render } from 'preact-render-to-string'
import { ExpectedError } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { Answer, Ask } from '../../../../platform/http/route.ts'

type Handler = (ask: Ask, house: House) => Promise<Answer>

/** A piece of HTML for the editor's script to put in its page. */
export function fragment(children: ComponentChildren): Answer {
  return { body: render(h(Fragment, null, children)), headers: { 'cache-control': 'no-store' } }
}

/** For what the editor's script asks: an expected error is answered with its sentence, as plain text. */
export function plainly(handler: Handler): Handler {
  return async (ask, house) => {
    try {
      return await handler(ask, house)
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      return {
        status: error.status,
        type: 'text/plain; charset=utf-8',
        body: error.message,
        headers: { 'cache-control': 'no-store' },
      }
    }
  }
}
