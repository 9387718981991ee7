import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/database.ts'
import { adoptSettings } from '../publication/publication.ts'
import type { ImportedPublicationHint } from './import.ts'
import type { ReportKeeper } from './report.ts'

const mostSections = 6

/**
 * Names a publication that has no settings yet after the archive that comes in, with the topics most is written about
 * as its navigation. One that has settings keeps them.
 */
export async function adoptPublication(
  tx: Transaction,
  options: { hint: ImportedPublicationHint | undefined; now: Date; keeper: ReportKeeper },
): Promise<void> {
  const { hint, now, keeper } = options
  const name = hint?.name?.trim().slice(0, 120)
  if (!hint || !name) return
  const settings = await adoptSettings(
    tx,
    {
      name,
      tagline: hint.tagline?.trim().slice(0, 160) ?? '',
      ...(hint.language ? { language: hint.language } : {}),
      ...(hint.timeZone ? { timeZone: hint.timeZone } : {}),
      navigation: await sections(tx),
    },
    now,
  )
  if (settings)
    keeper.changed({
      title: settings.name,
      what: 'the publication had no name yet: it has that of the archive, and its largest topics as navigation',
    })
}

async function sections(tx: Transaction): Promise<{ label: string; href: string }[]> {
  const { rows } = await sql<{ name: string; slug: string }>`
    select t.name, t.slug from published_stories p join topics t on t.id = p.primary_topic_id
    where p.kind = 'story' group by t.id order by count(*) desc, t.id limit ${mostSections}`.execute(tx)
  return rows.map(({ name, slug }) => ({ label: name.slice(0, 80), href: `/topics/${slug}` }))
}
