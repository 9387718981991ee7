import {
  type Container,
  container,
  type FrontContent,
  frontContent,
  type Layout,
  type Slot,
  slot,
} from '../front.ts'

/** One thing that an editor does to a front. Containers are named by id and slots by their story, so that two people's changes do not undo each other. */
export type FrontChange =
  | { do: 'add-container'; layout: Layout; id: string }
  | {
      do: 'set-container'
      container: string
      values: Pick<Container, 'layout' | 'title' | 'href' | 'size' | 'fill'>
    }
  | { do: 'move-container'; container: string; by: number }
  | { do: 'remove-container'; container: string }
  | { do: 'add-slot'; container: string; storyId: number }
  /** `at` is the place in the container `to` once the slot has been taken out of where it was. */
  | { do: 'move-slot'; container: string; storyId: number; to: string; at: number }
  | { do: 'remove-slot'; container: string; storyId: number }
  | { do: 'set-slot'; container: string; slot: Slot }

/** The front after a change. A container or slot that somebody else has taken out meanwhile leaves it as it is. */
export function arrangeFront(front: FrontContent, change: FrontChange): FrontContent {
  return frontContent.parse({ containers: arranged(front.containers, change) })
}

function arranged(containers: readonly Container[], change: FrontChange): Container[] {
  switch (change.do) {
    case 'add-container':
      return [
        ...containers,
        container.parse({
          id: change.id,
          layout: change.layout,
          size: sizes[change.layout],
          slots: [],
          fill: null,
        }),
      ]
    case 'set-container':
      return containers.map(each => (each.id === change.container ? { ...each, ...change.values } : each))
    case 'move-container':
      return moved(
        containers,
        containers.findIndex(({ id }) => id === change.container),
        change.by,
      )
    case 'remove-container':
      return containers.filter(({ id }) => id !== change.container)
    case 'add-slot':
      return withSlots(containers, change.container, slots =>
        slots.some(({ storyId }) => storyId === change.storyId)
          ? slots
          : [{ storyId: change.storyId }, ...slots],
      )
    case 'move-slot':
      return moveSlot(containers, change)
    case 'remove-slot':
      return withSlots(containers, change.container, slots =>
        slots.filter(({ storyId }) => storyId !== change.storyId),
      )
    case 'set-slot':
      return withSlots(containers, change.container, slots =>
        slots.map(each => (each.storyId === change.slot.storyId ? slot.parse(change.slot) : each)),
      )
  }
}

/** How many stories a new container of a layout shows; editors change it as they like. */
const sizes: Record<Layout, number> = { lead: 3, river: 8, grid: 5, list: 5, opinion: 3, ranked: 5 }

function moveSlot(
  containers: readonly Container[],
  change: Extract<FrontChange, { do: 'move-slot' }>,
): Container[] {
  const taken = containers
    .find(({ id }) => id === change.container)
    ?.slots.find(({ storyId }) => storyId === change.storyId)
  if (!taken || !containers.some(({ id }) => id === change.to)) return [...containers]
  const without = withSlots(containers, change.container, slots =>
    slots.filter(({ storyId }) => storyId !== change.storyId),
  )
  return withSlots(without, change.to, slots => {
    const others = slots.filter(({ storyId }) => storyId !== change.storyId)
    return others.toSpliced(Math.max(0, Math.min(others.length, change.at)), 0, taken)
  })
}

function withSlots(
  containers: readonly Container[],
  wanted: string,
  change: (slots: readonly Slot[]) => readonly Slot[],
): Container[] {
  return containers.map(each => (each.id === wanted ? { ...each, slots: [...change(each.slots)] } : each))
}

function moved(containers: readonly Container[], from: number, by: number): Container[] {
  const [taken] = containers.slice(from, from + 1)
  if (from === -1 || !taken) return [...containers]
  const others = containers.toSpliced(from, 1)
  return others.toSpliced(Math.max(0, Math.min(others.length, from + by)), 0, taken)
}
