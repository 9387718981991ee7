/**
 * Cuts the installed font packages down to what pages use and writes files/*.woff2 and faces.css beside this file.
 * Run with `npm run build:fonts` after changing cuts.ts or a font package; its results are kept in the repository.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { type Cut, cuts, type Script, scripts } from './cuts.ts'
import { type FontMetrics, readMetrics } from './font-metrics.ts'

const folder = import.meta.dirname
const require = createRequire(import.meta.url)
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'tnum']

/** Faces that nearly every machine has, and their metrics (those of Liberation and Noto are the same as of these). */
const standIns = {
  serif: [
    {
      regular: ['Times New Roman', 'Liberation Serif', 'Tinos'],
      bold: ['Times New Roman Bold', 'Liberation Serif Bold', 'Tinos Bold'],
      italic: ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
      advance: { regular: 0.3971, bold: 0.4223, italic: 0.3984 },
    },
    {
      regular: ['Noto Serif'],
      bold: ['Noto Serif Bold'],
      italic: ['Noto Serif Italic'],
      advance: { regular: 0.4734, bold: 0.5031, italic: 0.4599 },
    },
  ],
  sans: [
    {
      regular: ['Arial', 'Liberation Sans', 'Helvetica Neue', 'Helvetica'],
      bold: [],
      italic: [],
      advance: { regular: 0.4378, bold: 0, italic: 0 },
    },
    { regular: ['Roboto'], bold: [], italic: [], advance: { regular: 0.4411, bold: 0, italic: 0 } },
  ],
}

await rm(join(folder, 'files'), { recursive: true, force: true })
await mkdir(join(folder, 'files'), { recursive: true })
const rules: string[] = []
let bytes = 0
for (const cut of cuts) {
  for (const script of scripts) {
    const made = await cutScript(cut, script)
    if (!made) continue
    const name = `${cut.name}-${script.name}`
    await writeFile(join(folder, 'files', `${name}.woff2`), made)
    bytes += made.length
    process.stdout.write(`${String(made.length).padStart(7)} ${name}\n`)
    rules.push(face(cut, script, name))
  }
  rules.push(...(await standInFaces(cut)))
}
const note = '/* biome-ignore-all format: made by build-fonts.ts from cuts.ts; change those instead. */\n'
await writeFile(join(folder, 'faces.css'), `${note}${rules.join('\n')}\n`)
for (const name of new Set(cuts.map(cut => cut.packageName)))
  await copyFile(join(packageFolder(name), 'LICENSE'), join(folder, 'files', `LICENSE-${name}.txt`))
process.stdout.write(`${String(bytes).padStart(7)} together\n`)

async function cutScript(cut: Cut, script: Script): Promise<Buffer | null> {
  const packageName = script.name === 'cyrillic' ? (cut.cyrillicFrom ?? cut.packageName) : cut.packageName
  const text = script.ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join('')
  return subsetFont(await source(packageName, script.name, cut), text, {
    targetFormat: 'woff2',
    variationAxes: cut.variation,
    keepFeatures: cut.axes === 'opsz' ? features.filter(name => name !== 'tnum') : features,
    noHinting: true,
  })
}

/** One @font-face per stand-in, scaled so that a line of text is as long and as high as in the real face. */
async function standInFaces(cut: Cut): Promise<string[]> {
  const kind = cut.axes === 'opsz' ? 'serif' : 'sans'
  const shape = cut.style === 'italic' ? 'italic' : cut.name.endsWith('-display') ? 'bold' : 'regular'
  const metrics = await metricsOf(cut)
  return standIns[kind].map((standIn, i) => {
    const locals = standIn[shape].map(name => `local('${name}')`).join(',')
    const family = `${cut.family} Stand-in${i === 0 ? '' : ` ${i + 1}`}`
    return `@font-face{font-family:'${family}';font-style:${cut.style};font-weight:${cut.weight};src:${locals};${overrides(metrics, standIn.advance[shape])}}`
  })
}

function overrides({ ascent, descent, lineGap, advance }: FontMetrics, standInAdvance: number): string {
  const scale = advance / standInAdvance
  const percent = (value: number) => `${(value * 100).toFixed(1)}%`
  return `size-adjust:${percent(scale)};ascent-override:${percent(ascent / scale)};descent-override:${percent(descent / scale)};line-gap-override:${percent(lineGap / scale)}`
}

async function metricsOf(cut: Cut): Promise<FontMetrics> {
  const pinned = Object.fromEntries(
    Object.entries(cut.variation).map(([axis, value]) => [
      axis,
      typeof value === 'number' ? value : value.min,
    ]),
  )
  const font = await subsetFont(await source(cut.packageName, 'latin', cut), null, {
    targetFormat: 'sfnt',
    variationAxes: pinned,
    keepAllGlyphs: true,
  })
  return readMetrics(font)
}

function source(packageName: string, script: string, cut: Cut): Promise<Buffer> {
  return readFile(
    join(packageFolder(packageName), 'files', `${packageName}-${script}-${cut.axes}-${cut.style}.woff2`),
  )
}

function packageFolder(name: string): string {
  return join(require.resolve(`@fontsource-variable/${name}/package.json`), '..')
}

function face(cut: Cut, script: Script, file: string): string {
  const range = script.ranges
    .map(([from, to]) => `U+${hex(from)}${to === from ? '' : `-${hex(to)}`}`)
    .join(',')
  return `@font-face{font-family:'${cut.family}';font-style:${cut.style};font-weight:${cut.weight};font-display:optional;src:url(./files/${file}.woff2) format('woff2');unicode-range:${range}}`
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase()
}
