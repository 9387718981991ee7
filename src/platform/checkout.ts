import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder the program lies in: with `migrations`, `demo` and `dist`, wherever this file was built to. */
export const checkout = climb(import.meta.dirname)

function climb(folder: string): string {
  const parent = dirname(folder)
  return parent === folder || existsSync(join(folder, 'package.json')) ? folder : climb(parent)
}
