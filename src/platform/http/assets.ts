import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { NotFound } from '../errors/errors.ts'
import type { Answer, Ask, Route } from './route.ts'

/** Addresses of what the browser build made. Names carry a hash of their content, so they never change. */
export interface Assets {
  css: string
  js: string
  /** By file name without hash and ending ("source-serif-4-text-latin"). */
  fonts: Readonly<Record<string, string>>
  /** Of the newsroom, a build of its own. */
  newsroom: { css: string; js: string; fonts: Readonly<Record<string, string>> }
}

interface ManifestEntry {
  file: string
  css?: string[]
  isEntry?: boolean
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Reads the manifests of both browser builds in `dist`. Throws, with a sentence, when nothing has been built. */
export async function readAssets(dist: string): Promise<Assets> {
  const [paper, newsroom] = await Promise.all([
    readEntry(join(dist, 'client'), 'src/app/islands.ts'),
    readEntry(join(dist, 'newsroom'), 'src/app/newsroom-islands.ts'),
  ])
  return {
    css: `/${paper.css}`,
    js: `/${paper.js}`,
    fonts: await readFonts(join(dist, 'client/assets'), '/assets'),
    newsroom: {
      css: `/newsroom/${newsroom.css}`,
      js: `/newsroom/${newsroom.js}`,
      fonts: await readFonts(join(dist, 'newsroom/assets'), '/newsroom/assets'),
    },
  }
}

async function readFonts(folder: string, address: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.woff2'))
  return Object.fromEntries(files.map(file => [file.replace(/-[\w-]{8}\.woff2$/, ''), `${address}/${file}`]))
}

async function readEntry(folder: string, entry: string): Promise<{ css: string; js: string }> {
  const text = await readFile(join(folder, '.vite/manifest.json'), 'utf8').catch(() => {
    throw new Error('The pages’ styles and scripts have not been built: run “npm start”.')
  })
  const main = (JSON.parse(text) as Record<string, ManifestEntry>)[entry]
  if (!main?.css?.[0]) throw new Error(`The build has no ${entry} with styles.`)
  return { css: main.css[0], js: main.file }
}

/** The route that serves what a build made, kept by the press like any page. */
export function assetsRoute(path: string, folder: string): Route {
  return {
    method: 'GET',
    path,
    who: 'anyone',
    printed: true,
    async answer({ params: { name = '' } }: Ask): Promise<Answer> {
      const type = types[extname(name)]
      if (!type || !/^[\w][\w.-]*$/.test(name)) throw new NotFound()
      const body = await readFile(join(folder, 'assets', name)).catch(() => {
        throw new NotFound()
      })
      return { type, body, headers: { 'cache-control': 'public, max-age=31536000, immutable' } }
    },
  }
}
