import type { Role } from '../src/platform/permissions.ts'

/** Who works at the demo's paper; those who write have the author's page of that slug. */
export const staff: { name: string; role: Role; language: string; author?: string }[] = [
  { name: 'Maeve Carrigan', role: 'owner', language: 'en', author: 'maeve-carrigan' },
  { name: 'Ines Okafor-Lund', role: 'editor', language: 'en', author: 'ines-okafor-lund' },
  { name: 'Tomas Vell', role: 'reporter', language: 'en', author: 'tomas-vell' },
  { name: 'Daniel Prouse', role: 'reporter', language: 'en', author: 'daniel-prouse' },
  { name: 'Salma Haddad', role: 'reporter', language: 'en', author: 'salma-haddad' },
  { name: 'Wilf Arden', role: 'contributor', language: 'en', author: 'wilf-arden' },
  { name: 'Nell Garrity', role: 'audience', language: 'en' },
]

/** The demo's people have addresses that cannot exist (RFC 2606); their letters go to the practice mailbox. */
export function emailOf({ name }: { name: string }): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@wrenmouth-lantern.example`
}
