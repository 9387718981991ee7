import type { IncomingMessage } from 'node:http'

/** Which print of an address a request gets. */
export interface Chosen {
  /** Name of the print; '' is the one that carries the choice itself. */
  name: string
  /** A whole Set-Cookie value to send along. */
  cookie?: string
  /** False where what is sent counts for nothing: it is fetched in advance, or for a robot. */
  counts: boolean
}

/**
 * One address with several prints, each the same for all who get it. A page without variants costs nothing for it; one
 * that has them is kept by no cache but the press and the reader's own, since only the press can choose.
 */
export interface Variants {
  /** Called once or twice for each request: must be quick, and do nothing but choose. */
  choose(request: IncomingMessage): Chosen
  /** What was chosen has been sent. */
  sent(chosen: Chosen): void
}

/** The name under which a variant is kept: no address holds a line's end. */
export function variantName(name: string, variant: string): string {
  return variant === '' ? name : `${name}\n${variant}`
}
