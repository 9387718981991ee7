import type { ImportedTopic } from '../import.ts'
import { plainWords } from '../plain-words.ts'
import { readSlug } from '../slugs.ts'
import type { Archive } from './archive.ts'
import type { WxrItem } from './read-wxr.ts'

/** The category WordPress puts a post into when nobody chose one, in the languages it has. */
const nothingChosen =
  /^(uncategori[sz]ed|unkategorisiert|non-classe|sin-categoria|sem-categoria|senza-categoria|geen-categorie|bez-kategorii|bez-rubriky|fara-categorie|okategoriserade|ukategorisert|ukategoriseret|luokittelematon|без-рубрики|без-категорії|غير-مصنف)$/

export function* categoryTopic(fields: Record<string, string>, archive: Archive): Generator<ImportedTopic> {
  const nicename = readSlug(fields['wp:category_nicename'] ?? '')
  const name = plainWords(fields['wp:cat_name'] ?? '')
  if (!nicename && !name) return
  const parent = readSlug(fields['wp:category_parent'] ?? '')
  if (parent) archive.parents.set(nicename, parent)
  if (fields['wp:term_id']) archive.termIds.set(fields['wp:term_id'].trim(), nicename)
  if (isNothing(nicename)) return
  archive.topics.add(`category:${nicename}`)
  yield {
    type: 'topic',
    foreignId: `category:${nicename}`,
    name: name || nicename,
    slug: nicename,
    description: plainWords(fields['wp:category_description'] ?? ''),
    oldAddresses: [...new Set([path(archive, nicename), nicename])].map(each =>
      address(archive, 'category', each),
    ),
    notes: parent ? [`stood below the category “${parent}”; topics have no levels`] : [],
  }
}

export function* tagTopic(fields: Record<string, string>, archive: Archive): Generator<ImportedTopic> {
  const nicename = readSlug(fields['wp:tag_slug'] ?? '')
  const name = plainWords(fields['wp:tag_name'] ?? '')
  if (!nicename && !name) return
  archive.topics.add(`post_tag:${nicename}`)
  yield {
    type: 'topic',
    foreignId: `post_tag:${nicename}`,
    name: name || nicename,
    slug: nicename,
    description: plainWords(fields['wp:tag_description'] ?? ''),
    oldAddresses: [address(archive, 'tag', nicename)],
  }
}

/** Topics of a post, the primary one first: the one a plugin names so, else its first category; tags last. */
export function topicsOf(item: WxrItem, archive: Archive): { ids: string[]; implied: ImportedTopic[] } {
  const primary =
    item.meta.get('_yoast_wpseo_primary_category')?.[0] ?? item.meta.get('rank_math_primary_category')?.[0]
  const first = primary && archive.termIds.get(primary.trim())
  const ids: string[] = []
  const implied: ImportedTopic[] = []
  for (const domain of ['category', 'post_tag'] as const) {
    for (const term of item.categories.filter(each => each.domain === domain)) {
      const nicename = readSlug(term.nicename || term.name)
      const name = plainWords(term.name) || nicename
      if (!nicename) continue
      if (domain === 'category' && isNothing(nicename)) {
        archive.leave('marks “Uncategorized”', 'it says that no topic was chosen', 1)
        continue
      }
      const foreignId = `${domain}:${nicename}`
      if (!ids.includes(foreignId)) ids.push(foreignId)
      if (archive.topics.has(foreignId)) continue
      archive.topics.add(foreignId)
      const base = domain === 'category' ? 'category' : 'tag'
      implied.push({
        type: 'topic',
        foreignId,
        name,
        slug: nicename,
        implied: true,
        oldAddresses: [address(archive, base, nicename)],
      })
    }
  }
  const lead = `category:${first}`
  return { ids: ids.includes(lead) ? [lead, ...ids.filter(id => id !== lead)] : ids, implied }
}

export function isNothing(nicename: string): boolean {
  return nothingChosen.test(nicename)
}

/** A category's whole path, as its address shows it. */
function path(archive: Archive, nicename: string): string {
  const parts = [nicename]
  for (let up = archive.parents.get(nicename); up && parts.length < 10; up = archive.parents.get(up))
    parts.unshift(up)
  return parts.join('/')
}

function address(archive: Archive, base: string, path: string): string {
  const site = archive.base()?.replace(/\/$/, '') ?? ''
  return `${site}/${base}/${path.split('/').map(encodeURIComponent).join('/')}/`
}
