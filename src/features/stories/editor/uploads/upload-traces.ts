import type * as Y from 'yjs'
import type { SharedStory } from '../session/shared-story.ts'

/**
 * A picture on its way to a place that has no block waiting for it: a gallery, the photograph at the top. It stands in
 * the shared story until the picture is there or nobody waits for it, so that a page that is left meanwhile leaves a trace.
 */
export interface UploadTrace {
  /** Under which key the browser that sends it knows it. */
  key: string
  /** `leadPlace`, or the id of a gallery. */
  place: string
  /** The file's name. */
  name: string
  /** Number of who sends it. */
  by: number
}

export const leadPlace = 'lead'

export function leaveTrace({ document }: Pick<SharedStory, 'document'>, trace: UploadTrace): void {
  const { key, ...rest } = trace
  tracesIn(document).set(key, rest)
}

export function dropTrace({ document }: Pick<SharedStory, 'document'>, key: string): void {
  const traces = tracesIn(document)
  if (traces.has(key)) traces.delete(key)
}

export function tracesAt({ document }: Pick<SharedStory, 'document'>, place: string): UploadTrace[] {
  return [...tracesIn(document).entries()].flatMap(([key, value]) => {
    const trace = Object(value) as Record<string, unknown>
    return trace.place === place ? [{ key, place, name: String(trace.name), by: Number(trace.by) }] : []
  })
}

/** Calls back at every change of any trace; gives back how to stop. */
export function listenToTraces(
  { document }: Pick<SharedStory, 'document'>,
  listener: () => void,
): () => void {
  const traces = tracesIn(document)
  traces.observe(listener)
  return () => traces.unobserve(listener)
}

function tracesIn(document: Y.Doc): Y.Map<unknown> {
  return document.getMap('uploads')
}
