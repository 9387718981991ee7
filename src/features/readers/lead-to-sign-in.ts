import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { stepPath } from './steps.ts'

/** Leads somebody who is not signed in to the sign-in, and back to the page they asked for. */
export function leadToSignIn(ask: Pick<Ask, 'method' | 'path' | 'url'>): Answer {
  const reading = ask.method === 'GET' || ask.method === 'HEAD'
  return seeOther(stepPath('/account/sign-in', reading ? ask.path + ask.url.search : '/account'))
}
