import { disc, line, oval, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { glitter, gull, hills, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'
import { dinghy } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, blush } = palette

const draw = (): string => {
  const random = seeded(44)
  const mud = mix(sand, harbour, 0.42)
  const gold = mix(ochre, paper, 0.4)
  const vanish = [640, 462]
  const row = (x: number): string =>
    repeat(17, at => {
      const t = ((at + 0.5) / 17) ** 1.9
      const s = 0.05 + 0.95 * t
      const px = (vanish[0] ?? 0) + (x - (vanish[0] ?? 0)) * s
      const py = (vanish[1] ?? 0) + 690 * s
      const w = 150 * s
      return (
        line(px - w * 0.8, py, px - w * 0.8, py + 70 * s, ink, 11 * s) +
        line(px + w * 0.8, py, px + w * 0.8, py + 70 * s, ink, 11 * s) +
        poly(
          [
            [px - w, py - 4 * s],
            [px + w, py - 4 * s],
            [px + w, py + 10 * s],
            [px - w, py + 10 * s],
          ],
          mix(rust, ink, 0.5),
        ) +
        shape(
          `M${px - w * 0.92} ${py - 4 * s}C${px - w * 0.9} ${py - 56 * s} ${px + w * 0.86} ${py - 62 * s} ${px + w * 0.92} ${py - 4 * s}Z`,
          mix(deep, mist, 0.1 + (at % 3) * 0.08),
        ) +
        shape(
          `M${px - w * 0.9} ${py - 14 * s}C${px - w * 0.7} ${py - 54 * s} ${px - w * 0.1} ${py - 54 * s} ${px + w * 0.1} ${py - 46 * s}C${px - w * 0.2} ${py - 40 * s} ${px - w * 0.6} ${py - 34 * s} ${px - w * 0.9} ${py - 14 * s}Z`,
          gold,
        ) +
        oval(px, py + 76 * s, w * 0.95, 10 * s, ink, 'opacity="0.35"')
      )
    })
  return sheet(
    1920,
    1080,
    sand,
    sky(
      1920,
      470,
      [mix(harbour, sea, 0.35), mix(sea, mist, 0.35), mix(mist, blush, 0.5), mix(blush, ochre, 0.35), gold],
      51,
      40,
    ),
    shape(
      'M1930 40C1500 20 1300 130 1020 120C800 110 700 190 420 180C700 230 900 200 1080 230C1300 260 1600 200 1930 260Z',
      mix(blush, paper, 0.3),
    ),
    shape('M1930 120C1600 110 1400 190 1180 190C1400 240 1700 190 1930 230Z', mix(rust, blush, 0.5)),
    streak(-100, 120, 760, 26, mix(mist, paper, 0.3)),
    streak(80, 300, 620, 20, mix(blush, paper, 0.4)),
    disc(300, 410, 84, mix(paper, ochre, 0.25)),
    hills(1920, 480, [462, 450, 464, 462, 440, 410, 390, 410, 430], mix(harbour, blush, 0.3)),
    rect(1500, 366, 18, 70, paper),
    rect(1496, 350, 26, 18, rust),
    rect(-10, 462, 1940, 80, mix(sea, gold, 0.4)),
    glitter(300, 466, 70, 300, paper, 5, 12),
    ripples(-10, 468, 1940, 60, harbour, 26, 4, 0.5),
    rect(-10, 520, 1940, 570, mud),
    shape(
      'M-10 540C300 520 700 530 900 524C1300 520 1600 530 1930 520V640C1500 600 1100 620 700 590C400 580 200 600 -10 580Z',
      mix(gold, mud, 0.35),
    ),
    stipple(0, 540, 1920, 200, gold, 'top', { count: 2600 }),
    stipple(0, 700, 1920, 380, deep, 'bottom', { size: 5 }),
    // Pools that hold the sky.
    ...[
      [120, 690, 260],
      [1180, 640, 340],
      [420, 860, 360],
      [1500, 800, 420],
      [980, 1000, 420],
    ].map(
      ([x = 0, y = 0, w = 0]) =>
        shape(
          `M${x} ${y}C${x + w * 0.3} ${y - w * 0.07} ${x + w * 0.7} ${y - w * 0.04} ${x + w} ${y - 4}C${x + w * 0.8} ${y + w * 0.07} ${x + w * 0.3} ${y + w * 0.08} ${x} ${y}Z`,
          mix(blush, gold, 0.5),
        ) + stroke(`M${x + w * 0.2} ${y}H${x + w * 0.6}`, paper, 4),
    ),
    // Tractor with its trailer, far out.
    oval(1230, 580, 130, 8, ink, 'opacity="0.4"'),
    rect(1180, 524, 90, 34, rust),
    rect(1180, 484, 50, 44, rust),
    rect(1188, 492, 34, 30, mist),
    disc(1196, 560, 24, ink),
    disc(1262, 566, 16, ink),
    poly('1284,540 1390,536 1384,566 1290,568', mix(ochre, ink, 0.2)),
    disc(1340, 570, 12, ink),
    line(1254, 524, 1254, 490, ink, 5),
    row(-560),
    row(160),
    row(1060),
    row(2060),
    row(3200),
    // Two who work the beds.
    figure({
      x: 1010,
      y: 800,
      h: 300,
      face: -1,
      coat: ochre,
      legs: harbour,
      skin: skin.tan,
      hat: 'bobble',
      hatInk: rust,
      lean: 20,
      hem: -44,
      flare: 17,
      stance: 'walk',
      near: [
        [8, -62],
        [22, -52],
      ],
      far: [
        [14, -62],
        [26, -54],
      ],
    }),
    poly('1000,798 1020,798 1260,850 1200,862', ink, 'opacity="0.35"'),
    poly('1400,1050 1460,1046 1900,1090 1640,1090', ink, 'opacity="0.4"'),
    figure({
      x: 1420,
      y: 1060,
      h: 640,
      face: -1,
      coat: rust,
      legs: deep,
      skin: skin.pale,
      hair: mix(ochre, rust, 0.4),
      hairStyle: 'bun',
      rim: gold,
      lean: 8,
      hem: -44,
      flare: 18,
      stance: 'stride',
      near: [
        [6, -62],
        [22, -58],
      ],
      far: [
        [15, -62],
        [28, -58],
      ],
      more:
        shape('M16 -60C14 -70 42 -72 44 -60L40 -46C34 -42 24 -42 19 -46Z', mix(ink, harbour, 0.4)) +
        repeat(8, () => oval(22 + random() * 16, -52 - random() * 12, 2.6, 1.7, mix(mist, sand, 0.5))) +
        oval(22, -57, 2.6, 2.6, skin.pale),
    }),
    gull(760, 260, 0.8, deep, -8),
    gull(880, 300, 0.55, deep, 8),
    gull(640, 330, 0.45, deep),
    dinghy(1740, 512, 0.5, true, deep),
  )
}

export const oysterBeds: Picture = {
  name: 'oyster-beds',
  title: 'The oyster beds',
  width: 1920,
  height: 1080,
  draw,
  alt: 'Rows of oyster trestles run out over the mud to a low golden sun; a woman in red lifts a full sack in the foreground, another worker bends over a row, a tractor waits far out.',
  caption: 'The first harvest on the beds off the Saltings at low water, five years after they were closed.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.7, y: 0.55 },
}
