import type { House } from '../../platform/house.ts'
import { type Form, fieldOf } from '../../platform/http/form.ts'
import {
  type PublicationSettings,
  parseSettings,
  readSettings,
  unsetPublication,
} from '../publication/publication.ts'

/** The fields of the form, by the settings they are; a dot reaches inside. */
export const settingsFields = {
  name: ['name', 'shortName', 'tagline', 'description', 'homeTitle', 'newsFeed.name', 'footer.note'],
  look: ['accent', 'serif', 'sans'],
  imprint: [
    'organisation.legalName',
    'organisation.foundedIn',
    'organisation.email',
    'organisation.correctionsEmail',
    'organisation.address.street',
    'organisation.address.postalCode',
    'organisation.address.locality',
    'organisation.address.region',
    'organisation.address.country',
    'organisation.publishingPrinciples',
    'organisation.correctionsPolicy',
    'organisation.ownership',
  ],
} as const

const names: readonly string[] = Object.values(settingsFields).flat()

export async function currentSettings(house: Pick<House, 'db'>): Promise<PublicationSettings> {
  return parseSettings((await readSettings(house.db)) ?? unsetPublication)
}

/** The settings with what a form says in their place; fields the form does not have stay. Not checked yet. */
export function settingsFrom(form: Form, settings: PublicationSettings): unknown {
  const changed = structuredClone(settings) as Record<string, unknown>
  for (const name of names) {
    if (!Object.hasOwn(form, name)) continue
    const text = fieldOf(form, name).trim()
    put(changed, name.split('.'), name === 'organisation.foundedIn' ? yearFrom(text) : text)
  }
  return changed
}

/** What a setting is now, as the text of its field. */
export function textOf(settings: PublicationSettings, name: string): string {
  const value = name
    .split('.')
    .reduce<unknown>((place, key) => (place as Record<string, unknown>)?.[key], settings)
  return value === null || value === undefined ? '' : String(value)
}

function put(place: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) place[name] = value
  else put(place[name] as Record<string, unknown>, rest, value)
}

function yearFrom(text: string): number | null {
  return text === '' ? null : Number(text)
}
