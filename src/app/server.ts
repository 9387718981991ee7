import type { AddressInfo } from 'node:net'
import { viewCounterOf } from '../features/campaigns/campaign.ts'
import { closeNewsStreams } from '../features/live/brief-stream.ts'
import { newsroomFailed } from '../features/newsroom/newsroom.ts'
import { identifyReader, leadToSignIn, renewStanding } from '../features/readers/reader.ts'
import { identifyStaff, signedOut } from '../features/staff/staff.ts'
import { failed } from '../features/stories/failed-page.reader.tsx'
import { liveDrafts } from '../features/stories/live-draft/live-drafts.ts'
import { SignInNeeded } from '../platform/errors/errors.ts'
import type { House } from '../platform/house.ts'
import type { Answer, Ask } from '../platform/http/route.ts'
import { createHttpServer } from '../platform/http/server.ts'
import type { OpenHouse } from './open-house.ts'
import { routes } from './routes.ts'
import { standingOf } from './standing-of.ts'
import { startTicker } from './ticker.ts'

export interface RunningServer {
  /** Where it can be read from this machine, e.g. "http://localhost:4000". */
  url: string
  port: number
  stop(): Promise<void>
}

/** Serves every address. Rejects with the system's error (EADDRINUSE, EACCES) when it may not listen. */
export async function startServer({
  house,
  standings,
}: Pick<OpenHouse, 'house' | 'standings'>): Promise<RunningServer> {
  const server = await createHttpServer({
    house,
    standings,
    routes,
    failed: failedAnywhere,
    identify: identifyStaff,
    identifyReader,
    renewStanding: renewStanding(standingOf),
  })
  const stopHearing = house.events.listen(event => {
    const ended = signedOut(event)
    if (ended) server.cutOff(ended)
  })
  const stopTicker = startTicker(house)
  const address: AddressInfo = await server.listen({ port: house.config.port, host: house.config.host })
  const host = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address.address) ? 'localhost' : address.address
  house.payments.hearAt(`http://${reachedAt(address.address)}:${address.port}/webhooks/stripe`)
  return {
    url: `http://${inUrl(host)}:${address.port}`,
    port: address.port,
    async stop() {
      stopHearing()
      stopTicker()
      closeNewsStreams(house)
      // What is being typed is stored before anything is cut.
      await liveDrafts.close(house)
      await server.stop()
      await viewCounterOf(house)
        .flush()
        .catch(error => house.log.warn({ error: error.message }, 'the last views were not counted'))
    },
  }
}

/** Where this machine itself reaches what listens on an address; on all of them it is the loopback. */
function reachedAt(address: string): string {
  return inUrl({ '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address)
}

/** An address of IPv6 stands in brackets (RFC 3986, 3.2.2). */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

async function failedAnywhere(error: unknown, ask: Ask, house: House): Promise<Answer> {
  const inNewsroom = ask.path === '/newsroom' || ask.path.startsWith('/newsroom/')
  if (inNewsroom) return newsroomFailed(error, ask, house)
  return error instanceof SignInNeeded ? leadToSignIn(ask) : failed(error, ask, house)
}
