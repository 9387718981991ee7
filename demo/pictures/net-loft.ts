import { box, cut, disc, line, oval, poly, rect, repeat, shape, stipple, stroke, within } from './brush.ts'
import { figure, limb } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { gull, ripples } from './scenery.ts'
import { sheet } from './sheet.ts'
import { trawler } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss } = palette

/** A net hung from a beam between two points, with its cork line. */
const net = (x: number, y: number, w: number, h: number, thread: string, cork: string): string => {
  const d = `M${x} ${y}C${x + w * 0.3} ${y + h * 0.35} ${x + w * 0.6} ${y + h * 0.25} ${x + w} ${y}C${x + w * 1.04} ${y + h * 0.6} ${x + w * 0.9} ${y + h} ${x + w * 0.7} ${y + h}C${x + w * 0.5} ${y + h * 0.8} ${x + w * 0.3} ${y + h * 1.05} ${x + w * 0.1} ${y + h * 0.92}C${x - w * 0.03} ${y + h * 0.6} ${x} ${y + h * 0.3} ${x} ${y}Z`
  const steps = Math.ceil((w + h) / 30)
  return (
    shape(d, thread, 'opacity="0.35"') +
    within(
      d,
      repeat(steps, at =>
        stroke(
          `M${x - h * 0.5 + at * 30} ${y - 10}q40 ${h * 0.5} ${h * 0.55} ${h + 20}M${x + w + h * 0.5 - at * 30} ${y - 10}q-40 ${h * 0.5} ${-h * 0.55} ${h + 20}`,
          thread,
          2.6,
        ),
      ),
    ) +
    repeat(8, at => {
      const t = (at + 0.5) / 8
      return oval(x + w * t, y + h * 0.87 * t * (1 - t) + h * 0.02, 15, 10, cork)
    })
  )
}

