import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'preact/hooks'

/** The words of headline or standfirst as they are typed. */
export function useLineText(editor: Editor): string {
  const [text, setText] = useState(() => lineText(editor))
  useEffect(() => {
    const change = () => setText(lineText(editor))
    editor.on('transaction', change)
    return () => void editor.off('transaction', change)
  }, [editor])
  return text
}

export function lineText(editor: Editor): string {
  const { doc } = editor.state
  return doc.textBetween(0, doc.content.size, ' ').trim()
}
