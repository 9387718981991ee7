import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { logos, pictures } from '../../demo/pictures/pictures.ts'
import { storePhotograph } from '../features/media/photograph.ts'
import { checkout } from '../platform/checkout.ts'
import type { House } from '../platform/house.ts'

export interface DrawnPictures {
  /** Ids by the names of the pictures. */
  photographs: Map<string, number>
  /** The paper's name with its lantern, for light and dark pages, and the lantern alone for icons. */
  signs: { logo: { light: Sign; dark: Sign }; icon: { file: string } }
}

interface Sign {
  file: string
  width: number
  height: number
}

type Told = { name: string } | { logo: 'light' | 'dark'; width: number; height: number }

/** Has the demo's pictures drawn in a process of their own, and stores each as soon as it is there. */
export async function developPictures(house: House, say: (line: string) => void): Promise<DrawnPictures> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-pictures-'))
  const photographs = new Map<string, number>()
  const shown = new Map<string, Sign>()
  let storing = Promise.resolve()
  try {
    await drawInto(folder, told => {
      storing = storing.then(() => store(told))
      // A failure is met below; until then it must not count as unheard.
      storing.catch(() => {})
    })
    await storing
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await house.files.put('publication/icon.svg', Buffer.from(logos.icon))
  return {
    photographs,
    signs: {
      logo: { light: shown.get('light')!, dark: shown.get('dark')! },
      icon: { file: 'publication/icon.svg' },
    },
  }

  async function store(told: Told): Promise<void> {
    if ('logo' in told) {
      const bytes = await readFile(join(folder, `logo-${told.logo}.png`))
      const file = `publication/logo-${told.logo}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.png`
      await house.files.put(file, bytes)
      shown.set(told.logo, { file, width: told.width, height: told.height })
      return
    }
    const { alt, focal } = pictures.find(picture => picture.name === told.name)!
    const name = `${told.name}.jpg`
    const bytes = await readFile(join(folder, name))
    const stored = await storePhotograph(house, { bytes, name, alt, focalX: focal.x, focalY: focal.y })
    photographs.set(told.name, stored.id)
    if (photographs.size % 9 === 0) say(`Developing photographs: ${photographs.size} of ${pictures.length} …`)
  }
}

function drawInto(folder: string, tell: (told: Told) => void): Promise<void> {
  const program = join(checkout, 'demo/pictures/draw-pictures.ts')
  const drawing = fork(program, [folder], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaint = ''
  drawing.stderr?.on('data', chunk => {
    complaint += chunk
  })
  drawing.on('message', told => tell(told as Told))
  return new Promise((done, failed) => {
    drawing.on('error', failed)
    drawing.on('exit', code =>
      code === 0 ? done() : failed(new Error(`The demo’s pictures could not be drawn.\n${complaint}`)),
    )
  })
}
