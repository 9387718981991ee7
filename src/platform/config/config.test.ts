import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('nothing needs to be set', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:4000',
    logLevel: 'info',
  })
  expect(config.dataDir).toMatch(/^\/.*\/data$/)
})

test('an empty value counts as not set, and SITE_URL follows PORT', () => {
  expect(readConfig({ PORT: '8080', HOST: '', DATABASE_URL: ' ' })).toMatchObject({
    host: '127.0.0.1',
    siteUrl: 'http://localhost:8080',
    databaseUrl: undefined,
  })
})

test('SITE_URL loses its slash', () => {
  expect(readConfig({ SITE_URL: 'https://paper.example/' }).siteUrl).toBe('https://paper.example')
})

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '0'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['HOST', 'not a host'],
  ['SITE_URL', 'paper.example'],
  ['SITE_URL', 'ftp://paper.example'],
  ['SITE_URL', 'https://paper.example/news'],
  ['LOG_LEVEL', 'loud'],
  ['PRESS_MEMORY_MB', 'much'],
])('a wrong %s ("%s") is named with its value and what is allowed', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    new RegExp(`${name} cannot be "${value}". Allowed is .+`),
  )
})

test('all wrong settings are named at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(
    /PORT cannot be "x".*\nLOG_LEVEL cannot be "y"/,
  )
})

test.each([
  ['DATABASE_URL', 'mysql://desk:hunter2@db/paper'],
  ['SECRET', 'hunter2'],
])('a wrong %s is not shown', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  )
})
