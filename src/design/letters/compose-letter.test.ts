import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { letterhead } from '../../../test/builders/mail-doors.ts'
import { interfaceLanguages } from '../messages.ts'
import { composeLetter } from './compose-letter.ts'
import { mentionLetter } from './mention-letter.ts'

const mention = {
  name: 'Maeve',
  by: 'Tomas <b>Vell</b>',
  story: 'Ferry vote & after',
  note: 'Is this “14–12”?\nPlease check.',
  passage: 'by two votes',
  link: 'https://lantern.example/newsroom/stories/7?note="a"&x=1',
}

const words: Record<(typeof interfaceLanguages)[number], string> = {
  en: 'Open the note',
  uk: 'Відкрити нотатку',
  es: 'Abrir la nota',
  de: 'Notiz öffnen',
  fr: 'Ouvrir la note',
  ar: 'افتح الملاحظة',
}

test.each(interfaceLanguages)('a letter is whole in %s', language => {
  const letter = mentionLetter.write(mention, { language, letterhead })
  expect(letter.subject).toContain('Ferry vote & after')
  expect(letter.html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
  expect(letter.html).toContain(words[language])
  expect(letter.html).toContain('href="https://lantern.example/newsroom/stories/7?note=%22a%22&amp;x=1"')
  expect(letter.html).toContain('Ferry vote &amp; after')
  expect(letter.html).toContain('Tomas &lt;b&gt;Vell&lt;/b&gt;')
  expect(letter.html).toContain('Is this “14–12”?<br>Please check.')
  expect(letter.html).toContain('The Lantern')
  expect(letter.html).not.toContain('[[')
  expect(letter.html).not.toMatch(/<script|<link|<img|@import/)
  expect(letter.text).toContain(
    `${words[language]}:\nhttps://lantern.example/newsroom/stories/7?note=%22a%22&x=1`,
  )
  expect(letter.text).toContain('“by two votes”')
  expect(letter.text).toContain('Tomas <b>Vell</b>')
  expect(letter.text).not.toMatch(/&amp;|&lt;|<a|<div|\[\[/)
})

test('its HTML is well formed', () => {
  const errors: string[] = []
  const { html } = mentionLetter.write(mention, { language: 'en', letterhead })
  parse(html, { onParseError: ({ code }) => errors.push(code) })
  expect(errors).toEqual([])
})

test('the plain text reads from top to bottom, and ends with who wrote', () => {
  const { text } = composeLetter(
    {
      subject: 'Hello',
      preview: '',
      parts: [{ heading: 'Good news' }, { code: '493 021' }, { rule: true }, { note: 'That is all.' }],
    },
    { language: 'en-IE', letterhead },
  )
  expect(text).toBe(
    'Good news\n\n493 021\n\nThat is all.\n\nThe Lantern\nLantern Trust\n4 Coal Quay, Wrenmouth\nhttps://lantern.example\n',
  )
})

test('a publication whose accent is too pale still gets a button that can be read', () => {
  const { html } = composeLetter(
    { subject: '', preview: '', parts: [{ button: { label: 'Go', href: 'https://lantern.example/' } }] },
    { language: 'en', letterhead: { ...letterhead, accent: '#ffee88' } },
  )
  expect(html).not.toContain('#ffee88;color')
  expect(html).toMatch(/bgcolor="#[0-9a-f]{6}"/)
})

test.each(['javascript:alert(1)', 'data:text/html,x', '/newsroom', 'mailto:a@b.example'])(
  'a button does not lead to %s',
  href => {
    expect(() =>
      composeLetter(
        { subject: '', preview: '', parts: [{ button: { label: 'Go', href } }] },
        { language: 'en', letterhead },
      ),
    ).toThrow('http(s)')
  },
)
