import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { aDraft } from '../../../test/builders/a-story.ts'
import { type SignedIn, signedIn, signInAgain } from '../../../test/builders/staff.ts'
import { testHouse } from '../../../test/builders/test-house.ts'

const opened = await testHouse({ working: true })
const { house } = opened
const url = await opened.serve()
const storyId = await aDraft(house)

/** Opens the text of a story as the editor does (RFC 6455, 4.1), and holds it open. */
function hold({ cookie }: SignedIn): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/newsroom/stories/${storyId}/live`, {
      headers: {
        cookie,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    asked.on('upgrade', (_, socket) => resolve(socket))
    asked.on('response', answer => reject(new Error(`refused with ${answer.statusCode}`)))
    asked.on('error', reject)
    asked.end()
  })
}

const isCut = (socket: Duplex) =>
  new Promise<void>(resolve => {
    socket.on('error', () => {})
    socket.on('close', () => resolve())
    socket.resume()
  })

test('whoever is signed out loses what they held open, at once, and nobody else does', async () => {
  const owner = await signedIn(house, 'owner')
  const leaver = await signedIn(house, 'editor')
  const there = await signInAgain(house, leaver.staff.id)
  const stays = await hold(owner)
  const [here, elsewhere] = [await hold(leaver), await hold(there)]
  const cutElsewhere = isCut(elsewhere)
  await leaver.post(`${url}/newsroom/account/sessions/${there.staff.sessionId}/end`)
  await cutElsewhere
  expect(here.destroyed).toBe(false)
  const cutHere = isCut(here)
  await owner.post(`${url}/newsroom/staff/${leaver.staff.id}/deactivate`)
  await cutHere
  expect(stays.destroyed).toBe(false)
  stays.destroy()
})
