import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/**
 * A query whose text is put together once: for pages that are asked again and again, where that takes as long as the
 * answer. `write` is called at the first use, with stand-ins for the values, so it may pass them on and not look at them
 * (`= any(…)` for lists, and no `if`). Returns a function that asks with the values and gives back the rows.
 */
export function keptQuery<Values extends object, Row>(
  write: (db: Database, given: Values) => Compilable<Row>,
): (db: Database, values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined
  return async (db, values) => {
    kept ??= write(db, standIns<Values>()).compile()
    const parameters = kept.parameters.map(each => (each instanceof StandIn ? each.in(values) : each))
    return (await db.executeQuery<Row>({ ...kept, parameters })).rows
  }
}

class StandIn {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  in(values: object): unknown {
    return (values as Record<string, unknown>)[this.name]
  }
}

function standIns<Values extends object>(): Values {
  return new Proxy({}, { get: (_, name) => new StandIn(String(name)) }) as Values
}
