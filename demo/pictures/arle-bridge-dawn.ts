import { arch, pier } from './bridge.ts'
import { cut, disc, line, poly, rect, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { gull, hills, reeds, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, ochre, blush } = palette

const draw = (): string => {
  const fog = mix(blush, paper, 0.5)
  const far = mix(blush, mist, 0.55)
  return sheet(
    1920,
    1080,
    fog,
    sky(
      1920,
      700,
      [mix(sea, blush, 0.55), mix(mist, blush, 0.5), mix(blush, paper, 0.2), fog, mix(ochre, paper, 0.55)],
      27,
      -30,
    ),
    disc(1330, 560, 110, mix(ochre, paper, 0.25)),
    streak(900, 500, 860, 16, mix(paper, blush, 0.3)),
    streak(200, 300, 900, 22, mix(blush, paper, 0.4)),
    streak(1100, 590, 620, 14, fog),
    hills(1920, 700, [640, 620, 640, 660, 650, 600, 590, 620], far),
    pier(1560, 560, 70, 150, mix(far, sea, 0.4), mix(far, sea, 0.55)),
    arch({ x: 640, y: 560, w: 920, rise: 330, ink: mix(far, sea, 0.5), thick: 13 }),
    rect(-10, 556, 1940, 20, mix(far, sea, 0.5)),
    pier(640, 560, 90, 190, mix(sea, harbour, 0.25), mix(sea, harbour, 0.5)),
    shape('M-10 640C300 600 500 680 800 650C1100 620 1500 690 1930 640V730H-10Z', fog, 'opacity="0.85"'),
    stipple(0, 590, 1920, 120, fog, 'bottom', { count: 3000, size: 5 }),
    `<g transform="translate(-420 60)">${arch({ x: -260, y: 560, w: 1330, rise: 520, ink: mix(harbour, sea, 0.25), thick: 24, from: 0.5, to: 1 })}</g>`,
    pier(650, 620, 120, 240, mix(harbour, sea, 0.2), deep),
    rect(-10, 708, 1940, 380, mix(mist, blush, 0.45)),
    shape('M-10 820C600 790 1200 860 1930 800V1090H-10Z', mix(mist, sea, 0.45)),
    shape('M-10 950C600 910 1300 1000 1930 930V1090H-10Z', mix(sea, harbour, 0.25)),
    stipple(0, 720, 1920, 130, mix(mist, sea, 0.5), 'bottom'),
    stipple(0, 830, 1920, 130, mix(sea, harbour, 0.3), 'bottom'),
    poly('590,860 712,860 740,1000 560,1000', mix(harbour, sea, 0.2), 'opacity="0.5"'),
    pier(650, 620, 120, 236, mix(harbour, sea, 0.2), deep),
    ripples(0, 730, 1920, 340, paper, 50, 5, 1),
    ripples(1180, 720, 320, 300, mix(ochre, paper, 0.3), 40, 9, 0.9),
    ripples(0, 860, 1920, 200, harbour, 40, 11, 1.2),
    stroke('M600 856C640 850 680 850 720 858', paper, 5),
    // One rower.
    shape('M1010 914C1120 902 1300 902 1420 916C1300 934 1120 934 1010 914Z', ink),
    figure({
      x: 1210,
      y: 976,
      h: 190,
      face: -1,
      flat: ink,
      stance: 'none',
      lean: -16,
      near: [
        [10, -64],
        [28, -62],
      ],
      far: [
        [12, -66],
        [28, -64],
      ],
      hat: 'bobble',
    }),
    line(1290, 850, 1040, 960, ink, 6),
    line(1270, 856, 1360, 800, ink, 4),
    shape('M1020 956L1066 936L1076 950L1030 972Z', ink),
    shape('M1000 930C1160 946 1320 940 1430 926C1340 980 1100 984 1000 930Z', deep, 'opacity="0.35"'),
    stroke('M980 968C1010 962 1050 962 1090 972M1440 924C1520 920 1600 926 1680 934', paper, 4),
    gull(1010, 250, 0.6, deep, -6),
    gull(1100, 220, 0.42, deep, 8),
    reeds(1560, 1090, 370, ink, 46, 200, 5),
    reeds(-10, 1090, 260, ink, 30, 150, 8),
    shape(cut('1500,1080 1930,1020 1930,1090'), ink),
  )
}

export const arleBridgeDawn: Picture = {
  name: 'arle-bridge-dawn',
  title: 'The bridge at dawn',
  width: 1920,
  height: 1080,
  draw,
  alt: 'The arch of the bridge fades into pink fog at sunrise; a lone rower in silhouette crosses the still water below.',
  caption: 'A rower passes under the Arle Bridge at dawn, with fog on the estuary.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.62, y: 0.6 },
}
