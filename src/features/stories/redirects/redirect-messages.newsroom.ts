import { newsroomTexts } from '../../../design/newsroom/newsroom-texts.ts'
import { de } from './redirect-messages.newsroom.de.ts'
import { uk } from './redirect-messages.newsroom.uk.ts'

export const redirectTexts = newsroomTexts({
  en: {
    redirects: 'Redirects',
    intro:
      'Old addresses that lead somewhere else. Those of renamed stories and of imported archives are kept by themselves; add what else readers may still follow. A redirect counts only where nothing stands at its address.',
    from: 'Old address',
    fromHint: 'A path on this site, with its query where that matters: /2019/05/old-story or /?p=12',
    to: 'Leads to',
    toHint: 'A path on this site, or a whole address that begins with https://',
    add: 'Add the redirect',
    since: 'Since',
    find: 'Find an address',
    findButton: 'Find',
    remove: 'Remove',
    saved: 'The redirect is in force.',
    removed: 'The redirect is gone.',
    older: 'More',
    emptyTitle: 'No redirects',
    empty: 'Nothing leads on yet, or nothing matches what you look for.',
    fromWrong: 'The old address begins with a slash and stands on this site.',
    toWrong:
      'A redirect leads to a path that begins with a slash, or to an address with http:// or https://.',
    same: 'An address cannot lead to itself.',
    circle: 'That would lead in a circle: the address it leads to leads back.',
    taken: (path: string) => `A page stands at “${path}”, so a redirect there would do nothing.`,
  },
  de,
  uk,
})
