import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { jpegPicture, picture, withIptc, xmpPacket } from '../../../test/builders/test-pictures.ts'
import { joined, readFileWords } from './read-file-words.ts'

const nothing = { caption: '', credit: '', alt: '', holder: '', takenOn: '' }
const plain = await jpegPicture({ width: 60, height: 40 })

const caption = 120
const byline = 80
const credit = 110
const copyright = 116
const created = 55

test('a picture that says nothing', () => {
  expect(readFileWords(plain)).toEqual(nothing)
})

test('IPTC in UTF-8: caption, name and agency, holder, day', () => {
  const bytes = withIptc(plain, [
    [caption, 'Пором «Голм» біля причалу'],
    [byline, 'Оксана Вірна'],
    [credit, 'Lantern'],
    [copyright, '© 2026 The Wrenmouth Lantern'],
    [created, '20261104'],
  ])
  expect(readFileWords(bytes)).toEqual({
    caption: 'Пором «Голм» біля причалу',
    credit: 'Оксана Вірна/Lantern',
    alt: '',
    holder: '© 2026 The Wrenmouth Lantern',
    takenOn: '2026-11-04',
  })
})

test('IPTC in Latin-1, which says nothing about its encoding', () => {
  const bytes = withIptc(
    plain,
    [
      [caption, 'Café à côté de l’écluse'.replace('’', "'")],
      [byline, 'Zoë Müller'],
    ],
    'latin1',
  )
  expect(readFileWords(bytes)).toMatchObject({ caption: "Café à côté de l'écluse", credit: 'Zoë Müller' })
})

test('IPTC that claims UTF-8 and is Latin-1', () => {
  const bytes = withIptc(plain, [[caption, 'XXXX']])
  const claimed = Buffer.from(bytes)
  claimed.set([0x5a, 0xe9, 0x72, 0xf6], bytes.indexOf('XXXX'))
  expect(readFileWords(claimed).caption).toBe('Zérö')
})

test('two photographers are both named', () => {
  const bytes = withIptc(plain, [
    [byline, 'Ada Sorrel'],
    [byline, 'Jonas Weir'],
    [credit, 'Holm Picture Agency'],
  ])
  expect(readFileWords(bytes).credit).toBe('Ada Sorrel, Jonas Weir/Holm Picture Agency')
})

const fullPacket = xmpPacket(`<dc:description><rdf:Alt>
<rdf:li xml:lang="uk">Міст</rdf:li><rdf:li xml:lang="x-default">The Arle &amp; its bridge</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Petra Quill</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Lantern</rdf:li></rdf:Alt></dc:rights>
<photoshop:Credit>Lantern</photoshop:Credit><photoshop:DateCreated>2026-10-02T14:00:00+01:00</photoshop:DateCreated>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A stone bridge in fog</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`)
const fromPacket = {
  caption: 'The Arle & its bridge',
  credit: 'Petra Quill/Lantern',
  alt: 'A stone bridge in fog',
  holder: 'Lantern',
  takenOn: '2026-10-02',
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('XMP in %s', async format => {
  const bytes = await picture({ width: 64, height: 48 }).withXmp(fullPacket).toFormat(format).toBuffer()
  expect(readFileWords(bytes, (await sharp(bytes).metadata()).xmp)).toEqual(fromPacket)
})

test('XMP counts before IPTC, and IPTC fills what XMP leaves open', async () => {
  const packet = xmpPacket('<photoshop:Credit>Lantern</photoshop:Credit>')
  const bytes = await picture({ width: 64, height: 48 }).withXmp(packet).jpeg().toBuffer()
  const both = withIptc(bytes, [
    [caption, 'From IPTC'],
    [credit, 'Elsewhere'],
  ])
  expect(readFileWords(both)).toMatchObject({ caption: 'From IPTC', credit: 'Lantern' })
})

test('EXIF comes last, and the name of a camera is no caption', async () => {
  const exif = (ImageDescription: string) =>
    picture({ width: 64, height: 48 })
      .withExif({ IFD0: { ImageDescription, Artist: 'Wilf Arden', Copyright: 'Wilf Arden 2026' } })
      .jpeg()
      .toBuffer()
  expect(readFileWords(await exif('Low tide'))).toMatchObject({
    caption: 'Low tide',
    credit: 'Wilf Arden',
    holder: 'Wilf Arden 2026',
  })
  expect(readFileWords(await exif('OLYMPUS DIGITAL CAMERA')).caption).toBe('')
})

test.each([
  ['Jonas Weir', 'Lantern', 'Jonas Weir/Lantern'],
  ['Jonas Weir', '', 'Jonas Weir'],
  ['', 'Reuters', 'Reuters'],
  ['Jonas Weir', 'Jonas Weir/Lantern', 'Jonas Weir/Lantern'],
  ['Jonas Weir/Lantern', 'LANTERN', 'Jonas Weir/Lantern'],
  ['Reuters', 'reuters', 'reuters'],
])('name %j and agency %j make %j', (name, agency, credit) => {
  expect(joined(name, agency)).toBe(credit)
})

test('metadata that is broken says nothing, and never throws', async () => {
  const bytes = withIptc(await picture({ width: 64, height: 48 }).withXmp(fullPacket).jpeg().toBuffer(), [
    [caption, 'words'],
  ])
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 40 }), changes => {
      const broken = Buffer.from(bytes)
      for (const [at, value] of changes) broken[at] = value
      const words = readFileWords(broken)
      for (const text of Object.values(words)) expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    }),
    { numRuns: 60 },
  )
})
