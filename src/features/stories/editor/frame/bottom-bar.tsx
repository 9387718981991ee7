import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../desk.ts'
import { menuMessages } from '../menus/menu-messages.newsroom.ts'

/** On phones, under the thumbs: what is needed while writing, and no more. */
export function BottomBar({ desk, onLink }: { desk: WritingDesk; onLink(): void }): ComponentChildren {
  const { texts, body } = desk
  const menu = menuMessages(document.documentElement.lang)
  const openMenu = () => {
    const { $from } = body.state.selection
    const needsSpace = $from.parent.textContent !== '' && $from.parentOffset > 0
    body
      .chain()
      .focus()
      .insertContent(needsSpace ? ' /' : '/')
      .run()
  }
  const tools: [string, ComponentChildren, () => void][] = [
    [texts.insert, '+', openMenu],
    [menu.marks.bold, <b key="b">B</b>, () => body.chain().focus().toggleMark('bold').run()],
    [menu.marks.italic, <i key="i">I</i>, () => body.chain().focus().toggleMark('italic').run()],
    [menu.link, <u key="a">a</u>, onLink],
    [texts.undo, '↶', () => void desk.shared.undo.undo()],
    [texts.redo, '↷', () => void desk.shared.undo.redo()],
  ]
  return (
    <div class="bottom-bar" role="toolbar" aria-label={texts.tools}>
      {tools.map(([label, sign, run]) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          // The keyboard of the phone stays.
          onPointerDown={event => event.preventDefault()}
          onClick={run}
        >
          {sign}
        </button>
      ))}
      <button type="button" onClick={() => desk.side.set(desk.side.get() === 'margin' ? 'none' : 'margin')}>
        {desk.margin.texts.margin}
      </button>
      <button type="button" onClick={() => desk.side.set(desk.side.get() === 'about' ? 'none' : 'about')}>
        {texts.sideShort}
      </button>
      <button type="button" onClick={() => desk.side.set(desk.side.get() === 'preview' ? 'none' : 'preview')}>
        {texts.preview}
      </button>
    </div>
  )
}
