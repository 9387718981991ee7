import type { ComponentChildren, VNode } from 'preact'
import { direction } from '../../../design/messages.ts'
import { hrefAnywhere, hrefHere, leavesSite } from './addresses.ts'
import type { BlockContext } from './block.ts'
import { cleanText } from './clean-text.ts'
import type { Inline, Mark } from './inline.ts'

/** Running text for a page of the publication: its own links begin at the slash. */
export function inlineWeb(content: readonly Inline[], context: BlockContext): ComponentChildren {
  return render(content, href => hrefHere(href, context.siteUrl))
}

/** Running text for e-mail and feeds: every link is whole. */
export function inlineAnywhere(content: readonly Inline[], context: BlockContext): ComponentChildren {
  return render(content, href => hrefAnywhere(href, context.siteUrl, context.storyPath))
}

/** True where there is nothing to read: no text, or only spaces and line ends. */
export function isBlank(content: readonly Inline[] | null | undefined): boolean {
  return !content?.some(part => part.type === 'text' && /\S/.test(part.text))
}

type Addressing = (href: unknown) => string | null

/** A part of the text with its marks in one settled order, outermost first, so that equal neighbours can be joined. */
interface Run {
  text: string | null
  marks: Mark[]
}

function render(content: readonly Inline[], address: Addressing): ComponentChildren {
  const first = content[0]
  if (content.length === 1 && first?.type === 'text' && !first.marks?.length) return cleanText(first.text)
  const runs = runsOf(content)
  return elements({ runs, from: 0, to: runs.length, depth: 0, address })
}

function runsOf(content: readonly Inline[]): Run[] {
  const runs: Run[] = []
  for (const part of content) {
    if (part.type === 'break') runs.push({ text: null, marks: [] })
    else if (part.type === 'text' && part.text !== '') {
      runs.push({ text: cleanText(part.text), marks: part.marks?.length ? settled(part.marks) : [] })
    }
  }
  // A break between two equally marked parts belongs to both, so that one link over two lines stays one link.
  for (let i = 1; i < runs.length - 1; i++) {
    const run = runs[i]!
    if (run.text === null) run.marks = shared(runs[i - 1]!.marks, runs[i + 1]!.marks)
  }
  return runs
}

function elements(span: { runs: Run[]; from: number; to: number; depth: number; address: Addressing }) {
  const { runs, to, depth, address } = span
  const children: ComponentChildren[] = []
  let at = span.from
  while (at < to) {
    const run = runs[at]!
    const mark = run.marks[depth]
    if (!mark) {
      children.push(run.text === null ? <br /> : run.text)
      at++
      continue
    }
    let end = at + 1
    while (end < to && sameMark(runs[end]!.marks[depth], mark)) end++
    const inner = elements({ runs, from: at, to: end, depth: depth + 1, address })
    children.push(element(mark, inner, address))
    at = end
  }
  return children
}

function element(mark: Mark, children: ComponentChildren, address: Addressing): ComponentChildren {
  switch (mark.type) {
    case 'link':
      return link(mark.href, children, address)
    case 'language':
      return language(mark.language, children)
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'underline':
      return <u>{children}</u>
    case 'strike':
      return <s>{children}</s>
    case 'highlight':
      return <mark>{children}</mark>
    case 'subscript':
      return <sub>{children}</sub>
    case 'superscript':
      return <sup>{children}</sup>
    case 'code':
      return <code>{children}</code>
    default:
      return children
  }
}

function link(href: string, children: ComponentChildren, address: Addressing): ComponentChildren {
  const target = address(href)
  if (target === null) return children
  const clean = cleanText(target)
  return (
    <a href={clean} rel={leavesSite(clean) ? 'noopener' : undefined}>
      {children}
    </a>
  )
}

function language(tag: string, children: ComponentChildren): VNode | ComponentChildren {
  if (typeof tag !== 'string' || !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag)) return children
  return (
    <span lang={tag} dir={direction(tag)}>
      {children}
    </span>
  )
}

const order: readonly Mark['type'][] = [
  'link',
  'language',
  'bold',
  'italic',
  'underline',
  'strike',
  'highlight',
  'subscript',
  'superscript',
  'code',
]

/** Known marks, each once, outermost first. */
function settled(marks: readonly Mark[]): Mark[] {
  if (marks.length === 1) return order.includes(marks[0]!.type) ? [marks[0]!] : []
  const found: Mark[] = []
  for (const type of order) {
    const mark = marks.find(one => one.type === type)
    if (mark) found.push(mark)
  }
  return found
}

function shared(before: readonly Mark[], after: readonly Mark[]): Mark[] {
  let n = 0
  while (n < before.length && sameMark(before[n], after[n])) n++
  return before.slice(0, n)
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (!one || !other || one.type !== other.type) return false
  if (one.type === 'link') return one.href === (other as typeof one).href
  if (one.type === 'language') return one.language === (other as typeof one).language
  return true
}
