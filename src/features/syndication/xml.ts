/** A piece of XML that is already well-formed. */
export interface Xml {
  xml: string
}

type Child = Xml | string | number | null | undefined | false | readonly Child[]

/** An element. Strings are escaped; characters that XML 1.0 does not allow (2.2) are left out; null is nothing. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  ...children: Child[]
): Xml {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  const content = children.map(inner).join('')
  return { xml: content === '' ? `<${name}${pairs}/>` : `<${name}${pairs}>${content}</${name}>` }
}

/** A whole document of UTF-8. */
export function document(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

/** HTML inside XML, kept readable; a `]]>` in it is divided over two sections. */
export function cdata(text: string): Xml {
  return { xml: `<![CDATA[${allowed(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>` }
}

function inner(child: Child): string {
  if (child === null || child === undefined || child === false) return ''
  if (typeof child === 'object')
    return 'xml' in child ? child.xml : (child as readonly Child[]).map(inner).join('')
  return escaped(String(child))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escaped(text: string): string {
  return allowed(text).replace(/[&<>"']/g, sign => entities[sign]!)
}

function allowed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are just what XML forbids
  return text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
}
