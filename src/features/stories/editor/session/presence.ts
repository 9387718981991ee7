import type { Awareness } from 'y-protocols/awareness'
import { createStore, type Store } from './store.ts'

/** Somebody who has the story open. `colour` is one of `colours` classes. */
export interface Person {
  id: number
  name: string
  colour: number
}

/** So many colours are told apart, on light paper and on dark; always beside the name. */
export const colours = 8

/** Says who I am, and keeps the list of the others who are here: each once, however many windows they have open. */
export function meet(awareness: Awareness, me: { id: number; name: string }): Store<Person[]> {
  const others = createStore<Person[]>([])
  awareness.setLocalStateField('user', { ...me, colour: colourOf(me.id) })
  awareness.on('change', look)
  look()
  return others

  function look(): void {
    const found = new Map<number, Person>()
    for (const [client, state] of awareness.getStates()) {
      const person = personIn(state)
      if (client !== awareness.clientID && person && person.id !== me.id) found.set(person.id, person)
    }
    const next = [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
    if (JSON.stringify(next) !== JSON.stringify(others.get())) others.set(next)
  }
}

/** Reads who somebody says they are; null for what is not a person. */
export function personIn(state: Record<string, unknown> | null | undefined): Person | null {
  const user = Object(state?.user) as { id?: unknown; staffId?: unknown; name?: unknown; colour?: unknown }
  const id = Number(user.id ?? user.staffId)
  if (typeof user.name !== 'string' || !Number.isInteger(id)) return null
  return { id, name: user.name.slice(0, 80), colour: colourOf(id) }
}

function colourOf(id: number): number {
  return ((id % colours) + colours) % colours
}
