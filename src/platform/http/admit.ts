import { Forbidden, SignInNeeded } from '../errors/errors.ts'
import { may, type Permission } from '../permissions.ts'
import type { Ask, Route } from './route.ts'

/** Throws SignInNeeded or Forbidden unless the caller is one for whom the route is there. */
export function admit({ who }: Route, { reader, staff }: Ask): void {
  if (who === 'anyone' || who === 'processor') return
  if (who === 'reader') {
    if (!reader) throw new SignInNeeded()
    return
  }
  if (!staff) throw new SignInNeeded()
  if (who !== 'staff' && !may(staff, who satisfies Permission))
    throw new Forbidden('Your role in the newsroom does not allow this.')
}
