import type { House } from '../../platform/house.ts'

/**
 * Runs `keep`, which stores files and then the row that names them. Where it fails, takes away those in `stored`, so that
 * a full disk does not stay full of what nobody can find. A connection can break after the commit: only where `isNamed`
 * says for sure that there is no row do the files go.
 */
export async function orTakeAway<T>(
  house: Pick<House, 'files'>,
  { stored, isNamed }: { stored: readonly string[]; isNamed(): Promise<boolean> },
  keep: () => Promise<T>,
): Promise<T> {
  try {
    return await keep()
  } catch (error) {
    if (stored.length > 0 && !(await isNamed().catch(() => true)))
      for (const key of stored) await house.files.remove(key).catch(() => {})
    throw error
  }
}
