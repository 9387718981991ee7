import { focusAt } from './text/focus-at.ts'
import './story-editor.css'
import { render } from 'preact'
import { direction } from '../../../design/messages.ts'
import { createMargin } from '../notes/editor/margin.ts'
import { marginText } from '../notes/editor/margin-text.ts'
import { blockMessages } from './block-messages.newsroom.ts'
import type { Side, WritingDesk } from './desk.ts'
import type { EditorFacts } from './editor-facts.ts'
import { editorMessages } from './editor-messages.newsroom.ts'
import { goToNamedBlock } from './frame/go-to-block.ts'
import { goToNamedField } from './frame/go-to-field.ts'
import { type Places, WritingFrame } from './frame/writing-frame.tsx'
import { DragHandle } from './menus/drag-handle.ts'
import { SlashMenu } from './menus/slash-menu.tsx'
import { followHeadline } from './panel/address.tsx'
import { paste } from './paste/paste.ts'
import { askingFor } from './session/ask.ts'
import { meet } from './session/presence.ts'
import { openSharedStory } from './session/shared-story.ts'
import { createStore } from './session/store.ts'
import { readField } from './session/story-fields.ts'
import { openBodyEditor } from './text/body-editor.ts'
import { openLineEditor } from './text/line-editor.ts'
import { openShelf } from './uploads/photograph-shelf.ts'
import { openUploads } from './uploads/uploads.ts'
import { bodyViews } from './views/body-views.ts'

/** Opens a story in `place`, once there is a text to show. */
export async function openEditor(place: HTMLElement, facts: EditorFacts): Promise<void> {
  const { lang } = document.documentElement
  const texts = editorMessages(lang)
  const blockTexts = blockMessages(lang)
  const shared = openSharedStory(facts)
  const people = meet(shared.awareness, facts.me)
  await shared.ready
  const asking = askingFor(facts.storyId, blockTexts.failed)
  const places: Places = { headline: div(), standfirst: div(), body: div() }
  const linkPressed = createStore(0)
  const linkKey = { listen: linkPressed.listen, press: () => linkPressed.set(linkPressed.get() + 1) }
  const publish = () => location.assign(`/newsroom/stories/${facts.storyId}/publish`)
  // Blocks are drawn while the texts are being opened, so everything else is at hand before.
  const desk = {
    facts,
    texts,
    blockTexts,
    shared,
    people,
    side: createStore<Side>('none'),
    asking,
    shelf: openShelf(asking),
    uploads: openUploads(asking, blockTexts.failed),
    margin: createMargin(facts),
  } as WritingDesk
  Object.assign(desk, {
    headline: openLineEditor({
      element: places.headline,
      shared,
      fragment: shared.headline,
      label: texts.headline,
      placeholder: texts.headlineHere,
      extensions: [marginText(() => desk)],
      next: () => focusAt(desk.standfirst, 'start'),
    }),
    standfirst: openLineEditor({
      element: places.standfirst,
      shared,
      fragment: shared.standfirst,
      label: texts.standfirst,
      placeholder: texts.standfirstHere,
      extensions: [marginText(() => desk)],
      next: () => focusAt(desk.body, 'start'),
      previous: () => focusAt(desk.headline, 'end'),
    }),
    body: openBodyEditor({
      element: places.body,
      shared,
      label: texts.body,
      placeholder: texts.bodyHere,
      views: bodyViews(() => desk),
      extensions: [SlashMenu, DragHandle, paste(() => desk), marginText(() => desk)],
      editorProps: {},
      previous: () => focusAt(desk.standfirst, 'end'),
      editLink: linkKey.press,
      publish,
    }),
  } satisfies Partial<WritingDesk>)
  place.replaceChildren()
  render(<WritingFrame desk={desk} places={places} linkKey={linkKey} />, place)
  followHeadline(desk)
  followLanguage(desk, Object.values(places))
  if (desk.headline.isEmpty) focusAt(desk.headline, 'end')
  onPublishKeys(publish)
  const goThere = () => {
    goToNamedBlock(desk.body)
    goToNamedField(desk)
  }
  goThere()
  addEventListener('hashchange', goThere)
}

/** Ctrl Shift P from anywhere on the page, from a field beside the text as well. */
function onPublishKeys(publish: () => void): void {
  addEventListener('keydown', event => {
    const pressed = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'p'
    if (!pressed || event.defaultPrevented) return
    event.preventDefault()
    publish()
  })
}

/** The texts are in the story's language, whatever the newsroom speaks: for spelling, hyphens and direction. */
function followLanguage({ shared, facts }: WritingDesk, places: readonly HTMLElement[]): void {
  const say = () => {
    const language = readField(shared.fields, 'language') || facts.publication.language
    for (const place of places) {
      place.lang = language
      place.dir = direction(language)
    }
  }
  shared.fields.observe(say)
  say()
}

function div(): HTMLElement {
  return document.createElement('div')
}
