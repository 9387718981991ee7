import { type FileHandle, open } from 'node:fs/promises'
import type { z } from 'zod'
import { BadArchive } from '../import.ts'
import type { Span } from './export-index.ts'

/** Bytes of one row; a post with all its forms of one text is far smaller. */
const longestRow = 48 * 1024 * 1024

/** Rows of the export by their places in the file. */
export interface RowReader {
  /** The row as it stands there; null for one that is too long to be taken. Throws BadArchive. */
  read(span: Span): Promise<Record<string, unknown> | null>
  close(): Promise<void>
}

export async function openRows(path: string): Promise<RowReader> {
  const file = await open(path, 'r')
  return {
    read: span => readRow(file, span),
    close: () => file.close(),
  }
}

async function readRow(file: FileHandle, { start, end }: Span): Promise<Record<string, unknown> | null> {
  const length = end - start
  if (length > longestRow) return null
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start)
  try {
    return JSON.parse(buffer.toString('utf8', 0, bytesRead))
  } catch (cause) {
    throw new BadArchive(`The row at byte ${start} of the file cannot be read as JSON.`, { cause })
  }
}

/** The fields a schema knows. One that is not what it should be is left out, and a note says so. */
export function readFields<Schema extends z.ZodObject>(
  schema: Schema,
  row: Record<string, unknown>,
  notes: string[],
): z.infer<Schema> {
  const first = schema.safeParse(row)
  if (first.success) return first.data
  const fit = { ...row }
  for (const { path } of first.error.issues) {
    const field = String(path[0])
    if (!(field in fit)) continue
    delete fit[field]
    notes.push(`its field “${field.slice(0, 60)}” is not what it should be and was left out`)
  }
  return schema.parse(fit)
}
