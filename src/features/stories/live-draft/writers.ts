import type { House } from '../../../platform/house.ts'
import { databaseAway } from '../../../platform/http/database-away.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import { isOwnStory } from '../publishing/story-access.ts'
import { aliveSessions } from './document-queries.ts'
import {
  type Arrival,
  deleteNodePresence,
  deletePresence,
  insertPresence,
  renewPresence,
} from './presence-queries.ts'

/** One socket of somebody who writes. */
export interface Writer {
  socket: string
  storyId: number
  staff: StaffMember
  mayWrite: boolean
  /** Ends the connection; the sentence is for who sits there. */
  end(code: number, sentence: string): void
}

/** Who writes on this node, told to all nodes, and for how long they may. */
export function createWriters(options: {
  house: Pick<House, 'db' | 'clock' | 'log'>
  node: string
  /** Tells somebody, in the text's own connection, why it ends. */
  explain(writer: Writer, sentence: string): void
}) {
  const { house, node, explain } = options
  const writers = new Set<Writer>()

  return {
    arrived(writer: Writer): void {
      writers.add(writer)
      quietly(insertPresence(house.db, arrivalOf(writer), house.clock.now()))
    },
    left(writer: Writer): void {
      if (writers.delete(writer)) quietly(deletePresence(house.db, writer.socket))
    },
    countOf: (storyId: number) => of(storyId).length,
    /** Says again who is here, and ends what may not go on. */
    async renew(): Promise<void> {
      const now = house.clock.now()
      await renewPresence(house.db, [...writers].map(arrivalOf), now)
      const sessions = [...writers].map(({ staff }) => staff)
      const alive = await aliveSessions(house.db, sessions, now)
      for (const writer of [...writers]) {
        if (!alive.has(writer.staff.sessionId))
          end(writer, 4401, 'You are signed out. Sign in again to go on writing.')
        else if (!(await stillMay(writer))) end(writer, 4403, 'This story is not yours to write any more.')
      }
    },
    endAllOf(storyId: number, sentence: string): void {
      for (const writer of of(storyId)) end(writer, 4404, sentence)
    },
    /** The node stops: whoever writes here comes back to another. */
    async stop(): Promise<void> {
      for (const writer of [...writers]) writer.end(1001, 'The server is being restarted.')
      await deleteNodePresence(house.db, node).catch(() => {})
    },
  }

  function of(storyId: number): Writer[] {
    return [...writers].filter(writer => writer.storyId === storyId)
  }

  /** Ends a connection for good. */
  function end(writer: Writer, code: number, sentence: string): void {
    explain(writer, sentence)
    writer.end(code, sentence)
  }

  async function stillMay({ staff, storyId }: Writer): Promise<boolean> {
    if (may(staff, 'edit-all-stories')) return true
    return may(staff, 'write-stories') && (await isOwnStory(house.db, storyId, staff))
  }

  function arrivalOf({ socket, storyId, staff }: Writer): Arrival {
    return { socket, node, storyId, staffId: staff.id }
  }

  /** Presence is good to have; nothing waits for it. */
  function quietly(work: Promise<void>): void {
    work.catch(error => {
      const { message } = databaseAway(error) as Error
      house.log.debug({ error: message }, 'presence could not be told')
    })
  }
}

/** The most that one editor may tell about itself (its cursors), in letters of JSON. */
const mostStateLetters = 4000

/** Who somebody is comes from their session, whatever their browser says (states of y-protocols' awareness). */
export function introduce(states: Map<number, Record<string, unknown>>, staff: StaffMember): void {
  for (const [client, state] of states) {
    if (JSON.stringify(state).length > mostStateLetters) states.delete(client)
    else state.user = { ...Object(state.user), id: staff.id, name: staff.name }
  }
}
