import { readFile } from 'node:fs/promises'
import type { Command } from '../../platform/command.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { storeSign } from '../media/photograph.ts'
import {
  type PublicationSettings,
  parseSettings,
  readSettings,
  savePublication,
  unsetPublication,
} from '../publication/publication.ts'

/** Shows and sets the publication's settings from the command line. */
export const publicationCommand: Command = {
  name: 'publication',
  usage: '[set FIELD VALUE | logo FILE [DARK_FILE] | icon FILE]',
  summary: 'show the publication’s settings, or change one',
  async run([what, ...args], house) {
    const settings = await currentSettings(house)
    if (what === undefined) return show(settings)
    if (what === 'set') return show(await savePublication(house, withField(settings, args)))
    if (what === 'logo')
      return show(await savePublication(house, { ...settings, logo: await readLogo(house, args) }))
    if (what === 'icon')
      return show(
        await savePublication(house, {
          ...settings,
          icon: { file: (await readSign(house, args[0], 'icon')).file },
        }),
      )
    throw new BadInput({
      field: 'publication',
      sentence: `“publication ${what}” is not known. It is: publication [set FIELD VALUE | logo FILE [DARK_FILE] | icon FILE].`,
    })
  },
}

async function currentSettings(house: Pick<House, 'db'>): Promise<PublicationSettings> {
  return parseSettings((await readSettings(house.db)) ?? unsetPublication)
}

function show(settings: PublicationSettings): number {
  process.stdout.write(`${JSON.stringify(settings, null, 2)}\n`)
  return 0
}

/** The settings with one field changed; `organisation.email` reaches inside. A value that is JSON is read as JSON. */
function withField(settings: PublicationSettings, [field = '', text]: string[]): unknown {
  const names = field.split('.')
  const changed = structuredClone(settings) as Record<string, unknown>
  let place = changed
  for (const name of names.slice(0, -1)) {
    const inner = Object.hasOwn(place, name) ? place[name] : undefined
    if (typeof inner !== 'object' || inner === null) throw noField(field, settings)
    place = inner as Record<string, unknown>
  }
  const last = names.at(-1)!
  if (text === undefined || !Object.hasOwn(place, last)) throw noField(field, settings)
  place[last] = readValue(text, place[last])
  return changed
}

function noField(field: string, settings: object): BadInput {
  const known = Object.keys(settings).join(', ')
  return new BadInput({
    field: field || 'field',
    sentence: `There is no field “${field}”, or no value was given. Write: publication set FIELD VALUE. The fields are ${known}.`,
  })
}

/** What is text now stays text, whatever it looks like; anything else is read as JSON where it is JSON. */
function readValue(text: string, before: unknown): unknown {
  if (typeof before === 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function readLogo(house: House, [light, dark]: string[]): Promise<PublicationSettings['logo']> {
  if (light === 'none') return null
  return {
    light: await readSign(house, light, 'logo-light'),
    dark: dark === undefined ? null : await readSign(house, dark, 'logo-dark'),
  }
}

async function readSign(house: House, path: string | undefined, name: 'logo-light' | 'logo-dark' | 'icon') {
  if (!path) throw new BadInput({ field: name, sentence: 'The file of the picture is missing.' })
  const bytes = await readFile(path).catch(error => {
    throw new BadInput({ field: name, sentence: `${path} cannot be read (${error.code}).` })
  })
  return storeSign(house, { bytes, name })
}
