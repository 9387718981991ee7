import { may, type Permission } from '../../platform/permissions.ts'

export { newsroomFailed } from './failed-page.newsroom.tsx'
export { newsroomPage } from './newsroom-page.tsx'
export { publicationDeskPage } from './publication-desk-page.tsx'

/** The desks in the order of the rail, and whose they are. */
export const desks = [
  { name: 'stories', href: '/newsroom/stories', who: 'write-stories', key: 's' },
  { name: 'planning', href: '/newsroom/planning', who: 'write-stories', key: 'p' },
  { name: 'live', href: '/newsroom/live', who: 'post-briefs', key: 'l' },
  { name: 'fronts', href: '/newsroom/fronts', who: 'curate-fronts', key: 'f' },
  { name: 'photographs', href: '/newsroom/photographs', who: 'use-photographs', key: 'i' },
  { name: 'publication', href: '/newsroom/publication', who: 'manage-topics', key: 'u' },
  { name: 'support', href: '/newsroom/support', who: 'reach-audience', key: 'm' },
  { name: 'gifts', href: '/newsroom/gifts', who: 'reach-audience', key: 'g' },
  { name: 'campaigns', href: '/newsroom/campaigns', who: 'reach-audience', key: 'c' },
  { name: 'staff', href: '/newsroom/staff', who: 'manage-staff', key: 't' },
  { name: 'audit', href: '/newsroom/audit', who: 'read-audit-log', key: 'a' },
] as const satisfies { name: string; href: string; who: Permission; key: string }[]

export type DeskName = (typeof desks)[number]['name'] | 'account'

/** The desks that are open to a role. */
export function desksFor(person: Parameters<typeof may>[0]): (typeof desks)[number][] {
  return desks.filter(({ who }) => may(person, who))
}
