import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { aDraft, paragraph } from '../../../../test/builders/a-story.ts'
import {
  draftOf as draftIn,
  openEditor,
  ready,
  saved,
  wordsIn,
} from '../../../../test/builders/open-editor.ts'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testHouse } from '../../../../test/builders/test-house.ts'
import { saveDraft } from '../create-story.ts'
import { schemaVersion } from '../editor/schema/schema-version.ts'
import { publishStory } from '../publish-story.ts'
import type { DraftContent } from './draft-content.ts'
import { liveDrafts } from './live-drafts.ts'
import { documentName, editorToken } from './saving-words.ts'
import { readDocument } from './shared-document.ts'

const open = await testHouse()
const { house } = open
const url = await open.serve()
const editor = await signedIn(house, 'editor')

const story = (text = 'One.') => aDraft(house, { blocks: [paragraph(text)] })
const write = (storyId: number, who: SignedIn = editor, token?: string) =>
  openEditor({ at: url, storyId, who, token })
const draftOf = (storyId: number) => draftIn(house.db, storyId)

describe('writing together', () => {
  test('two people type at once, both see all of it, and it is in the draft', async () => {
    const id = await story()
    const [a, b] = [write(id), write(id, await signedIn(house, 'editor'))]
    await Promise.all([ready(a), ready(b)])
    for (let i = 0; i < 20; i++) {
      a.type('a')
      b.type('b')
    }
    await expect.poll(() => [a.words().length, b.words().length]).toEqual([44, 44])
    expect(a.words()).toBe(b.words())
    await Promise.all([saved(a), saved(b)])
    expect(wordsIn(await draftOf(id))).toBe(a.words())
  })

  test('what is typed while the line is cut comes in when it is back, from both sides', async () => {
    const id = await story()
    const [a, b] = [write(id), write(id)]
    await Promise.all([ready(a), ready(b)])
    a.cut()
    await expect.poll(a.saving).toBe('offline')
    a.type(' From a train.')
    b.type(' From the desk.')
    await saved(b)
    expect(a.saving()).toBe('offline')
    a.back()
    await saved(a)
    await expect.poll(b.words).toBe(a.words())
    expect(wordsIn(await draftOf(id))).toBe(a.words())
    expect(a.words()).toContain('From a train.')
    expect(a.words()).toContain('From the desk.')
  })

  test('a text that nobody has open any more is folded into one state, and opens again the same', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    a.type(' Two.')
    await saved(a)
    const changes = () =>
      house.db.selectFrom('story_document_updates').select('id').where('story_id', '=', id).execute()
    expect((await changes()).length).toBeGreaterThan(0)
    a.leave()
    await expect.poll(changes, { timeout: 15_000 }).toEqual([])
    const again = write(id)
    await expect.poll(again.words).toBe('One. Two.')
  })

  test('two people who open a text for the first time do not get it twice', async () => {
    const id = await story('Once.')
    const many = Array.from({ length: 6 }, () => write(id))
    await Promise.all(many.map(ready))
    for (const one of many) expect(one.words()).toBe('Once.')
  })
})

describe('what writes a draft past the editors', () => {
  test('a saved draft appears in open editors, and what they typed meanwhile stays', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    a.type(' Typed.')
    await saved(a)
    const draft = await draftOf(id)
    await saveDraft(house, id, {
      ...draft,
      headline: 'Another',
      blocks: [...draft.blocks, paragraph('New.', 'p2')],
    })
    await expect.poll(a.words).toBe('One. Typed.New.')
    expect(readDocument(a.document).headline).toBe('Another')
    a.type(' More.')
    await saved(a)
    expect(wordsIn(await draftOf(id))).toBe('One. Typed. More.New.')
  })

  test('a draft that was written while nobody had it open is what the next one sees', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    a.leave()
    await saveDraft(house, id, { ...(await draftOf(id)), blocks: [paragraph('Imported.')] })
    const b = write(id)
    await expect.poll(b.words).toBe('Imported.')
  })

  test('replace is one edit that open editors see; read is the newest', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    a.type(' Just now.')
    await expect.poll(async () => wordsIn(await liveDrafts.read(house, id))).toBe('One. Just now.')
    const content = await liveDrafts.read(house, id)
    await liveDrafts.replace(house, id, { ...content, blocks: [paragraph('Restored.')] }, editor.staff.id)
    await expect.poll(a.words).toBe('Restored.')
    expect(wordsIn(await liveDrafts.read(house, id))).toBe('Restored.')
  })

  test('publishing takes what was typed last', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    a.type(' At the last moment.')
    await expect.poll(() => a.provider.unsyncedChanges).toBe(0)
    await publishStory(house, { storyId: id, by: 'test' })
    const { content } = await house.db
      .selectFrom('revisions')
      .select('content')
      .where('story_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(wordsIn(content as DraftContent)).toBe('One. At the last moment.')
  })
})

