import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, type TreeAdapter } from 'parse5'

export type Parsed =
  | { root: DefaultTreeAdapterTypes.DocumentFragment; problem?: undefined }
  | { root: null; problem: string }

const deepest = 400
const longestTag = 100_000

/**
 * Parses HTML of any quality, within bounds. The HTML algorithm is quadratic in nesting, in attributes and in tags that
 * are never closed, so what is nested too deeply, or grows far beyond its source, is refused with the reason.
 */
export function safeParse(source: string): Parsed {
  if (hasOversizedTag(source))
    return { root: null, problem: 'its HTML has a tag of more than 100,000 characters' }
  try {
    return { root: parseFragment(source, { treeAdapter: boundedAdapter(source.length + 10_000) }) }
  } catch (error) {
    if (error instanceof OutOfBounds) return { root: null, problem: error.message }
    throw error
  }
}

/** The words of HTML that cannot be parsed: a line for each stretch between tags that end one. */
export function textOnly(source: string): string {
  return withoutComments(source)
    .replace(/<\/?(?:p|div|br|li|tr|h[1-6]|blockquote|table|ul|ol|section|article|figure)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

function withoutComments(source: string): string {
  let kept = ''
  let from = 0
  for (let open = source.indexOf('<!--'); open >= 0; open = source.indexOf('<!--', from)) {
    const close = source.indexOf('-->', open)
    if (close < 0) break
    kept += source.slice(from, open)
    from = close + 3
  }
  return kept + source.slice(from)
}

class OutOfBounds extends Error {}

// An unclosed <b> is opened again in every paragraph after it, so a short text can make a tree of millions of nodes.
function boundedAdapter(most: number): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let made = 0
  const depths = new WeakMap<object, number>()
  const place = (parent: object, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > deepest) throw new OutOfBounds(`its HTML is nested more than ${deepest} deep`)
    depths.set(child, depth)
  }
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      if (++made > most) throw new OutOfBounds('its HTML is so broken that it grows without end')
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs)
    },
    appendChild(parent, child) {
      place(parent, child)
      defaultTreeAdapter.appendChild(parent, child)
    },
    insertBefore(parent, child, reference) {
      place(parent, child)
      defaultTreeAdapter.insertBefore(parent, child, reference)
    },
    setTemplateContent(template, content) {
      depths.set(content, depths.get(template) ?? 0)
      defaultTreeAdapter.setTemplateContent(template, content)
    },
  }
}

function hasOversizedTag(source: string): boolean {
  for (let open = source.indexOf('<'); open >= 0; open = source.indexOf('<', open + 1)) {
    if (!/[a-zA-Z/]/.test(source[open + 1] ?? '')) continue
    const close = source.indexOf('>', open)
    if ((close < 0 ? source.length : close) - open > longestTag) return true
    if (close > open) open = close
  }
  return false
}
