import type { ComponentChildren } from 'preact'
import type { Role } from '../../platform/permissions.ts'
import { may } from '../../platform/permissions.ts'
import { Tabs } from './desk-head.tsx'
import { newsroomTexts } from './newsroom-texts.ts'

export const publicationTabTexts = newsroomTexts({
  en: {
    publication: 'Publication',
    settings: 'Settings',
    navigation: 'Navigation',
    topics: 'Topics',
    authors: 'Authors',
    redirects: 'Redirects',
    languages: 'Languages',
    letters: 'Letters',
  },
  de: {
    publication: 'Publikation',
    settings: 'Einstellungen',
    navigation: 'Navigation',
    topics: 'Themen',
    authors: 'Autoren',
    redirects: 'Weiterleitungen',
    languages: 'Sprachen',
    letters: 'Briefe',
  },
  uk: {
    publication: 'Видання',
    settings: 'Налаштування',
    navigation: 'Навігація',
    topics: 'Теми',
    authors: 'Автори',
    redirects: 'Переспрямування',
    languages: 'Мови',
    letters: 'Листи',
  },
})

/** The pages of the publication's desk, as far as they are open to a role. */
export function PublicationTabs({
  person,
  current,
  language,
}: {
  person: { role: Role }
  current: string
  language: string
}): ComponentChildren {
  const names = publicationTabTexts(language)
  const root = '/newsroom/publication'
  const tabs = [
    ...(may(person, 'run-publication')
      ? [
          { href: `${root}/settings`, label: names.settings },
          { href: `${root}/navigation`, label: names.navigation },
        ]
      : []),
    { href: `${root}/topics`, label: names.topics },
    { href: `${root}/authors`, label: names.authors },
    { href: `${root}/redirects`, label: names.redirects },
    ...(may(person, 'run-publication')
      ? [
          { href: `${root}/languages`, label: names.languages },
          { href: `${root}/letters`, label: names.letters },
        ]
      : []),
  ]
  return <Tabs label={names.publication} tabs={tabs} current={current} />
}
