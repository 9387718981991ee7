import { BadInput } from '../../../platform/errors/errors.ts'
import { type Form, fieldOf } from '../../../platform/http/form.ts'
import { type Telling, tellings, type WordingTexts, wordingTexts } from '../appeal.ts'
import { figuresIn } from '../figure-text.ts'
import type { deskTexts } from './campaign-desk-page.tsx'

/** What was typed of a wording. Throws BadInput that names the field, for a name in braces that is no figure too. */
export function wordingFrom(
  form: Form,
  { wrong }: ReturnType<typeof deskTexts>,
): { name: string; texts: WordingTexts } {
  const name = fieldOf(form, 'name').trim()
  if (name === '') throw new BadInput({ field: 'name', sentence: wrong.name })
  if (name.length > 60) throw new BadInput({ field: 'name', sentence: wrong.long })
  const texts = textsTyped(form)
  if (!texts.success) {
    const [first = '', second] = (texts.error.issues[0]?.path ?? []).map(String)
    const isWords = (tellings as readonly string[]).includes(first)
    const field = isWords ? `${second === 'heading' ? 'heading' : 'text'}-${first}` : first
    throw new BadInput({ field, sentence: wrong.long })
  }
  for (const telling of tellings) {
    const { heading, paragraphs } = texts.data[telling]
    requireFigures(heading, `heading-${telling}`)
    for (const paragraph of paragraphs) requireFigures(paragraph, `text-${telling}`)
  }
  return { name, texts: texts.data }

  function requireFigures(text: string, field: string): void {
    const [unknown] = figuresIn(text).unknown
    if (unknown) throw new BadInput({ field, sentence: wrong.braces(unknown) })
  }
}

/** The same for a preview, which shows what it can of a form that is not finished. */
export function wordingAsTyped(form: Form): WordingTexts {
  const texts = textsTyped(form)
  return texts.success ? texts.data : wordingTexts.parse({})
}

/** How a wording stands, as its form shows it. */
export function wordingFields(name: string, texts: WordingTexts): Record<string, string> {
  const { signature, office, join, gift } = texts
  const words = tellings.flatMap((telling): [string, string][] => [
    [`heading-${telling}`, texts[telling].heading],
    [`text-${telling}`, texts[telling].paragraphs.join('\n\n')],
  ])
  return { name, signature, office, join, gift, ...Object.fromEntries(words) }
}

/** Numbers that somebody typed, by the telling they stand in; years are none. */
export function typedNumbers(texts: WordingTexts): { telling: Telling; number: string }[] {
  return tellings.flatMap(telling => {
    const text = [texts[telling].heading, ...texts[telling].paragraphs].join(' ').replace(/\{[^}]*\}/g, '')
    const numbers = text.match(/\d[\d.,\u00a0\u202f]*\d|\d/gu) ?? []
    return numbers.filter(number => !/^(19|20)\d\d$/.test(number)).map(number => ({ telling, number }))
  })
}

function textsTyped(form: Form) {
  const words = (telling: Telling) => ({
    heading: fieldOf(form, `heading-${telling}`),
    paragraphs: fieldOf(form, `text-${telling}`)
      .split(/\n\s*\n/)
      .map(text => text.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  })
  return wordingTexts.safeParse({
    ...Object.fromEntries(tellings.map(telling => [telling, words(telling)])),
    signature: fieldOf(form, 'signature'),
    office: fieldOf(form, 'office'),
    join: fieldOf(form, 'join'),
    gift: fieldOf(form, 'gift'),
  })
}
