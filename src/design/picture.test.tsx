import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { samplePhotograph } from '../../test/builders/every-block.ts'
import { bestRendition, Figure, Picture } from './picture.tsx'

const place = { sizes: '100vw', language: 'en' }

describe('a picture', () => {
  test('comes in three formats and several widths, with its size', () => {
    const html = render(<Picture photograph={samplePhotograph()} sizes="50vw" />)
    expect(html).toMatch(
      /^<picture><source type="image\/avif" srcset="[^"]* 640w, [^"]* 1920w" sizes="50vw"\/>/,
    )
    expect(html).toContain('<source type="image/webp"')
    expect(html).toContain('width="1280" height="853"')
    expect(html).toContain('class="tone-156 focal-25-70" loading="lazy" decoding="async"')
    expect(html).not.toContain('style=')
  })

  test('the one that is seen first is fetched first', () => {
    const html = render(<Picture photograph={samplePhotograph()} sizes="50vw" eager />)
    expect(html).toContain('fetchpriority="high"')
    expect(html).not.toContain('lazy')
  })

  test('one that is still being made shows its original, with a size all the same', () => {
    const pending = samplePhotograph({ state: 'pending', renditions: [], width: null, height: null })
    expect(render(<Picture photograph={pending} sizes="50vw" />)).toMatch(
      /<picture><img src="\/media\/7\/ferry.jpg" width="1200" height="800" alt="A ferry/,
    )
  })

  test('one img takes the widest that is not too wide', () => {
    const photograph = samplePhotograph()
    expect([100, 700, 1280, 5000].map(width => bestRendition(photograph, width).width)).toEqual([
      640, 640, 1280, 1920,
    ])
    expect(bestRendition(photograph, 700).format).toBe('jpeg')
  })
})

describe('a figure', () => {
  test('says caption, then credit', () => {
    expect(render(<Figure photograph={samplePhotograph()} {...place} />)).toContain(
      '<span class="figure__words" dir="auto">The Marram at Coal Quay.</span> <span class="figure__credit" dir="auto">Photograph: Petra Quill/Lantern</span>',
    )
    expect(render(<Figure photograph={samplePhotograph()} {...place} caption="" credit="" />)).not.toContain(
      'figcaption',
    )
  })

  test('of another host is a link and asks for nothing', () => {
    const elsewhere = samplePhotograph({ state: 'elsewhere', src: 'https://pictures.example.org/a.jpg' })
    const html = render(<Figure photograph={elsewhere} {...place} />)
    expect(html).toContain(
      '<a href="https://pictures.example.org/a.jpg" rel="noopener">Picture at pictures.example.org</a>: ',
    )
    expect(html).not.toMatch(/<img|<source/)
    const hostile = samplePhotograph({ state: 'elsewhere', src: 'javascript:alert(1)' })
    expect(render(<Figure photograph={hostile} {...place} />)).not.toContain('javascript')
  })

  test('that failed says so and keeps its caption', () => {
    const html = render(
      <Figure photograph={samplePhotograph({ state: 'failed' })} {...place} language="de" />,
    )
    expect(html).toContain('Dieses Bild kann nicht gezeigt werden.')
    expect(html).toContain('The Marram at Coal Quay.')
    expect(html).not.toContain('<img')
  })
})
