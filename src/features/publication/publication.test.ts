import { describe, expect, test } from 'vitest'
import { BadInput } from '../../platform/errors/errors.ts'
import { describePublication, parseSettings } from './publication.ts'

describe('settings of the publication', () => {
  test('a name is enough', () => {
    const settings = parseSettings({ name: 'The Lantern' })
    expect(settings.language).toBe('en')
    expect(settings.footer.columns).toEqual([])
    expect(settings.organisation.address.street).toBe('')
  })

  test.each([
    [{}, 'name', 'is needed'],
    [{ name: 'X', accent: 'red;}' }, 'accent', 'is a colour such as'],
    [{ name: 'X', timeZone: 'Europe/Wrenmouth' }, 'timeZone', 'is a time zone such as'],
    [{ name: 'X', language: '"><b' }, 'language', 'is a language tag'],
    [{ name: 'X', serif: 'comic-sans' }, 'serif', 'is one of source-serif-4'],
    [
      { name: 'X', navigation: [{ label: 'Evil', href: 'javascript:alert(1)' }] },
      'navigation.0.href',
      'is a path on',
    ],
    [
      { name: 'X', navigation: [{ label: 'Evil', href: '//evil.example' }] },
      'navigation.0.href',
      'is a path on',
    ],
    [{ name: 'X', organisation: { email: 'nobody' } }, 'organisation.email', 'e-mail'],
  ])('a bad value gets a sentence that names the field: %j', (input, field, part) => {
    try {
      parseSettings(input)
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput)
      expect((error as BadInput).field).toBe(field)
      expect((error as BadInput).message).toContain(part)
      expect((error as BadInput).message).toContain(field)
      return
    }
    throw new Error('was accepted')
  })

  test('the imprint leaves out what is not known', () => {
    const publication = describePublication(
      parseSettings({
        name: 'The Lantern',
        accent: '#0B5',
        organisation: {
          legalName: 'Lantern Society',
          address: { street: '3 Coal Quay', locality: 'Wrenmouth' },
        },
      }),
      { siteUrl: 'https://lantern.example', fileAddress: key => `/files/${key}` },
    )
    expect(publication.imprint).toEqual({
      publisher: 'Lantern Society',
      foundedIn: null,
      address: ['3 Coal Quay', 'Wrenmouth'],
      email: '',
    })
    expect(publication.accent).toBe('#00bb55')
  })
})