describe('who may write', () => {
  test('a reporter opens own stories only; nobody opens one without being signed in', async () => {
    const reporter = await signedIn(house, 'reporter')
    const [own, other] = [await story(), await story()]
    await house.db
      .updateTable('stories')
      .set({ created_by: reporter.staff.id })
      .where('id', '=', own)
      .execute()
    await ready(write(own, reporter))
    expect(await statusOf(other, reporter.cookie)).toBe(403)
    expect(await statusOf(own, '')).toBeGreaterThanOrEqual(400)
    expect(await statusOf(999_999, editor.cookie)).toBe(404)
    expect(await statusOf(own, editor.cookie, 'http://evil.example')).toBe(403)
  })

  test('an editor of another version is not let in', async () => {
    const a = write(await story(), editor, editorToken(schemaVersion + 1))
    await expect.poll(a.saving).toBe('ended')
    expect(a.sentence()).toContain('Load the page again')
  })

  test('who is here is known by their session, and gone when they leave', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    a.provider.setAwarenessField('user', { id: 1, name: 'The owner', colour: '#f00' })
    const b = write(id)
    await ready(b)
    await expect
      .poll(() => [...b.provider.awareness!.getStates().values()].map(state => state.user))
      .toContainEqual({ id: editor.staff.id, name: editor.staff.name, colour: '#f00' })
    await expect
      .poll(async () => (await liveDrafts.present(house, [id])).get(id)?.map(one => one.staffId))
      .toEqual([editor.staff.id])
    a.leave()
    b.leave()
    await expect.poll(async () => (await liveDrafts.present(house, [id])).size).toBe(0)
  })

  function statusOf(storyId: number, cookie: string, origin?: string): Promise<number | undefined> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/newsroom/stories/${storyId}/live`, {
      headers: { cookie },
      origin,
    })
    return new Promise(resolve => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('open', () => resolve(101))
      socket.on('error', () => {})
    }).then(status => {
      socket.terminate()
      return status as number
    })
  }
})

describe('what an enemy sends', () => {
  test('garbage ends that connection and nothing else', async () => {
    const id = await story()
    const a = write(id)
    await ready(a)
    const name = Buffer.concat([Buffer.from([documentName(id).length]), Buffer.from(documentName(id))])
    const auth = Buffer.concat([name, Buffer.from([2, 0, 8]), Buffer.from(editorToken(schemaVersion))])
    const parts = [
      Buffer.from('not at all'),
      Buffer.concat([name, Buffer.from([0, 2, 255, 255, 255, 255, 255])]),
      Buffer.concat([name, Buffer.from([0, 2, 5, 1, 1, 200, 3, 9])]),
      Buffer.concat([name, Buffer.from([1, 255, 3])]),
      Buffer.concat([name, Buffer.from([6, 1, 65])]),
      Buffer.concat([name, Buffer.from([77])]),
      Buffer.concat([Buffer.from([9]), Buffer.from('__proto__'), Buffer.from([2, 0, 1, 65])]),
      Buffer.alloc(5 * 1024 * 1024),
    ]
    for (const part of parts) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/newsroom/stories/${id}/live`, {
        headers: { cookie: editor.cookie },
      })
      socket.on('error', () => {})
      await new Promise(resolve => socket.on('open', resolve))
      socket.send(auth)
      socket.send(part)
      socket.send('text')
      await new Promise(resolve => socket.on('close', resolve))
    }
    expect(({} as Record<string, unknown>).context).toBeUndefined()
    a.type(' Still here.')
    await saved(a)
    expect(wordsIn(await draftOf(id))).toBe('One. Still here.')
  })

  test('what no editor writes is taken out or kept as what it is; the draft stays readable', async () => {
    const id = await story()
    const [a, b] = [write(id), write(id)]
    await Promise.all([ready(a), ready(b)])
    const body = a.document.getXmlFragment('body')
    const deep: unknown[] = []
    let inner = deep
    for (let i = 0; i < 1000; i++) inner = inner[inner.push([]) - 1] as unknown[]
    a.document.transact(() => {
      const stray = new Y.XmlText()
      stray.insert(0, 'beside the blocks')
      const poll = new Y.XmlElement('poll')
      poll.setAttribute('question', 'Why\u0000?')
      poll.setAttribute('deep', deep as never)
      const text = new Y.XmlText()
      text.insert(0, 'fine')
      text.insertEmbed(4, { evil: true })
      const broken = new Y.XmlElement('paragraph')
      broken.insert(0, [text])
      body.insert(1, [stray, poll, broken])
      a.document.getMap('story').set('slug', { not: 'a slug' })
      a.document.getMap('story').set('authors', ['x'])
    })
    await saved(a)
    const draft = await draftOf(id)
    expect(draft.slug).toMatch(/^harbour-news/)
    expect(draft.authors).toEqual([])
    expect(draft.blocks.map(block => block.type)).toEqual(['paragraph', 'poll', 'paragraph'])
    a.type(' On.')
    await saved(a)
    await expect.poll(b.words).toContain('One. On.')
  })

  test('a text without end is refused in words, and the rest goes on', async () => {
    const id = await story()
    const [a, b] = [write(id), write(id)]
    await Promise.all([ready(a), ready(b)])
    const piece = 'x'.repeat(3_500_000)
    for (let i = 0; i < 4; i++) {
      a.document.getMap('story').set(`flood${i}`, piece)
      await expect
        .poll(() => (a.saving() === 'refused' ? 'done' : a.provider.unsyncedChanges))
        .toBeOneOf([0, 'done'])
    }
    await expect.poll(a.saving).toBe('refused')
    b.type(' Fine.')
    await saved(b)
    expect(wordsIn(await draftOf(id))).toBe('One. Fine.')
  })
})

test('while the database cannot write, nothing is lost and it is said; it recovers by itself', async () => {
  const id = await story()
  const a = write(id)
  await ready(a)
  a.type(' Before.')
  await saved(a)
  await sql`alter table story_document_updates add constraint full_disk check (false) not valid`.execute(
    house.db,
  )
  a.type(' Meanwhile.')
  await expect.poll(a.saving).toBe('unsaved')
  expect(a.sentence()).toContain('Not saved yet')
  const b = write(id)
  await expect.poll(b.words).toBe('One. Before. Meanwhile.')
  await expect.poll(b.saving).toBe('unsaved')
  await sql`alter table story_document_updates drop constraint full_disk`.execute(house.db)
  await Promise.all([saved(a), saved(b)])
  expect(wordsIn(await draftOf(id))).toBe('One. Before. Meanwhile.')
})
