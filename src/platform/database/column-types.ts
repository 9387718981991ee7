import type { ColumnType } from 'kysely'

/** A jsonb column: parsed when it is read; `json()` writes it. */
export type Json = ColumnType<unknown, unknown, unknown>
/** A column that the database fills where nothing is given. */
export type WithDefault<T> = ColumnType<T, T | undefined, T>
