import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { logos, pictures } from './pictures.ts'
import { renderLogo, renderPicture } from './render.ts'

// A process of its own: draws everything into the folder that it is given, and tells each file's name when it is there.
// What drawing takes of memory goes back to the system with it.
const folder = process.argv[2]!
sharp.cache(false)
sharp.concurrency(1)

const waiting = [...pictures]
const draw = async () => {
  for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
    await writeFile(join(folder, `${picture.name}.jpg`), await renderPicture(picture))
    process.send?.({ name: picture.name })
  }
}
await Promise.all([draw(), draw()])
for (const name of ['light', 'dark'] as const) {
  const { bytes, width, height } = await renderLogo(logos[name])
  await writeFile(join(folder, `logo-${name}.png`), bytes)
  process.send?.({ logo: name, width, height })
}
process.disconnect?.()
