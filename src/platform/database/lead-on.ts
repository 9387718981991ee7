import type { Clock } from '../clock.ts'
import type { Transaction } from './database.ts'

const feedFiles = ['rss.xml', 'atom.xml', 'feed.json']

/**
 * Has a former path of this publication lead to another from now on: what led to the former leads on with it, and the
 * new path itself leads nowhere else. `feeds` takes the feeds below the path along.
 */
export async function leadOn(
  tx: Transaction,
  clock: Clock,
  { from, to, feeds = false }: { from: string; to: string; feeds?: boolean },
): Promise<void> {
  const moves = [{ path: from, target: to }]
  if (feeds) moves.push(...feedFiles.map(file => ({ path: `${from}/${file}`, target: `${to}/${file}` })))
  for (const { path, target } of moves) {
    await tx.deleteFrom('redirects').where('path', '=', target).execute()
    await tx.updateTable('redirects').set({ target }).where('target', '=', path).execute()
    await tx
      .insertInto('redirects')
      .values({ path, target, created_at: clock.now() })
      .onConflict(conflict => conflict.column('path').doUpdateSet({ target, created_at: clock.now() }))
      .execute()
  }
}
