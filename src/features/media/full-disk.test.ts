import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { smallDisk, withFileLimit } from '../../../test/builders/small-disk.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { jpegPicture, picture } from '../../../test/builders/test-pictures.ts'
import { storeFile, storePhotograph } from './photograph.ts'

const disk = smallDisk(4)
const { house } = await testHouse(disk ? { config: { dataDir: join(disk.folder, 'data') } } : {})
const photograph = {
  bytes: await picture({ width: 1600, height: 1067 }).jpeg({ quality: 20 }).toBuffer(),
  name: 'quay.jpg',
}
const minutes = () => ({
  name: 'minutes.pdf',
  bytes: Readable.from([Buffer.from('%PDF-1.7 '), Buffer.alloc(300_000, 'x')]),
})

const full = { name: 'Unavailable', status: 503, message: expect.stringContaining('The disk is full') }
const tooLarge = {
  name: 'Unavailable',
  status: 503,
  message: expect.stringContaining('larger than the disk takes'),
}

test.skipIf(!disk)(
  'a full disk is said in a sentence, leaves nothing, and the next upload finds its place',
  async () => {
    const sizeOfOriginal = Math.ceil(photograph.bytes.length / 4096) * 4096
    // None at all; room for the original, but not for its first rendition.
    for (const room of [0, sizeOfOriginal + 4096]) {
      await disk!.leave(room)
      await expect(storePhotograph(house, photograph)).rejects.toMatchObject(full)
      await expectNothingKept()
    }
    await disk!.leave(100_000)
    await expect(storeFile(house, minutes())).rejects.toMatchObject(full)
    await expectNothingKept()

    await disk!.makeRoom()
    await expectBothKept()
  },
)

// prlimit belongs to Linux.
test.skipIf(process.platform !== 'linux')(
  'a file that the system takes no more of leaves nothing either',
  async () => {
    await sql`truncate photographs, files cascade`.execute(house.db)
    const before = await filesKept()
    await withFileLimit(10_000, async () => {
      await expect(storePhotograph(house, photograph)).rejects.toMatchObject(tooLarge)
      await expect(storeFile(house, minutes())).rejects.toMatchObject(tooLarge)
    })
    expect(await filesKept()).toEqual(before)
    await expectBothKept()
  },
)

test('where the row cannot be written the files go too', async () => {
  const before = await filesKept()
  const other = { ...photograph, bytes: await jpegPicture({ seed: 5 }) }
  const rights = { holder: 'The Lantern' }
  await sql`alter table photographs add constraint nothing_new check (rights->>'holder' is null) not valid`.execute(
    house.db,
  )
  await expect(storePhotograph(house, { ...other, rights })).rejects.toThrow('nothing_new')
  expect(await filesKept()).toEqual(before)
})

async function filesKept(): Promise<string[]> {
  const entries = await readdir(join(house.config.dataDir), { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

async function expectNothingKept(): Promise<void> {
  expect(await filesKept()).toEqual([])
  for (const table of ['photographs', 'files', 'pgboss.job'] as const) {
    const { rows } = await sql`select from ${sql.table(table)}`.execute(house.db)
    expect(rows.length, table).toBe(0)
  }
}

async function expectBothKept(): Promise<void> {
  expect(await storePhotograph(house, photograph)).toMatchObject({ existed: false })
  expect((await storeFile(house, minutes())).bytes).toBe(300_009)
}
