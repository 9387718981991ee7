import { type Editor, getMarkRange } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isSafeHref } from '../../blocks/inline.ts'
import { textMarks } from '../text/marks.ts'
import { floatAt } from './floating.ts'
import { menuMessages } from './menu-messages.newsroom.ts'

/** What the bar needs from outside: the key for links opens it where nothing is selected, too. */
export interface LinkKey {
  listen(listener: () => void): () => void
}

/** A bar over selected text: marks, and the link. It comes with the selection and goes with it. */
export function BubbleBar(props: {
  editor: Editor
  linkKey: LinkKey
  /** Begins a note on what is selected. */
  onNote(): void
}): ComponentChildren {
  const { editor, linkKey, onNote } = props
  const texts = menuMessages(document.documentElement.lang)
  const [, draw] = useState(0)
  const [isLinking, setLinking] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const change = () => draw(n => n + 1)
    editor.on('transaction', change)
    editor.on('focus', change)
    editor.on('blur', change)
    const stop = linkKey.listen(() => setLinking(true))
    return () => {
      editor.off('transaction', change)
      editor.off('focus', change)
      editor.off('blur', change)
      stop()
    }
  }, [editor])
  const { selection } = editor.state
  const marksGo = selection.$from.parent.type.spec.marks !== ''
  const hasText = selection instanceof TextSelection && !selection.empty && marksGo
  const isUsed = bar.current?.contains(document.activeElement) === true
  const shown = marksGo && (isLinking || (hasText && (editor.isFocused || isUsed)))
  useLayoutEffect(() => {
    if (shown && bar.current) floatAt(bar.current, editor.view, selection.from, 'above')
  })
  if (!shown) return null
  return (
    <div
      ref={bar}
      class="bubble"
      role="toolbar"
      aria-label={texts.format}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        setLinking(false)
        editor.view.focus()
      }}
    >
      {isLinking ? (
        <LinkForm editor={editor} onDone={() => setLinking(false)} />
      ) : (
        <>
          {textMarks.map(({ name, shown: keys }) => (
            <button
              key={name}
              type="button"
              class={`bubble__mark bubble__mark--${name}`}
              aria-pressed={editor.isActive(name)}
              aria-label={texts.marks[name]}
              title={`${texts.marks[name]} (${keys})`}
              onMouseDown={event => event.preventDefault()}
              onClick={() => editor.chain().focus().toggleMark(name).run()}
            >
              {signs[name]}
            </button>
          ))}
          <button
            type="button"
            class="bubble__mark"
            aria-pressed={editor.isActive('link')}
            title={`${texts.link} (Ctrl Shift K)`}
            onMouseDown={event => event.preventDefault()}
            onClick={() => setLinking(true)}
          >
            {texts.link}
          </button>
          <button
            type="button"
            class="bubble__mark"
            title={`${texts.note} (Ctrl Alt M)`}
            onMouseDown={event => event.preventDefault()}
            onClick={onNote}
          >
            {texts.note}
          </button>
        </>
      )}
    </div>
  )
}

const signs = {
  bold: 'B',
  italic: 'I',
  underline: 'U',
  strike: 'S',
  code: '{}',
  superscript: 'x²',
  subscript: 'x₂',
  highlight: 'H',
} as const

function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }): ComponentChildren {
  const texts = menuMessages(document.documentElement.lang)
  const [href, setHref] = useState(String(editor.getAttributes('link').href ?? ''))
  const [trouble, setTrouble] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const save = (event: Event) => {
    event.preventDefault()
    const address = wholeAddress(href)
    if (address !== '' && !isSafeHref(address)) return setTrouble(texts.unsafe)
    setLink(editor, address)
    onDone()
  }
  return (
    <form class="bubble__link" onSubmit={save}>
      <label class="unseen" for="link-address">
        {texts.linkAddress}
      </label>
      <input
        ref={input}
        id="link-address"
        type="text"
        inputMode="url"
        placeholder="https://"
        value={href}
        aria-invalid={trouble ? 'true' : undefined}
        onInput={event => setHref(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {texts.setLink}
      </button>
      {editor.isActive('link') && (
        <button
          type="button"
          class="button button--quiet"
          onClick={() => {
            setLink(editor, '')
            onDone()
          }}
        >
          {texts.removeLink}
        </button>
      )}
      {trouble && <p class="field__error">{trouble}</p>}
    </form>
  )
}

/** Sets the link of what is selected, or of the link with the caret; '' takes it away. */
export function setLink(editor: Editor, href: string): void {
  const { state, view } = editor
  const type = state.schema.marks.link!
  const { selection, tr } = state
  const range = selection.empty ? getMarkRange(selection.$from, type) : selection
  if (range) {
    tr.removeMark(range.from, range.to, type)
    if (href) tr.addMark(range.from, range.to, type.create({ href }))
  } else if (href) tr.insert(selection.from, state.schema.text(href, [type.create({ href })]))
  view.dispatch(tr)
  view.focus()
}

/** "example.org/a" is meant as an address of the web, "name@host" as one of mail. */
export function wholeAddress(typed: string): string {
  const text = typed.trim()
  if (text === '' || isSafeHref(text)) return text
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`
  return /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]\S*)?$/u.test(text) ? `https://${text}` : text
}
