import { newsroomTexts } from '../../design/newsroom/newsroom-texts.ts'
import { de } from './author-messages.newsroom.de.ts'
import { uk } from './author-messages.newsroom.uk.ts'

export const authorTexts = newsroomTexts({
  en: {
    authors: 'Authors',
    add: 'New author',
    name: 'Name',
    slug: 'Address',
    slugHint: 'What stands behind /authors/. The old address leads on to the new one.',
    role: 'Role',
    roleHint: 'As readers see it: “Harbour reporter”.',
    bio: 'About them',
    bioHint: 'A few sentences for their page.',
    email: 'E-mail address for readers',
    emailHint: 'Public, on their page. Leave it empty for none.',
    links: 'Links',
    linksHint: 'One a line: what it is, then its address. “Mastodon https://example.social/@name”',
    picture: 'Picture',
    pictureHint: 'A new picture takes the place of the one shown. JPEG, PNG, WebP or AVIF.',
    withoutPicture: 'Show no picture',
    stories: 'Stories',
    save: 'Save the author',
    saved: (name: string) => `“${name}” is saved.`,
    removed: 'The author is gone.',
    remove: 'Remove this author',
    removeHint: 'Possible while no story has them.',
    view: 'View their page',
    emptyTitle: 'No authors yet',
    empty:
      'An author has a name, a page and feeds of their own. Whoever signs in to the newsroom can be tied to one.',
    nameNeeded: 'Give the author a name.',
    slugWrong: 'The address takes letters, digits and single hyphens between them.',
    emailWrong: 'That is not an e-mail address.',
    linkWrong: (line: string) =>
      `“${line}” is no link: write what it is, then an address that begins with https://.`,
  },
  de,
  uk,
})
