import { intlTag } from '../../../../design/messages.ts'
import type { BlockFile } from '../block.ts'

/** "PDF, 1.4 MB", in the words of the language; '' where neither kind nor size is known. */
export function aboutFile(file: BlockFile, language: string): string {
  return [kindOf(file), file.bytes === null ? '' : formatBytes(file.bytes, language)]
    .filter(Boolean)
    .join(', ')
}

/** A size for people: whole bytes and kilobytes, larger ones with one decimal; steps of 1,000 (SI). */
export function formatBytes(bytes: number, language: string): string {
  const [unit, size, digits] = scale(bytes)
  return formatOf(language, unit, digits).format(bytes / size)
}

// Intl objects cost far more to make than to use.
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: string, unit: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${unit} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(intlTag(language), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  })
  formats.set(key, made)
  return made
}

function scale(bytes: number): ['byte' | 'kilobyte' | 'megabyte' | 'gigabyte', number, number] {
  if (bytes < 1000) return ['byte', 1, 0]
  if (bytes < 999_500) return ['kilobyte', 1000, 0]
  if (bytes < 999_950_000) return ['megabyte', 1_000_000, 1]
  return ['gigabyte', 1_000_000_000, 1]
}

/** The ending of the name as readers know it ("PDF"), else the last word of the media type. */
function kindOf(file: BlockFile): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]
  if (ending) return ending.toUpperCase()
  const subtype = /\/(?:x-|vnd\.)?([a-z0-9.+-]+)$/i.exec(file.mime)?.[1]
  return subtype && subtype !== 'octet-stream' ? subtype.toUpperCase() : ''
}
