import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ghostSource } from '../../src/features/imports/ghost/ghost-source.ts'
import type { ImportedStory, ImportItem } from '../../src/features/imports/import.ts'

/** Everything that the source makes of an export with these bytes. */
export async function readExport(content: string | Buffer | object): Promise<ImportItem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-ghost-'))
  const path = join(folder, 'export.json')
  const bytes =
    typeof content === 'string' || Buffer.isBuffer(content)
      ? Buffer.from(content)
      : Buffer.from(JSON.stringify(content))
  try {
    await writeFile(path, bytes)
    const source = ghostSource({ siteUrl: 'https://new.example', address: 'https://old.example' })
    const items: ImportItem[] = []
    for await (const item of source.items({ bytes: pieces(bytes), path, now: new Date() })) items.push(item)
    return items
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function storiesOf(items: readonly ImportItem[]): ImportedStory[] {
  return items.filter(item => item.type === 'story')
}

export function blocksOf(story: ImportedStory | undefined) {
  if (story?.body.form !== 'blocks') throw new Error('the story has no blocks')
  return story.body.blocks
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 700) yield bytes.subarray(from, from + 700)
}
