import type { ComponentChildren } from 'preact'
import { isSafeHref } from '../../blocks/inline.ts'
import { focusAt } from '../text/focus-at.ts'
import type { BlockLook, BlockProps } from './block-view.tsx'
import { Button, Select, TextField } from './controls.tsx'

export const quotationLook: BlockLook = {
  tag: 'figure',
  class: 'quotation writing__quotation',
  content: { tag: 'blockquote' },
  below: QuotationSource,
}

export const pullQuoteLook: BlockLook = {
  tag: 'figure',
  class: 'pull-quote',
  content: { tag: 'blockquote', inside: 'p' },
  below: Attribution,
}

export const callOutLook: BlockLook = {
  tag: 'aside',
  class: ({ attrs }) => `call-out call-out--${attrs.tone}`,
  above: CallOutTitle,
  content: { tag: 'div', class: 'writing__call-out' },
}

export const codeLook: BlockLook = {
  tag: 'figure',
  class: 'code-block',
  above: CodeLanguage,
  content: { tag: 'pre', inside: 'code' },
}

/** Who said it stands in the text; where it was said is asked for beside it. */
function QuotationSource(props: BlockProps): ComponentChildren {
  const { desk, node, set } = props
  const texts = desk.blockTexts
  const url: string = node.attrs.url ?? ''
  const hasCite = node.children.some(child => child.type.name === 'cite')
  return (
    <div class="controls__fields controls__fields--asked">
      {!hasCite && (
        <Button kind="quiet" onPress={() => addCite(props)}>
          {texts.addCite}
        </Button>
      )}
      <TextField
        label={texts.sourceAddress}
        type="url"
        value={url}
        placeholder="https://"
        error={url && !isSafeHref(url) ? texts.unsafeAddress : undefined}
        onValue={value => set({ url: value.trim() || null })}
      />
    </div>
  )
}

function addCite({ editor, node, position }: BlockProps): void {
  const at = position()
  if (at === undefined) return
  const end = at + node.nodeSize - 1
  editor.view.dispatch(editor.state.tr.insert(end, editor.schema.nodes.cite!.create()))
  focusAt(editor, end + 1)
}

function Attribution({ desk, node, set }: BlockProps): ComponentChildren {
  return (
    <>
      {node.attrs.attribution && <figcaption class="writing__told">{node.attrs.attribution}</figcaption>}
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={desk.blockTexts.attribution}
          value={node.attrs.attribution ?? ''}
          maxLength={500}
          onValue={value => set({ attribution: value || null })}
        />
      </div>
    </>
  )
}

function CallOutTitle({ desk, node, set }: BlockProps): ComponentChildren {
  const texts = desk.blockTexts
  const tone = node.attrs.tone as 'note' | 'facts' | 'warning'
  return (
    <>
      <input
        class="call-out__title writing__title"
        aria-label={texts.calloutTitle}
        placeholder={texts.tones[tone]}
        value={node.attrs.title ?? ''}
        maxLength={500}
        onInput={event => set({ title: event.currentTarget.value || null })}
      />
      <div class="controls__fields controls__fields--asked">
        <Select
          label={texts.calloutTone}
          value={tone}
          options={(['note', 'facts', 'warning'] as const).map(value => ({
            value,
            label: texts.tones[value],
          }))}
          onValue={value => set({ tone: value })}
        />
      </div>
    </>
  )
}

const languages = [
  'bash',
  'css',
  'html',
  'javascript',
  'json',
  'python',
  'r',
  'ruby',
  'sql',
  'typescript',
  'xml',
]

function CodeLanguage({ desk, node, set }: BlockProps): ComponentChildren {
  const list = `languages-${desk.facts.storyId}`
  return (
    <>
      {node.attrs.language && <p class="writing__told">{node.attrs.language}</p>}
      <div class="controls__fields controls__fields--asked">
        <TextField
          label={desk.blockTexts.codeLanguage}
          value={node.attrs.language ?? ''}
          maxLength={60}
          list={list}
          onValue={value => set({ language: value.trim() || null })}
        />
        <datalist id={list}>
          {languages.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
    </>
  )
}
