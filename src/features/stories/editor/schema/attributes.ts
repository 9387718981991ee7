import type { Attribute } from '@tiptap/core'

/**
 * An attribute that holds any JSON value; null is "not said". It travels through the clipboard as data-<name>, so that
 * a block that is copied and pasted is the same to the last field.
 */
export function kept(name: string, fallback: unknown = null): Record<string, Attribute> {
  const dataName = `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
  return {
    [name]: {
      default: fallback,
      parseHTML: element => parsed(element.getAttribute(dataName)),
      renderHTML: attributes => {
        const value: unknown = attributes[name]
        return value === null || value === undefined || value === fallback
          ? {}
          : { [dataName]: JSON.stringify(value) }
      },
    },
  }
}

/**
 * What every block has: `id` stays when the text is edited or moved (`keepIds` gives new blocks theirs); `more` are
 * fields this program does not know, kept for the one that does.
 */
export function blockAttributes(...names: string[]): Record<string, Attribute> {
  const { id } = kept('id') as { id: Attribute }
  return Object.assign({ id: { ...id, keepOnSplit: false } }, kept('more'), ...names.map(name => kept(name)))
}

function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
