import type pg from 'pg'

type Query = (...args: unknown[]) => unknown

const askedOftenAfter = 3
const mostKept = 200

/**
 * Lets PostgreSQL keep the plans of selects that are asked again and again: planning a story's page takes longer than
 * fetching it. A statement whose best plan depends on its values (search) begins with something else than `select` and is
 * planned anew each time. So is everything that changes data.
 */
export function keepPlans(pool: pg.Pool): void {
  const asked = new Map<string, number>()
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text)
    if (name !== undefined || names.size >= mostKept || !text.startsWith('select ')) return name
    const times = (asked.get(text) ?? 0) + 1
    // Lists of ids make many texts that are asked once.
    if (asked.size > 2000) asked.clear()
    asked.set(text, times)
    if (times > askedOftenAfter) names.set(text, `kept_${names.size + 1}`)
    return undefined
  }

  pool.on('connect', client => {
    const query = client.query.bind(client) as Query
    const ask = (...args: unknown[]): unknown => {
      const [text, values, ...rest] = args
      const plain =
        typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || rest.length > 0
      const name = plain ? undefined : nameOf(text)
      if (name === undefined) return query(...args)
      return (query({ name, text, values }) as Promise<unknown>).catch(error => {
        if (!isOutdated(error)) throw error
        // A newer version has changed a table while this one still runs.
        names.set(text as string, `${name}_again`)
        return (query(text, values) as Promise<unknown>).catch(() => {
          throw error
        })
      })
    }
    client.query = ask as typeof client.query
  })
}

/** "cached plan must not change result type" (feature_not_supported). */
function isOutdated(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return code === '0A000' && message.includes('cached plan')
}
