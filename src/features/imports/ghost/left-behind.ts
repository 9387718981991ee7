import type { LeftBehind } from '../import.ts'
import type { ExportIndex } from './export-index.ts'

const later = 'readers and their payments come with an import of their own, never with stories'
const settings = 'what the publication is set to is decided in the newsroom'
const machinery = 'it belongs to the old program'

/** Tables of a Ghost export that no story needs, and why they stay. */
const reasons: Record<string, string> = {
  benefits: later,
  comments: 'Masthead has no comments',
  custom_theme_settings: 'the look is the publication’s own',
  email_batches: later,
  email_recipients: later,
  emails: later,
  integrations: machinery,
  invites: 'staff are invited anew',
  labels: later,
  members: later,
  mobiledoc_revisions: 'only the last state of a post is taken',
  newsletters: 'newsletters are set up in the newsroom',
  offers: later,
  offer_redemptions: later,
  permissions: machinery,
  post_revisions: 'only the last state of a post is taken',
  posts_products: later,
  products: 'tiers are set up in the newsroom',
  products_benefits: later,
  recommendations: 'they were the old site’s own',
  redirects: 'they counted clicks in letters',
  roles: machinery,
  roles_users: 'staff are given their roles anew',
  settings,
  snippets: 'the parts kept for reuse stay behind; stories hold what they use of them',
  stripe_customers: later,
  stripe_prices: later,
  stripe_products: later,
  subscribers: later,
  webhooks: machinery,
}

const mostTables = 100

/** Everything in the export that is not taken, counted. */
export function* leftBehind(
  index: ExportIndex,
  found: { internalTags: string[]; idleUsers: number; users: number },
): Generator<LeftBehind> {
  const { internalTags, idleUsers, users } = found
  for (const title of internalTags) {
    yield { type: 'left-behind', what: 'internal tags', why: 'readers never saw them', title }
  }
  if (idleUsers > 0) yield left('users without stories', 'only who wrote something is an author', idleUsers)
  if (users > 0)
    yield left(
      'e-mail addresses and passwords of users',
      'they were never public; staff are invited anew',
      users,
    )
  if (index.settings.size > 0) yield left('settings', settings, index.settings.size)
  let told = 0
  for (const [table, rows] of index.others) {
    if (++told > mostTables) break
    const why = Object.hasOwn(reasons, table) ? reasons[table]! : 'no story needs it'
    yield left(`rows of “${table.slice(0, 60)}”`, why, rows)
  }
}

export function left(what: string, why: string, count: number): LeftBehind {
  return { type: 'left-behind', what, why, count }
}