const draw = (): string => {
  const wood = mix(rust, ink, 0.58)
  const sit = (
    x: number,
    y: number,
    s: number,
    flip: number,
    coat: string,
    legs: string,
    tone: string,
    hair: string,
    more: Partial<Parameters<typeof figure>[0]>,
  ): string =>
    rect(x - 46 * s, y - 128 * s, 92 * s, 20 * s, mix(ochre, ink, 0.2)) +
    line(x - 34 * s, y - 110 * s, x - 44 * s, y, ink, 10 * s) +
    line(x + 34 * s, y - 110 * s, x + 44 * s, y, ink, 10 * s) +
    limb(
      [
        [x, y - 146 * s],
        [x + flip * 104 * s, y - 150 * s],
        [x + flip * 96 * s, y - 14 * s],
      ],
      50 * s,
      30 * s,
      legs,
    ) +
    poly(
      [
        [x + flip * 80 * s, y],
        [x + flip * 84 * s, y - 22 * s],
        [x + flip * 110 * s, y - 22 * s],
        [x + flip * 146 * s, y],
      ],
      ink,
    ) +
    figure({
      x,
      y: y + 92 * s,
      h: 480 * s,
      face: flip > 0 ? 1 : -1,
      coat,
      skin: tone,
      hair,
      stance: 'none',
      hem: -46,
      ...more,
    })
  return sheet(
    1800,
    1200,
    wood,
    rect(-10, -10, 1820, 940, mix(wood, harbour, 0.28)),
    repeat(20, at => line(at * 95, -10, at * 95, 900, mix(wood, ink, 0.35), 4)),
    stipple(0, 0, 1800, 600, ink, 'top', { size: 5, count: 5600 }),
    // The loading door, open on the harbour.
    rect(1010, 150, 640, 730, ink),
    rect(1034, 174, 592, 706, mix(mist, paper, 0.45)),
    within(
      cut(box(1034, 174, 592, 706)),
      shape('M1030 170H1640V330C1500 300 1200 350 1030 310Z', mix(mist, sea, 0.35)),
      shape(
        'M1030 560C1160 520 1280 500 1400 520C1500 530 1560 510 1640 500V600H1030Z',
        mix(sea, harbour, 0.4),
      ),
      rect(1030, 580, 620, 320, sea),
      ripples(1030, 590, 620, 280, paper, 34, 5, 0.8),
      ripples(1030, 600, 620, 280, harbour, 26, 7, 0.9),
      disc(1510, 420, 48, mix(paper, ochre, 0.4)),
      trawler(1270, 700, 1.05, false, rust),
      gull(1190, 330, 0.6, paper, -8),
      gull(1300, 390, 0.4, paper, 10),
      rect(1030, 840, 620, 60, mix(sand, ink, 0.3)),
    ),
    poly('860,150 1010,150 1010,880 860,940', harbour),
    ...[900, 940, 976].map(x => line(x, 156, x, 900, deep, 5)),
    line(864, 300, 1006, 290, ink, 14),
    line(864, 760, 1006, 730, ink, 14),
    line(1340, 150, 1340, 60, ink, 9),
    stroke('M1340 60C1400 60 1400 120 1360 130', ink, 9),
    // Floor and the light across it.
    poly('-10,880 1810,880 1810,1210 -10,1210', mix(wood, sand, 0.25)),
    poly('1034,880 1626,880 1250,1210 120,1210', mix(sand, ochre, 0.3)),
    repeat(9, at =>
      line(at * 260 - 200 + 300, 884, at * 330 - 700 + 200, 1210, mix(wood, ink, 0.2), 4, 'opacity="0.6"'),
    ),
    stipple(100, 880, 1500, 330, wood, 'left', { size: 5, count: 2800 }),
    poly('1034,174 1626,174 1250,1210 120,1210', mix(ochre, paper, 0.6), 'opacity="0.13"'),
    // Roof beams and hanging nets.
    poly('-10,40 1810,10 1810,74 -10,110', ink),
    poly('-10,190 820,110 820,160 -10,250', mix(ink, wood, 0.4)),
    line(300, 100, 300, 880, ink, 26),
    line(1730, 60, 1730, 900, ink, 30),
    net(20, 110, 420, 560, mix(harbour, mist, 0.4), ochre),
    net(400, 90, 470, 480, mix(rust, ochre, 0.3), paper),
    net(1480, 60, 360, 420, moss, ochre),
    repeat(6, at => disc(120 + at * 34, 700 + Math.sin(at) * 14, 26, at % 2 ? rust : ochre)),
    stroke('M110 690C180 730 260 730 320 690', sand, 6),
    ...[
      [1690, 850, 44],
      [1600, 868, 36],
    ].map(
      ([x = 0, y = 0, r = 0]) =>
        oval(x, y, r * 1.6, r * 0.6, sand) +
        oval(x, y - 14, r * 1.6, r * 0.6, mix(sand, ochre, 0.5)) +
        oval(x, y - 28, r * 1.5, r * 0.55, sand) +
        oval(x, y - 28, r * 0.6, r * 0.2, ink),
    ),
    // Two apprentices with one net over their knees, the older hand behind.
    figure({
      x: 800,
      y: 1010,
      h: 560,
      face: -1,
      coat: mix(ink, deep, 0.4),
      legs: ink,
      skin: skin.pale,
      hair: mist,
      hat: 'cap',
      hatInk: harbour,
      hem: -38,
      flare: 18,
      lean: 6,
      near: [
        [10, -66],
        [22, -66],
      ],
      far: [
        [14, -66],
        [26, -62],
      ],
    }),
    sit(470, 1120, 1.25, 1, ochre, harbour, skin.brown, ink, {
      hairStyle: 'bun',
      lean: 8,
      near: [
        [6, -62],
        [24, -62],
      ],
      far: [
        [14, -64],
        [30, -70],
      ],
    }),
    sit(1130, 1130, 1.25, -1, rust, deep, skin.pale, mix(ochre, rust, 0.4), {
      hat: 'bobble',
      hatInk: harbour,
      lean: 10,
      near: [
        [6, -62],
        [24, -60],
      ],
      far: [
        [16, -66],
        [30, -68],
      ],
    }),
    (() => {
      const d =
        'M560 930C620 900 700 960 800 950C900 940 980 910 1050 940C1070 1040 1090 1120 1140 1180C1000 1160 930 1210 800 1196C660 1210 560 1180 470 1196C530 1110 550 1020 560 930Z'
      return (
        shape(d, mix(sea, mist, 0.3), 'opacity="0.75"') +
        within(
          d,
          repeat(30, at =>
            stroke(
              `M${380 + at * 28} 900q30 150 150 320M${1240 - at * 28} 900q-30 150 -150 320`,
              harbour,
              3.4,
            ),
          ),
        ) +
        repeat(12, at => oval(566 + at * 43, 940 + Math.sin(at * 0.8) * 15, 18, 12, at % 3 ? paper : rust))
      )
    })(),
    line(628, 938, 690, 900, paper, 9),
    line(972, 930, 920, 890, paper, 9),
    oval(250, 1150, 120, 26, ink, 'opacity="0.5"'),
    poly('150,1010 350,1010 330,1150 170,1150', mix(ochre, ink, 0.3)),
    oval(250, 1010, 100, 22, ink),
    ...[0, 1, 2, 3].map(at => disc(190 + at * 40, 1000 - (at % 2) * 16, 30, at % 2 ? rust : harbour)),
  )
}

export const netLoft: Picture = {
  name: 'net-loft',
  title: 'In the net loft',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Two young people sit facing each other in a wooden loft and mend a net across their knees while an older man in a cap looks on; nets hang from the beams and a wide door opens on the harbour.',
  caption: 'The first two apprentices at work in the net loft on Coal Quay, in their third week.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.44, y: 0.68 },
}
