import './story-editor.css'
import { render } from 'preact'
import type { Side, WritingDesk } from './desk.ts'
import type { EditorFacts } from './editor-facts.ts'
import { editorMessages } from './editor-messages.newsroom.ts'
import { type Places, WritingFrame } from './frame/writing-frame.tsx'
import { meet } from './session/presence.ts'
import { openSharedStory } from './session/shared-story.ts'
import { createStore } from './session/store.ts'
import { openBodyEditor } from './text/body-editor.ts'
import { openLineEditor } from './text/line-editor.ts'

/** Opens a story in `place`, once there is a text to show. */
export async function openEditor(place: HTMLElement, facts: EditorFacts): Promise<void> {
  const texts = editorMessages(document.documentElement.lang)
  const shared = openSharedStory(facts)
  const people = meet(shared.awareness, facts.me)
  await shared.ready
  const places: Places = { headline: div(), standfirst: div(), body: div() }
  const side = createStore<Side>('none')
  const desk: WritingDesk = {
    facts,
    texts,
    shared,
    people,
    side,
    headline: openLineEditor({
      element: places.headline,
      shared,
      fragment: shared.headline,
      label: texts.headline,
      placeholder: texts.headlineHere,
      next: () => desk.standfirst.commands.focus('start'),
    }),
    standfirst: openLineEditor({
      element: places.standfirst,
      shared,
      fragment: shared.standfirst,
      label: texts.standfirst,
      placeholder: texts.standfirstHere,
      next: () => desk.body.commands.focus('start'),
      previous: () => desk.headline.commands.focus('end'),
    }),
    body: openBodyEditor({
      element: places.body,
      shared,
      label: texts.body,
      placeholder: texts.bodyHere,
      views: {},
      extensions: [],
      editorProps: {},
      previous: () => desk.standfirst.commands.focus('end'),
      editLink: () => {},
      publish: () => location.assign(`/newsroom/stories/${facts.storyId}/publish`),
    }),
  }
  place.replaceChildren()
  render(<WritingFrame desk={desk} places={places} />, place)
}

function div(): HTMLElement {
  return document.createElement('div')
}
