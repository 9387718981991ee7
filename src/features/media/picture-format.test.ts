import { expect, test } from 'vitest'
import { picture } from '../../../test/builders/test-pictures.ts'
import { recogniseFormat } from './picture-format.ts'

test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('recognises %s', async format => {
  expect(recogniseFormat(await picture({ width: 40, height: 30 }).toFormat(format).toBuffer())).toBe(format)
})

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  [
    '\uFEFF<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg width="1">',
    'svg',
  ],
  ['<!DOCTYPE svg [<!ENTITY a "b">]><svg:svg xmlns:svg="x">', 'svg'],
  ['<!doctype html><p><svg></svg>', null],
  ['<html><svg>', null],
  ['%PDF-1.7', null],
  ['', null],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
  ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'avif'],
  ['\0\0\0\x18ftypisom\0\0\0\0isommp42', null],
  ['GIF8', null],
])('%j is %s', (text, format) => {
  expect(recogniseFormat(Buffer.from(text))).toBe(format)
})
