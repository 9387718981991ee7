import type { Database, Transaction } from '../../../../platform/database/database.ts'

export interface PreviewLink {
  id: number
  label: string
  createdByName: string
  createdAt: Date
  expiresAt: Date
}

/** The links of a story that work now, newest first. */
export async function listPreviewLinks(db: Database, storyId: number, now: Date): Promise<PreviewLink[]> {
  return db
    .selectFrom('preview_links')
    .select(['id', 'label', 'created_by_name as createdByName'])
    .select(['created_at as createdAt', 'expires_at as expiresAt'])
    .where('story_id', '=', storyId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute()
}

/** The story behind a link that works now; null for any other. */
export async function findPreviewed(
  db: Database,
  { hash, now }: { hash: Buffer; now: Date },
): Promise<{ storyId: number; expiresAt: Date } | null> {
  const row = await db
    .selectFrom('preview_links')
    .innerJoin('stories', 'stories.id', 'preview_links.story_id')
    .select(['story_id as storyId', 'expires_at as expiresAt'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('stories.removed_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export async function insertPreviewLink(
  tx: Transaction,
  link: {
    storyId: number
    hash: Buffer
    label: string
    by: { id: number; name: string }
    now: Date
    expiresAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('preview_links')
    .values({
      story_id: link.storyId,
      token_hash: link.hash,
      label: link.label,
      created_by: link.by.id,
      created_by_name: link.by.name,
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False where there was nothing to take back. */
export async function endPreviewLink(
  tx: Transaction,
  { id, storyId, now }: { id: number; storyId: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('preview_links')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
