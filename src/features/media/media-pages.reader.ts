import { NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { answerStoredFile } from '../../platform/http/stored-file.ts'
import { addressName, fileMark } from './file-kind.ts'
import { findStoredFile } from './file-queries.ts'
import { mediaSrc } from './photograph.ts'
import { readStoredPhotograph } from './photograph-queries.ts'

// Renditions only: the originals beside them, with all that cameras write into pictures, are never sent.
const rendition =
  /^photographs\/[1-9]\d{0,15}\/[0-9a-f]{12}-(?:\d{1,5}|social-\d{1,3}-\d{1,3})\.(avif|webp|jpg|png)$/
// The publication's own signs, which only its settings put there.
const sign = /^publication\/[a-z0-9-]+\.(png|webp|jpg)$/
const download = /^files\/([1-9]\d{0,15})\/(?:([0-9a-f]{16})\/)?([a-z0-9-]+\.[a-z0-9]{1,8})$/

const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** `GET /media/*`: renditions of photographs, and files as attachments. Everything else there is "not found". */
export async function serveMedia(ask: Ask, house: House): Promise<Answer> {
  const key = ask.path.slice('/media/'.length)
  const extension = (rendition.exec(key) ?? sign.exec(key))?.[1]
  if (extension)
    return answerStoredFile(ask, { files: house.files, key, type: types[extension]! }).catch(async error => {
      const now = error instanceof NotFound ? await renditionNow(house, key) : null
      if (now)
        return { status: 302, body: '', headers: { location: mediaSrc(now), 'cache-control': 'no-cache' } }
      throw error
    })
  const [, id, mark = '', name] = download.exec(key) ?? []
  const file = id ? await findStoredFile(house.db, Number(id)) : null
  if (!file || addressName(file.name) !== name || fileMark(file.fileKey) !== mark) throw new NotFound()
  return answerStoredFile(ask, {
    files: house.files,
    key: file.fileKey,
    type: file.mime,
    headers: { 'content-disposition': attachment(file.name) },
  })
}

/** A picture that was replaced leaves its addresses behind: they lead to the rendition now that is most like it. */
async function renditionNow(house: House, key: string): Promise<string | null> {
  const [, id, width, extension] = /^photographs\/(\d+)\/[0-9a-f]+-(\d+|social)\b.*\.(\w+)$/.exec(key) ?? []
  const photograph = id ? await readStoredPhotograph(house.db, Number(id)) : null
  const format = extension === 'jpg' ? 'jpeg' : extension
  const social = width === 'social'
  const made = photograph?.renditions ?? []
  // A size that the picture of today never had is simply not there.
  const print = /^photographs\/\d+\/[0-9a-f]+-/.exec(key)?.[0]
  if (print && made.some(one => one.key.startsWith(print))) return null
  const [nearest] = made
    .filter(one => (social ? one.crop === 'social' : !one.crop && one.format === format))
    .sort((a, b) => Math.abs(a.width - Number(width)) - Math.abs(b.width - Number(width)))
  return nearest && nearest.key !== key ? nearest.key : null
}

/** RFC 6266: the name in ASCII for old programs, and as it is (RFC 8187) for all others. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
