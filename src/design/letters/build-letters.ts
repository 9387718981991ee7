/**
 * Compiles letter.mjml into letter-pieces.ts beside this file. Run with `npm run build:letters` after changing it; the
 * result is kept in the repository, so that the program itself needs no mjml (0.7 s and 100 MB to load).
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileLetter } from './compile-letter.ts'

const pieces = { ltr: await compileLetter('ltr'), rtl: await compileLetter('rtl') }
const text = `// Made from letter.mjml by \`npm run build:letters\`; changed there and not here.\nexport const letterPieces = ${JSON.stringify(pieces, null, 2)} as const\n`
await writeFile(join(import.meta.dirname, 'letter-pieces.ts'), text)
