import { disc, line, oval, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure, limb } from './figure.ts'
import { windows } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss } = palette

const draw = (): string => {
  const random = seeded(31)
  const beam = mix(paper, ochre, 0.3)
  const pitch = mix(moss, harbour, 0.5)
  const kit = ochre
  const flood = (x: number, y: number, s: number): string =>
    line(x, y, x, 640, ink, 16 * s) +
    line(x - 24 * s, 640, x, y + 200, ink, 7 * s) +
    rect(x - 90 * s, y - 70 * s, 180 * s, 104 * s, ink) +
    repeat(12, at =>
      disc(x + (-66 + (at % 4) * 44) * s, y + (-48 + Math.floor(at / 4) * 30) * s, 13 * s, beam),
    )
  const net: string[] = []
  for (let at = 0; at <= 26; at++)
    net.push(line(at * 72 - 20, 40, at * 84 - 190, 1080, paper, 3, 'opacity="0.55"'))
  for (let at = 0; at <= 15; at++)
    net.push(
      line(-10, 60 + at * 70 + at * at * 0.5, 1810, 60 + at * 70 + at * at * 0.5, paper, 3, 'opacity="0.5"'),
    )
  return sheet(
    1800,
    1200,
    ink,
    sky(1800, 640, [ink, mix(ink, deep, 0.7), deep, mix(deep, harbour, 0.6)], 3, 40),
    poly('640,140 120,1000 900,900', beam, 'opacity="0.13"'),
    poly('1620,110 1000,860 1820,980', beam, 'opacity="0.16"'),
    // The hospital on its hill, then the stand.
    shape('M560 620C700 470 900 410 1100 420C1250 430 1380 500 1460 620Z', mix(deep, ink, 0.4)),
    rect(880, 300, 330, 150, mix(deep, ink, 0.2)),
    rect(980, 240, 130, 70, mix(deep, ink, 0.2)),
    windows(890, 312, 310, 130, 9, 4, ink, mix(ochre, paper, 0.3), 0.5, 7),
    rect(1034, 252, 18, 46, paper),
    rect(1020, 266, 46, 18, paper),
    poly('-10,470 620,520 620,560 -10,520', mix(deep, harbour, 0.4)),
    rect(-10, 530, 1820, 190, mix(ink, deep, 0.5)),
    poly('1250,510 1810,460 1810,500 1250,548', mix(deep, harbour, 0.4)),
    repeat(360, () =>
      disc(
        random() * 1800,
        560 + random() * 140,
        8 + random() * 5,
        [deep, harbour, mix(rust, ink, 0.4), mix(sand, ink, 0.5), mix(ochre, ink, 0.5), mix(sea, ink, 0.4)][
          Math.floor(random() * 6)
        ] ?? deep,
      ),
    ),
    repeat(9, at => rect(at * 210 - 20, 700, 200, 52, [rust, harbour, sand][at % 3] ?? rust)),
    flood(640, 140, 1),
    flood(1620, 110, 1.1),
    poly('-10,750 1810,750 1810,1210 -10,1210', pitch),
    ...[0, 1, 2].map(at =>
      poly(
        [
          [100 + at * 640, 750],
          [420 + at * 640, 750],
          [380 + at * 900, 1210],
          [-200 + at * 900, 1210],
        ],
        mix(pitch, moss, 0.5),
      ),
    ),
    stipple(0, 750, 1800, 450, deep, 'bottom', { size: 5 }),
    shape('M-10 950H1810V966H-10Z', mix(pitch, paper, 0.7)),
    line(500, 752, 180, 960, mix(pitch, paper, 0.6), 8),
    line(1400, 752, 1700, 960, mix(pitch, paper, 0.6), 8),
    line(500, 790, 1430, 790, mix(pitch, paper, 0.6), 5),
    figure({
      x: 1180,
      y: 838,
      h: 300,
      face: -1,
      coat: harbour,
      legs: paper,
      skin: skin.tan,
      hem: -46,
      stance: 'stride',
      lean: -12,
      near: [
        [-12, -66],
        [-20, -60],
      ],
      far: [
        [12, -70],
        [20, -74],
      ],
    }),
    figure({
      x: 1420,
      y: 822,
      h: 262,
      face: -1,
      coat: harbour,
      legs: paper,
      skin: skin.dark,
      hem: -46,
      stance: 'walk',
      near: [
        [8, -70],
        [4, -84],
      ],
      far: [
        [14, -74],
        [10, -88],
      ],
    }),
    figure({
      x: 860,
      y: 812,
      h: 250,
      coat: rust,
      legs: paper,
      skin: skin.pale,
      hem: -46,
      stance: 'stride',
      near: [
        [-12, -66],
        [-20, -62],
      ],
    }),
    // The save.
    poly('340,1120 760,1080 1300,1110 900,1140', ink, 'opacity="0.5"'),
    limb(
      [
        [1060, 700],
        [1210, 644],
        [1350, 716],
      ],
      76,
      44,
      skin.brown,
    ),
    limb(
      [
        [1060, 740],
        [1230, 806],
        [1390, 872],
      ],
      78,
      46,
      skin.brown,
    ),
    limb(
      [
        [1226, 652],
        [1350, 716],
      ],
      58,
      48,
      harbour,
    ),
    limb(
      [
        [1262, 820],
        [1390, 872],
      ],
      58,
      48,
      harbour,
    ),
    ...[
      [1232, 655],
      [1268, 822],
    ].map(([x = 0, y = 0]) => line(x - 12, y + 26, x + 14, y - 24, paper, 12)),
    poly('1330,686 1420,716 1412,758 1324,744', ink),
    poly('1368,838 1460,880 1450,920 1362,896', ink),
    shape(
      'M960 612C1040 606 1110 610 1150 630L1172 706L1090 716L1196 768L1168 850C1090 836 1000 800 930 750Z',
      harbour,
    ),
    shape('M930 750C1000 800 1090 836 1168 850L1184 802C1100 790 1010 760 936 712Z', deep),
    limb(
      [
        [740, 552],
        [610, 494],
        [480, 396],
      ],
      66,
      46,
      mix(kit, rust, 0.4),
    ),
    shape(
      'M690 560C720 512 790 512 850 540L1000 612C1020 660 1000 736 950 772C880 756 780 720 700 664C672 640 672 592 690 560Z',
      kit,
    ),
    shape(
      'M684 634C760 690 880 720 984 716C976 740 964 760 950 772C880 756 780 720 700 664Z',
      mix(kit, rust, 0.5),
    ),
    stroke('M852 590L884 572L848 714', ink, 15),
    limb(
      [
        [724, 604],
        [590, 560],
        [450, 470],
      ],
      72,
      48,
      kit,
    ),
    stroke('M740 640C690 620 640 596 600 584', mix(kit, rust, 0.6), 7),
    oval(650, 480, 58, 66, skin.brown, 'transform="rotate(-40 650 480)"'),
    shape('M620 430C650 396 730 420 724 500C716 530 696 536 690 520C700 480 660 450 620 430Z', ink),
    poly('598,466 584,482 602,486', skin.brown),
    disc(618, 462, 6, ink),
    poly('490,380 440,360 400,312 424,298 410,264 440,268 462,300 480,290 496,340 512,372', paper),
    poly('462,452 420,452 380,420 372,384 400,382 424,404 440,392 470,430', paper),
    disc(330, 258, 74, paper),
    shape('M330 214L368 242L354 288H306L292 242Z', ink),
    poly('330,184 352,196 330,210 308,196', ink),
    poly('398,240 404,268 388,284 380,256', ink),
    poly('262,240 256,268 272,284 280,256', ink),
    stipple(330, 190, 80, 140, harbour, 'right', { count: 260 }),
    line(190, 120, 250, 190, paper, 7),
    line(150, 190, 230, 240, paper, 5),
    line(250, 90, 288, 160, paper, 5),
    // The goal, seen from behind its net.
    ...net,
    rect(-10, 22, 1820, 30, paper),
    rect(-10, 44, 1820, 9, mix(mist, sea, 0.4)),
    poly('60,30 104,30 70,1130 16,1130', paper),
    poly('92,30 104,30 70,1130 54,1130', mix(mist, sea, 0.4)),
  )
}

export const roversKeeper: Picture = {
  name: 'rovers-keeper',
  title: 'The keeper',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Seen through the goal net under floodlights, a goalkeeper in yellow dives at full stretch towards the ball; on the hill behind the stand the windows of a hospital are lit.',
  caption:
    'The Rovers’ goalkeeper saves in the last minute under the lights; her night shift began two hours later.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.36, y: 0.4 },
}
