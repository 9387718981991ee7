import { themeNames } from '../../design/newsroom/newsroom-theme.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { may } from '../../platform/permissions.ts'
import { desksFor } from './newsroom.ts'
import type { newsroomMessages } from './newsroom-messages.newsroom.ts'

/** Something the palette offers: a page to go to, or a form to send. */
export interface Command {
  label: string
  /** Other words that lead to it. */
  words?: string
  href?: string
  /** Opens beside the newsroom. */
  beside?: boolean
  post?: { action: string; fields?: Record<string, string> }
  /** The keys that do the same, in the order in which they are pressed. */
  keys?: string[]
}

type Texts = ReturnType<typeof newsroomMessages>

/** Every command that is open to this person on this page of the newsroom. */
export function commandsFor(staff: StaffMember, path: string, texts: Texts): Command[] {
  const { commands } = texts
  const story = /^\/newsroom\/stories\/([1-9]\d*)(?:\/|$)/.exec(path)?.[1]
  return [
    ...(story && may(staff, 'publish-stories')
      ? [{ label: commands.publishStory, href: `/newsroom/stories/${story}/publish` }]
      : []),
    ...(may(staff, 'write-stories')
      ? [{ label: texts.keys.newStory, href: '/newsroom/stories/new', keys: ['n'] }]
      : []),
    ...(may(staff, 'post-briefs')
      ? [{ label: texts.keys.newBrief, href: '/newsroom/live', keys: ['b'] }]
      : []),
    ...desksFor(staff).map(({ name, href, key }) => ({
      label: texts.keys.desk(texts.deskNames[name]),
      words: texts.deskNames[name],
      href,
      keys: ['g', key],
    })),
    { label: texts.deskNames.account, words: commands.accountWords, href: '/newsroom/account' },
    { label: commands.paper, href: '/', beside: true },
    { label: texts.shortcuts, href: '/newsroom/shortcuts', keys: ['?'] },
    ...themeNames.map(theme => ({
      label: commands.theme[theme],
      words: commands.themeWords,
      post: { action: '/newsroom/theme', fields: { theme } },
    })),
    { label: commands.signOut, words: commands.signOutWords, post: { action: '/newsroom/sign-out' } },
  ]
}

/** The commands that hold every word looked for, wherever in it; all where nothing is looked for. */
export function findCommands(commands: readonly Command[], q: string): Command[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ label, words = '' }) => {
    const said = `${label} ${words}`.toLowerCase()
    return wanted.every(word => said.includes(word))
  })
}
