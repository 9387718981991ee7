import { expect, test } from 'vitest'
import { mentionsIn } from './mentions-in.ts'

const people = [
  { id: 1, name: 'Maeve Carrigan' },
  { id: 2, name: 'Tomás Reyes' },
  { id: 3, name: 'Tomás Reyes Ortega' },
  { id: 4, name: 'Олена Шевчук' },
  { id: 5, name: 'Ann' },
  { id: 6, name: 'Anna Bell' },
]

test('whole names name people, whatever their letters', () => {
  expect(mentionsIn('@Maeve Carrigan, and @олена шевчук: look', people)).toEqual([1, 4])
})

test('the longest name wins, and a name inside another word is none', () => {
  expect(mentionsIn('@Tomás Reyes Ortega?', people)).toEqual([3])
  expect(mentionsIn('@Tomás Reyes, please', people)).toEqual([2])
  expect(mentionsIn('@Anna Bell', people)).toEqual([6])
  expect(mentionsIn('@Annabel', people)).toEqual([])
})

test('a first name is enough where only one has it', () => {
  expect(mentionsIn('@Maeve can you', people)).toEqual([1])
  expect(mentionsIn('@Tomás can you', people)).toEqual([])
})

test('an address of mail names nobody', () => {
  expect(mentionsIn('write to desk@Maeve Carrigan or ann.@Ann', people)).toEqual([])
})
