import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../../design/newsroom/csrf-field.tsx'
import { Field } from '../../../../design/newsroom/field.tsx'
import type { Ask } from '../../../../platform/http/route.ts'
import type { StoryContent } from '../../story.ts'
import type { editorMessages } from '../editor-messages.newsroom.ts'
import type { panelMessages } from '../panel/panel-messages.newsroom.ts'

type Block = StoryContent['blocks'][number]

/** The story in plain fields. What a field cannot hold is named, and stays as it is. */
export function PlainForm(props: {
  ask: Ask
  texts: ReturnType<typeof editorMessages>
  beside: ReturnType<typeof panelMessages>
  content: StoryContent
  plainOf(block: Block): string | null
}): ComponentChildren {
  const { ask, texts, beside, content, plainOf } = props
  return (
    <>
      <div class="desk__head">
        <h1>{content.headline || texts.untitled}</h1>
        <a href={ask.path.replace(/\/plain$/, '')}>{texts.writeTogether}</a>
      </div>
      <p>{texts.plainHint}</p>
      <form method="post" action={ask.path}>
        <CsrfField ask={ask} />
        <Words name="headline" label={texts.headline} text={content.headline} rows={2} />
        <Words name="standfirst" label={texts.standfirst} text={content.standfirst} rows={3} />
        <Field
          name="slug"
          label={beside.address}
          value={content.slug}
          hint={beside.addressHint}
          maxLength={190}
          autocomplete="off"
        />
        <input type="hidden" name="was-slug" value={content.slug} />
        {content.blocks.map((block, i) => {
          const text = plainOf(block)
          const name = texts.blockNames[block.type] ?? block.type
          if (text === null)
            return (
              <p key={block.id} class="plain__kept">
                <strong>{name}</strong> <span class="soft">{texts.keptAsItIs}</span>
              </p>
            )
          return (
            <Words
              key={block.id}
              name={`block-${block.id}`}
              label={`${name} ${i + 1}`}
              text={text}
              rows={Math.min(14, Math.ceil(text.length / 90) + 1)}
            />
          )
        })}
        <Words name="more" label={texts.moreParagraphs} text="" rows={8} />
        <button type="submit" class="button button--primary">
          {texts.save}
        </button>
      </form>
    </>
  )
}

function Words(props: { name: string; label: string; text: string; rows: number }): ComponentChildren {
  const { name, label, text, rows } = props
  return (
    <div class="field">
      <label for={`plain-${name}`}>{label}</label>
      <textarea id={`plain-${name}`} name={name} rows={rows}>
        {text}
      </textarea>
      <input type="hidden" name={`was-${name}`} value={text} />
    </div>
  )
}
