import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readingMinutes } from '../../blocks/count-words.ts'
import type { TreeNode } from '../../live-draft/tree.ts'
import { blocksOf } from '../../live-draft/tree-to-blocks.ts'
import type { WritingDesk } from '../desk.ts'
import { readField } from '../session/story-fields.ts'
import { countWordsOf } from './counted-text.ts'
import { panelMessages } from './panel-messages.newsroom.ts'

/** Words and minutes, as the page will tell them; counted once the text rests. */
export function WordCount({ desk }: { desk: WritingDesk }): ComponentChildren {
  const texts = panelMessages(document.documentElement.lang)
  const [words, setWords] = useState(() => count(desk))
  useEffect(() => {
    let timer = 0
    const later = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => setWords(count(desk)), 400)
    }
    desk.body.on('update', later)
    return () => {
      clearTimeout(timer)
      desk.body.off('update', later)
    }
  }, [desk])
  return (
    <p class="word-count">
      {texts.words(words)}
      {words > 0 && `, ${texts.minutes(readingMinutes(words))}`}
    </p>
  )
}

function count({ body, shared, facts }: WritingDesk): number {
  const language = readField(shared.fields, 'language') || facts.publication.language
  return countWordsOf(blocksOf(body.state.doc.toJSON() as TreeNode), language)
}
