import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../design/newsroom/field.tsx'
import { sansNames, serifNames } from '../../design/typefaces.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { may } from '../../platform/permissions.ts'
import { storeSign } from '../media/photograph.ts'
import { publicationDeskPage } from '../newsroom/newsroom.ts'
import {
  describePublication,
  type PublicationSettings,
  parseSettings,
  readPublication,
} from '../publication/publication.ts'
import { changeSettings } from './change-settings.ts'
import { currentSettings, settingsFields, settingsFrom, textOf } from './settings-form.ts'
import { settingsTexts } from './settings-messages.newsroom.ts'

const root = '/newsroom/publication/settings'

/** `/newsroom/publication`: leads to the first of its pages that is open to whoever asks. */
export async function publicationDesk({ staff }: Ask): Promise<Answer> {
  return seeOther(staff && may(staff, 'run-publication') ? root : '/newsroom/publication/topics')
}

/** `/newsroom/publication/settings`: what readers see of the paper on every page, with a preview. */
export async function settingsDesk(ask: Ask, house: House): Promise<Answer> {
  return settingsForm(ask, house, await currentSettings(house))
}

export async function saveSettingsForm(ask: Ask, house: House): Promise<Answer> {
  try {
    // The words are looked at first, so that a mistake in them does not cost an upload.
    parseSettings(settingsFrom(ask.form, await currentSettings(house)))
    const signs = await newSigns(ask, house)
    await changeSettings(house, {
      by: ask.staff!,
      change: settings => withSigns(settingsFrom(ask.form, settings) as PublicationSettings, signs),
    })
    return seeOther(`${root}?saved=1`)
  } catch (error) {
    if (error instanceof BadInput) return settingsForm(ask, house, await currentSettings(house), error)
    throw error
  }
}

/**
 * The front as it would be with what stands in the form, for the frame beside it. Nothing is saved, and nothing of it
 * is kept by the press.
 */
export function settingsPreview(front: (ask: Ask, house: House) => Promise<Answer>) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const wanted = settingsFrom(ask.form, await currentSettings(house))
    const { logo, ...now } = await readPublication(house)
    const described = describePublication(parseSettings(wanted), {
      siteUrl: house.config.siteUrl,
      fileAddress: key => `/media/${key}`,
    })
    const publication = { ...now, ...described }
    const press: House['press'] = {
      ...house.press,
      keep: <T,>(name: string, _keys: string[], load: () => Promise<T>) =>
        name === 'publication' ? Promise.resolve(publication as T) : load(),
    }
    const answer = await front({ ...ask, query: {}, standing: 'guest' }, { ...house, press })
    return {
      ...answer,
      headers: { ...answer.headers, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
    }
  }
}

interface Signs {
  light?: Sign
  dark?: Sign
  icon?: Sign
  none: boolean
}
type Sign = { file: string; width: number; height: number }

async function newSigns(ask: Ask, house: House): Promise<Signs> {
  const signs: Signs = { none: Boolean(ask.form.noLogo) }
  const names = { light: 'logo-light', dark: 'logo-dark', icon: 'icon' } as const
  for await (const { field, stream } of ask.files()) {
    if (!(field in names)) continue
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    const name = names[field as keyof typeof names]
    signs[field as keyof typeof names] = await storeSign(house, { bytes: Buffer.concat(parts), name })
  }
  return signs
}

function withSigns(settings: PublicationSettings, { light, dark, icon, none }: Signs): PublicationSettings {
  const lightLogo = light ?? settings.logo?.light
  const logo = none || !lightLogo ? null : { light: lightLogo, dark: dark ?? settings.logo?.dark ?? null }
  return { ...settings, logo, icon: icon ? { file: icon.file } : settings.icon }
}

async function settingsForm(
  ask: Ask,
  house: House,
  settings: PublicationSettings,
  error?: BadInput,
): Promise<Answer> {
  const texts = settingsTexts(ask.staff!.language)
  const field = (name: string) => ({
    name,
    label: texts.fields[name]!,
    hint: texts.hints[name],
    value: Object.hasOwn(ask.form, name) ? fieldOf(ask.form, name) : textOf(settings, name),
    error: error?.field === name ? error.message : undefined,
  })
  const faces = (all: readonly string[]) => all.map(face => [face, texts.faces[face]!] as const)
  return publicationDeskPage(ask, house, {
    tab: root,
    title: texts.settings,
    wide: true,
    status: error ? 422 : undefined,
    notice: error ? error.message : ask.query.saved ? texts.saved : undefined,
    body: (
      <>
        <div class="settings">
          <form
            id="settings-form"
            method="post"
            action={root}
            enctype="multipart/form-data"
            class="settings__form"
            data-settings-form
          >
            <CsrfField ask={ask} />
            <p>{texts.intro}</p>
            <h2>{texts.groups.name}</h2>
            {settingsFields.name.map(name => (
              <Field key={name} {...field(name)} type={name === 'description' ? 'textarea' : 'text'} />
            ))}
            <h2>{texts.groups.look}</h2>
            <Field {...field('accent')} type="color" />
            <Choice {...field('serif')} options={faces(serifNames)} />
            <Choice {...field('sans')} options={faces(sansNames)} />
            <h2>{texts.groups.signs}</h2>
            <Logo settings={settings} />
            <Field
              name="light"
              label={texts.logoLight}
              type="file"
              hint={texts.logoHint}
              error={pictureError('light')}
            />
            <Field name="dark" label={texts.logoDark} type="file" />
            {settings.logo && (
              <p class="field">
                <label class="check">
                  <input type="checkbox" name="noLogo" value="yes" />
                  {texts.noLogo}
                </label>
              </p>
            )}
            <Field name="icon" label={texts.icon} type="file" hint={texts.iconHint} />
            <h2>{texts.groups.imprint}</h2>
            {settingsFields.imprint.map(name => (
              <Field key={name} {...field(name)} />
            ))}
            <div class="settings__buttons">
              <button type="submit" class="button button--primary">
                {texts.save}
              </button>
              <button
                type="submit"
                class="button"
                formaction={`${root}/preview`}
                formtarget="settings-preview"
                data-settings-preview
              >
                {texts.preview}
              </button>
            </div>
          </form>
          <div class="settings__preview">
            <iframe name="settings-preview" title={texts.previewTitle} src="/" />
          </div>
        </div>
      </>
    ),
  })

  function pictureError(name: string): string | undefined {
    const pictures = ['photograph', 'picture', name]
    return error && pictures.includes(error.field) ? error.message : undefined
  }
}

function Logo({ settings }: { settings: PublicationSettings }): ComponentChildren {
  if (!settings.logo) return null
  const { file, width, height } = settings.logo.light
  return <img class="settings__logo" src={`/media/${file}`} width={width} height={height} alt="" />
}
