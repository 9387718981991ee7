import { parseArgs } from 'node:util'
import type { Command } from '../../platform/command.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { cleanText } from '../stories/story.ts'
import { storyAt } from './brief-queries.ts'
import { postBrief } from './post-brief.ts'

/** Posts a brief from the command line and prints its address. */
export const briefCommand: Command = {
  name: 'brief',
  usage: '"HEADLINE" [--more "PARAGRAPH"]… [--story SLUG] [--breaking] [--pin]',
  summary: 'post a brief to the News Feed',
  async run(args, house) {
    const { headline, more, story, breaking, pin } = readArguments(args)
    const brief = await postBrief(
      house,
      {
        headline,
        content: more.map(text => [{ type: 'text' as const, text }]),
        breaking,
        pinned: pin,
        storyId: story === undefined ? null : await findStory(house, story),
      },
      { by: 'the command line' },
    )
    process.stdout.write(`${house.config.siteUrl}/news/${brief.id}\n`)
    return 0
  },
}

function readArguments(args: string[]) {
  const { values, positionals } = parse(args)
  if (positionals.length > 1) {
    throw new BadInput({
      field: 'headline',
      sentence: 'The brief’s headline came in several pieces: put it in quotation marks.',
    })
  }
  return {
    headline: positionals[0] ?? '',
    more: values.more ?? [],
    story: values.story,
    breaking: values.breaking ?? false,
    pin: values.pin ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        more: { type: 'string', multiple: true },
        story: { type: 'string' },
        breaking: { type: 'boolean' },
        pin: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new BadInput({ field: 'options', sentence: `${(error as Error).message.split('. ')[0]}.` })
  }
}

/** The story at an address, which may be written as on the page ("/ferry-vote") or whole. */
async function findStory(house: Pick<House, 'db'>, given: string): Promise<number> {
  const slug = slugIn(given)
  const id = await storyAt(house.db, slug)
  if (id !== null) return id
  throw new BadInput({
    field: 'story',
    sentence: `The brief’s story cannot be used: there is none at /${slug}.`,
  })
}

function slugIn(given: string): string {
  const slug = given.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/|[/?#].*$/g, '')
  try {
    return cleanText(decodeURIComponent(slug))
  } catch {
    return cleanText(slug)
  }
}
