import type { ComponentChildren } from 'preact'
import { direction } from '../../../design/messages.ts'
import { editorMessages } from '../editor/editor-messages.newsroom.ts'
import type { BlockChange, Comparison } from './compare-drafts.ts'
import type { Part } from './compare-texts.ts'
import type { TimelineTexts } from './timeline-messages.newsroom.ts'

/** What differs between two states: inserted words underlined, deleted ones struck out, each said to who listens. */
export function ComparisonView(props: {
  comparison: Comparison
  language: string
  texts: TimelineTexts
}): ComponentChildren {
  const { comparison, language, texts } = props
  if (comparison.same) return <p>{texts.sameText}</p>
  const { headline, standfirst, blocks, fields } = comparison
  return (
    <>
      <p class="soft">
        {texts.legend} <ins>{texts.inserted}</ins> <del>{texts.deleted}</del>
      </p>
      {fields.length > 0 && (
        <p>
          {texts.besides} {fields.map(name => texts.fields[name] ?? name).join(', ')}
        </p>
      )}
      <div class="comparison__text" lang={language || undefined} dir={direction(language)}>
        <Line label={texts.headline} parts={headline} texts={texts} class="comparison__headline" />
        <Line label={texts.standfirst} parts={standfirst} texts={texts} class="comparison__standfirst" />
        {runsOf(blocks).map((run, i) =>
          run[0]!.kind === 'same' ? (
            <details class="comparison__same" key={i}>
              <summary lang={texts.tag}>{texts.unchanged(run.length)}</summary>
              {run.map((block, n) => (
                <p key={n}>{block.parts.map(({ text }) => text).join('')}</p>
              ))}
            </details>
          ) : (
            <BlockLine block={run[0]!} texts={texts} key={i} />
          ),
        )}
      </div>
    </>
  )
}

function Line(props: {
  label: string
  parts: readonly Part[]
  texts: TimelineTexts
  class: string
}): ComponentChildren {
  if (props.parts.length === 0) return null
  return (
    <p class={props.class}>
      <span class="unseen">{props.label}: </span>
      <Parts parts={props.parts} texts={props.texts} />
    </p>
  )
}

function BlockLine({ block, texts }: { block: BlockChange; texts: TimelineTexts }): ComponentChildren {
  const name = editorMessages(texts.tag).blockNames[block.type] ?? block.type
  return (
    <div class={`comparison__block comparison__block--${block.kind}`}>
      <p class="comparison__kind">
        {name}: {texts.kinds[block.kind]}
      </p>
      <p>{block.parts.length > 0 ? <Parts parts={block.parts} texts={texts} /> : <i>{texts.noWords}</i>}</p>
    </div>
  )
}

function Parts({ parts, texts }: { parts: readonly Part[]; texts: TimelineTexts }): ComponentChildren {
  return parts.map(({ kind, text }, i) => {
    if (kind === 'same') return text
    const Tag = kind
    return (
      <Tag key={i}>
        <span class="unseen">[{kind === 'ins' ? texts.inserted : texts.deleted}: </span>
        {text}
        <span class="unseen">]</span>
      </Tag>
    )
  })
}

/** Unchanged blocks that follow one another are one run; every other block is one by itself. */
function runsOf(blocks: readonly BlockChange[]): BlockChange[][] {
  const runs: BlockChange[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (block.kind === 'same' && last?.[0]?.kind === 'same') last.push(block)
    else runs.push([block])
  }
  return runs
}
