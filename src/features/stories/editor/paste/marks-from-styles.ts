import { property, unwrap, wrapInside } from './dom.ts'

/** Programs say by style what is meant by a mark; and some say by an element what their style takes back. */
export function marksFromStyles(body: HTMLElement, isOffice: boolean): void {
  for (const element of [...body.querySelectorAll('b, strong, i, em, u, s, strike')]) {
    const { tagName } = element
    const weight = property(element, 'font-weight')
    const takenBack =
      // Google Docs wraps everything that is copied into a bold element that is not bold.
      element.id.startsWith('docs-internal-guid') ||
      ((tagName === 'B' || tagName === 'STRONG') && /^(normal|[1-5]00)$/.test(weight)) ||
      ((tagName === 'I' || tagName === 'EM') && property(element, 'font-style') === 'normal') ||
      (/^(U|S|STRIKE)$/.test(tagName) && property(element, 'text-decoration').startsWith('none'))
    if (takenBack) unwrap(element)
  }
  for (const element of body.querySelectorAll('span, font, p, div, li, td, a')) markUp(element, isOffice)
}

function markUp(element: Element, isOffice: boolean): void {
  if (!element.hasAttribute('style')) return
  const isInline = ['SPAN', 'FONT', 'A'].includes(element.tagName)
  const weight = property(element, 'font-weight')
  const decoration = `${property(element, 'text-decoration')} ${property(element, 'text-decoration-line')}`
  const raised = property(element, 'vertical-align')
  const inHeading = element.closest('h1, h2, h3, h4, h5, h6') !== null
  if (/^(bold|bolder|[6-9]00)$/.test(weight) && !inHeading) wrapInside(element, 'strong')
  if (/^(italic|oblique)/.test(property(element, 'font-style'))) wrapInside(element, 'em')
  if (!isInline) return
  if (decoration.includes('underline') && !element.closest('a')) wrapInside(element, 'u')
  if (decoration.includes('line-through')) wrapInside(element, 's')
  if (raised === 'super') wrapInside(element, 'sup')
  if (raised === 'sub') wrapInside(element, 'sub')
  if (isHighlighted(element, isOffice)) wrapInside(element, 'mark')
}

function isHighlighted(element: Element, isOffice: boolean): boolean {
  if (element.tagName === 'A') return false
  if (property(element, 'mso-highlight')) return property(element, 'mso-highlight') !== 'none'
  const colour = property(element, 'background-color')
  const isDocs =
    !isOffice && property(element, 'white-space').startsWith('pre') && property(element, 'font-family') !== ''
  return (
    isDocs &&
    colour !== '' &&
    !/^(transparent|#fff(fff)?|white|rgb\(255, ?255, ?255\)|rgba\([^)]*, ?0\))$/.test(colour)
  )
}
