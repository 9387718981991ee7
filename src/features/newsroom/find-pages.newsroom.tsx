import { render } from 'preact-render-to-string'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { commandsFor, findCommands } from './commands.ts'
import { FindView, FoundStories, type FoundStory } from './find-view.newsroom.tsx'
import { newsroomMessages } from './newsroom-messages.newsroom.ts'
import { newsroomPage } from './newsroom-page.tsx'

/** Gives the stories that somebody may open and that have these words in their headline; handed in by the route table. */
export type FindStories = (house: House, staff: StaffMember, q: string) => Promise<FoundStory[]>

/** GET /newsroom/find?q=: stories, desks and commands. With `part=stories` only the list of stories, for the palette. */
export function findPage(findStories: FindStories) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const staff = ask.staff!
    const texts = newsroomMessages(staff.language)
    const q = (ask.query.q ?? '').trim().slice(0, 200)
    const stories = await findStories(house, staff, q)
    if (ask.query.part === 'stories')
      return {
        body: render(<FoundStories stories={stories} />),
        headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
      }
    const commands = findCommands(commandsFor(staff, '', texts), q)
    return newsroomPage(ask, house, {
      desk: null,
      title: texts.find.title,
      body: <FindView {...{ ask, q, stories, commands, texts }} />,
    })
  }
}
