/** What may be offered for download. Nothing that a browser or a system would run is among it. */
const kinds: Record<string, { mime: string; begins?: string }> = {
  pdf: { mime: 'application/pdf', begins: '%PDF-' },
  txt: { mime: 'text/plain; charset=utf-8' },
  md: { mime: 'text/markdown; charset=utf-8' },
  csv: { mime: 'text/csv; charset=utf-8' },
  tsv: { mime: 'text/tab-separated-values; charset=utf-8' },
  json: { mime: 'application/json' },
  geojson: { mime: 'application/geo+json' },
  xml: { mime: 'application/xml' },
  kml: { mime: 'application/vnd.google-earth.kml+xml' },
  gpx: { mime: 'application/gpx+xml' },
  ics: { mime: 'text/calendar; charset=utf-8', begins: 'BEGIN:VCALENDAR' },
  rtf: { mime: 'application/rtf', begins: '{\\rtf' },
  doc: { mime: 'application/msword' },
  xls: { mime: 'application/vnd.ms-excel' },
  ppt: { mime: 'application/vnd.ms-powerpoint' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: 'PK' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: 'PK' },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', begins: 'PK' },
  odt: { mime: 'application/vnd.oasis.opendocument.text', begins: 'PK' },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', begins: 'PK' },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', begins: 'PK' },
  epub: { mime: 'application/epub+zip', begins: 'PK' },
  zip: { mime: 'application/zip', begins: 'PK' },
  gz: { mime: 'application/gzip', begins: '\x1f\x8b' },
  '7z': { mime: 'application/x-7z-compressed', begins: '7z' },
  jpg: { mime: 'image/jpeg', begins: '\xff\xd8\xff' },
  jpeg: { mime: 'image/jpeg', begins: '\xff\xd8\xff' },
  png: { mime: 'image/png', begins: '\x89PNG' },
  gif: { mime: 'image/gif', begins: 'GIF8' },
  webp: { mime: 'image/webp', begins: 'RIFF' },
  tif: { mime: 'image/tiff' },
  tiff: { mime: 'image/tiff' },
  mp3: { mime: 'audio/mpeg' },
  m4a: { mime: 'audio/mp4' },
  ogg: { mime: 'audio/ogg', begins: 'OggS' },
  oga: { mime: 'audio/ogg', begins: 'OggS' },
  opus: { mime: 'audio/ogg', begins: 'OggS' },
  wav: { mime: 'audio/wav', begins: 'RIFF' },
  flac: { mime: 'audio/flac', begins: 'fLaC' },
  mp4: { mime: 'video/mp4' },
  m4v: { mime: 'video/mp4' },
  mov: { mime: 'video/quicktime' },
  webm: { mime: 'video/webm' },
  ogv: { mime: 'video/ogg', begins: 'OggS' },
}

export interface FileKind {
  extension: string
  mime: string
}

/** The kind of a download by its name's ending, or null where such files are not offered. */
export function readFileKind(name: string): FileKind | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined
  return kind ? { extension, mime: kind.mime } : null
}

/** Whether a file begins as its kind must; a program that only took the name of a document does not. */
export function beginsAsItShould(kind: FileKind, start: Buffer): boolean {
  const begins = kinds[kind.extension]?.begins ?? ''
  const text = start.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  const program = /^(MZ|\x7fELF|#!)/.test(text)
  return text.startsWith(begins) && (begins !== '' || !program)
}

/** Path of a stored file; `readFileKind` knows its name. The mark in its key is in the path, so that nobody can guess it. */
export function fileSrc({ id, name, fileKey }: { id: number; name: string; fileKey: string }): string {
  const mark = fileMark(fileKey)
  return `/media/files/${id}/${mark ? `${mark}/` : ''}${addressName(name)}`
}

/** What makes the address of a file that belongs to a draft a secret; '' for files of archives that had none. */
export function fileMark(fileKey: string): string {
  return /^files\/\d+\/([0-9a-f]{16})\//.exec(fileKey)?.[1] ?? ''
}

/** The last part of a file's address: plain letters, digits and hyphens before the ending. */
export function addressName(name: string): string {
  const [stem = '', ending = ''] = name.trim().split(/\.(?=[^.]*$)/)
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)
    .replace(/-+$/, '')
  return `${plain || 'file'}.${ending.toLowerCase()}`
}

/** A file's name as readers see it: the last part of a path, in one line. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.slice(-200).trim() || 'file'
}
