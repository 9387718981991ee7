const mimes: Record<string, string> = {
  aac: 'audio/aac',
  csv: 'text/csv; charset=utf-8',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  flac: 'audio/flac',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  odt: 'application/vnd.oasis.opendocument.text',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain; charset=utf-8',
  wav: 'audio/wav',
  webm: 'video/webm',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** A file's name as readers see and save it, with the ending of its address, and the type that ending tells. */
export function readFileName(url: string, title?: string): { name: string; mime: string } {
  const last = decoded(new URL(url).pathname.split('/').findLast(part => part !== '') ?? 'file')
  const extension = /\.([a-z0-9]{1,8})$/i.exec(last)?.[1]?.toLowerCase() ?? ''
  const told = (title ?? '').trim()
  const name = extension && told.toLowerCase().endsWith(`.${extension}`) ? told : last
  return { name: name.slice(-300), mime: mimes[extension] ?? 'application/octet-stream' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
