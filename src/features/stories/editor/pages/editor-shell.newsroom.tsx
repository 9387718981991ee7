import type { ComponentChildren } from 'preact'
import { direction } from '../../../../design/messages.ts'
import type { StoryContent } from '../../story.ts'
import { type EditorFacts, factsElementId } from '../editor-facts.ts'
import { editorMessages } from '../editor-messages.newsroom.ts'
import type { EditorStory } from './editor-queries.ts'

/**
 * The page before its script has come: headline and standfirst, to be read. The script takes the place of what is in
 * `#story-editor`; without one, the form at `/plain` does.
 */
export function EditorShell(props: {
  facts: EditorFacts
  story: EditorStory
  content: StoryContent
  language: string
}): ComponentChildren {
  const { facts, content, language } = props
  const texts = editorMessages(language)
  const plain = `/newsroom/stories/${facts.storyId}/plain`
  return (
    <>
      <div id="story-editor" class="writing" data-story={facts.storyId}>
        <div class="writing__waiting" lang={content.language || undefined} dir={direction(content.language)}>
          <h1 class="story__headline">{content.headline || texts.untitled}</h1>
          {content.standfirst && <p class="story__standfirst">{content.standfirst}</p>}
          <p class="soft" lang={language}>
            <span data-opening>{texts.opening}</span>
          </p>
        </div>
        <noscript>
          <p>
            {texts.withoutScripts} <a href={plain}>{texts.writePlainly}</a>
          </p>
        </noscript>
      </div>
      <script
        type="application/json"
        id={factsElementId}
        dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replace(/</g, '\\u003c') }}
      />
    </>
  )
}
