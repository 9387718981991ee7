import { arch, pier } from './bridge.ts'
import { cloud, cut, disc, gull, hills, house, line, poly, rect, reeds, repeat, ripples, shape, sheet, sky, stipple, streak, stroke, within } from './brush.ts'
import { figure, limb } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { dinghy } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const drawToday = (): string => {
  const water = mix(sea, mist, 0.25)
  return sheet(1800, 1200, sea,
    sky(1800, 740, [mix(sea, harbour, 0.5), sea, mix(sea, mist, 0.5), mix(mist, paper, 0.4), mix(sand, paper, 0.4)], 5, 40), cloud(-60, 300, 700, 150, paper, 3), cloud(1120, 210, 760, 130, mix(paper, mist, 0.25), 9), cloud(540, 170, 380, 50, mix(mist, paper, 0.5), 5),
    hills(1800, 760, [640, 600, 560, 590, 640, 670, 650, 600, 540, 500], mix(moss, sea, 0.5)), ...[0, 1, 2, 3, 4, 5, 6, 7].map((at) => house({ x: 1130 + at * 88, y: 742 - (at % 3) * 22 - at * 9, w: 78, h: 70 + (at % 3) * 14, wall: [paper, sand, mix(blush, paper, 0.3), mix(rust, blush, 0.4)][at % 4] ?? paper, roof: [rust, harbour, mix(rust, ink, 0.4)][at % 3] ?? rust, pane: deep, seed: at })), poly([[1560, 690], [1560, 560], [1590, 490], [1620, 560], [1620, 690]], mix(sand, harbour, 0.4)),
    rect(-10, 738, 1820, 480, water), stipple(0, 738, 1800, 160, mist, 'top', { count: 1700 }), shape('M-10 900C500 870 1200 930 1810 880V1210H-10Z', sea), shape('M-10 1040C500 1000 1200 1080 1810 1020V1210H-10Z', mix(sea, harbour, 0.7)), stipple(0, 780, 1800, 140, sea, 'bottom'), stipple(0, 900, 1800, 140, mix(sea, harbour, 0.7), 'bottom'),
    // Reflection and span, swung across the picture.
    `<g transform="translate(0 1296) scale(1 -0.62)" opacity="0.35">${arch({ x: 330, y: 640, w: 1190, rise: 430, ink: deep, thick: 22, deck: false })}</g>`, shape('M-10 900H1810V924H-10Z', deep, 'opacity="0.3"'),
    pier(330, 640, 120, 190, sand, mix(sand, ink, 0.5)), pier(1520, 640, 100, 150, sand, mix(sand, ink, 0.5)), pier(80, 640, 90, 240, sand, mix(sand, ink, 0.5)), pier(1760, 640, 70, 120, sand, mix(sand, ink, 0.5)),
    `<g transform="translate(0 -14)">${arch({ x: 330, y: 640, w: 1190, rise: 430, ink: mix(rust, ink, 0.55), thick: 20, deck: false })}</g>`, arch({ x: 318, y: 640, w: 1190, rise: 430, ink: rust, thick: 22, panels: 16 }), rect(-10, 632, 1820, 30, rust), rect(-10, 656, 1820, 14, mix(rust, ink, 0.55)), stroke('M318 570C420 440 620 180 913 139', mix(rust, paper, 0.45), 6),
    // Traffic on the deck.
    rect(540, 560, 140, 68, paper), rect(540, 560, 140, 14, rust), repeat(4, (at) => rect(552 + at * 31, 582, 22, 22, deep)), disc(568, 628, 10, ink), disc(652, 628, 10, ink), poly([[980, 626], [990, 602], [1010, 588], [1050, 588], [1072, 604], [1094, 610], [1094, 626]], harbour), disc(1004, 626, 9, ink), disc(1074, 626, 9, ink), ...[770, 812, 1240].map((x, at) => figure({ x, y: 632, h: 62, flat: ink, face: at % 2 ? -1 : 1, stance: 'walk' })),
    ripples(0, 760, 1800, 420, mix(mist, paper, 0.5), 60, 7, 1), ripples(0, 900, 1800, 300, harbour, 50, 9, 1.2), gull(700, 420, 0.8, paper, -10), gull(820, 370, 0.55, paper, 8), gull(1210, 330, 0.6, paper, 0),
    // An eight-oared crew would be too many: a double scull passes beneath.
    shape('M1010 1010C1180 996 1500 996 1640 1012C1500 1026 1180 1026 1010 1010Z', ochre), line(1180, 970, 1060, 1044, ink, 6), line(1390, 970, 1270, 1048, ink, 6), ...[[1210, rust], [1420, paper]].map(([x, coat]) => figure({ x: Number(x), y: 1060, h: 150, face: -1, coat: String(coat), skin: skin.tan, stance: 'none', lean: -14, near: [[8, -64], [24, -60]], far: [[10, -66], [24, -62]] })),
    // The near bank.
    shape('M-10 880C120 900 220 980 300 1040C420 1120 560 1150 700 1210H-10Z', mix(moss, deep, 0.5)), stipple(-10, 880, 600, 330, ink, 'left', { count: 1600, size: 5 }), reeds(0, 1010, 380, mix(moss, ink, 0.5), 50, 150, 4, 120), shape('M-10 -10H520C470 60 400 50 350 100C290 90 280 150 210 140C170 210 90 170 60 240C30 230 0 260 -10 270Z', mix(moss, deep, 0.65)), shape('M-10 -10H300C260 50 180 40 150 90C90 80 60 140 -10 130Z', mix(moss, ink, 0.65)),
  )
}

const drawBuilding = (): string => {
  const [dark, mid, light] = [mix(ink, rust, 0.12), mix(ink, sand, 0.42), mix(sand, paper, 0.35)]
  const derrick = (x: number, y: number, flip: number): string => line(x, y, x, y - 190, dark, 10) + line(x, y - 30, x + flip * 210, y - 230, dark, 9) + line(x, y - 190, x + flip * 210, y - 230, dark, 3) + line(x, y - 190, x - flip * 90, y, dark, 3) + line(x + flip * 210, y - 230, x + flip * 210, y - 60, dark, 3)
  return sheet(1800, 1200, light,
    sky(1800, 780, [mix(sand, ink, 0.24), mix(sand, ink, 0.1), sand, light], 19, 30), disc(900, 330, 120, mix(paper, ochre, 0.15)), cloud(120, 250, 500, 60, light, 3), cloud(1240, 190, 520, 60, light, 6), stipple(0, 0, 1800, 300, mid, 'top', { count: 2400 }),
    hills(1800, 790, [700, 660, 690, 720, 700, 650, 610, 640], mix(sand, ink, 0.34)), ...[1280, 1370, 1450, 1560].map((x, at) => rect(x, 620 - at * 16, 20, 150, mix(sand, ink, 0.46)) + stroke(`M${x + 10} ${616 - at * 16}C${x - 10} ${560 - at * 10} ${x + 60} ${540 - at * 10} ${x + 50} ${480 - at * 10}`, mix(sand, ink, 0.2), 22)),
    rect(-10, 776, 1820, 440, mix(sand, ink, 0.28)), shape('M-10 920C500 880 1200 950 1810 900V1210H-10Z', mix(sand, ink, 0.44)), stipple(0, 790, 1800, 150, mid, 'bottom'), ripples(0, 790, 1800, 300, light, 60, 4, 1), ripples(0, 880, 1800, 300, dark, 50, 8, 1.2),
    pier(270, 690, 150, 220, mix(sand, paper, 0.2), mid), pier(1500, 690, 150, 190, mix(sand, paper, 0.2), mid), ...[420, 500, 580].map((x) => line(x, 700, x, 900, dark, 9)), line(400, 760, 600, 860, dark, 5), line(600, 760, 400, 860, dark, 5),
    arch({ x: 270, y: 690, w: 1230, rise: 440, ink: dark, thick: 20, from: 0, to: 0.4375, deck: false }), arch({ x: 270, y: 690, w: 1230, rise: 440, ink: dark, thick: 20, from: 0.625, to: 1, deck: false }), rect(-10, 682, 480, 26, dark), rect(1360, 682, 450, 26, dark), derrick(690, 262, 1), derrick(1130, 292, -1),
    // The piece that will close a panel hangs between them.
    line(900, 32, 900, 230, dark, 3), poly([[846, 260], [954, 236], [958, 256], [850, 280]], rust), poly([[862, 276], [948, 258], [900, 232]], 'none', `stroke="${dark}" stroke-width="3"`), ...[[560, 324, 46], [600, 306, 46], [1220, 356, 46], [1060, 214, 0], [420, 440, 46], [1340, 450, 46]].map(([x = 0, y = 0, h = 0], at) => (h ? figure({ x, y, h, flat: dark, hat: 'cap', face: at % 2 ? 1 : -1, near: at % 2 ? [[12, -80], [18, -98]] : [[-4, -64], [8, -58]] }) : '')),
    // Barge with steel, crowd on the near quay.
    poly([[700, 960], [1260, 950], [1230, 1010], [740, 1014]], dark), ...[0, 1, 2].map((at) => rect(800 + at * 20, 936 - at * 18, 360 - at * 40, 14, at === 1 ? rust : mid)), rect(720, 890, 60, 66, mid), rect(738, 850, 16, 44, dark), stroke('M746 846C730 800 790 790 780 740C776 710 810 700 830 690', mix(sand, ink, 0.3), 20), shape('M700 1016C900 1006 1100 1006 1260 1010C1150 1050 850 1050 700 1016Z', dark, 'opacity="0.5"'),
    poly([[-10, 1080], [800, 1120], [1810, 1090], [1810, 1210], [-10, 1210]], dark), ...[60, 150, 235, 330, 410, 505, 590, 1290, 1380, 1470, 1545, 1640, 1730].map((x, at) => figure({ x, y: 1230 + (at % 2) * 16, h: 270 + (at % 4) * 22, view: 'back', flat: mix(ink, rust, at % 2 ? 0.1 : 0.2), hat: at % 3 === 0 ? 'brim' : at % 3 === 1 ? 'cap' : 'brim', hem: -24, flare: at % 2 ? 22 : 17, ...(at === 4 ? { far: [[14, -84], [16, -106]] as const } : {}) })), poly([[474, 950], [500, 930], [504, 960]], rust),
  )
}

const drawRiveters = (): string => {
  const [dark, mid, light] = [mix(ink, rust, 0.12), mix(ink, sand, 0.45), mix(sand, paper, 0.35)]
  const rivets = (x1: number, y1: number, x2: number, y2: number, count: number): string => repeat(count, (at) => disc(x1 + ((x2 - x1) * at) / count, y1 + ((y2 - y1) * at) / count, 8, mix(dark, sand, 0.35)))
  const beam = 'M-10 900L1810 640V760L-10 1040Z'
  return sheet(1800, 1200, sand,
    sky(1800, 1200, [light, mix(sand, paper, 0.1), sand, mix(sand, ink, 0.12)], 23, 60), disc(420, 300, 150, paper), cloud(900, 330, 760, 110, light, 4), cloud(-80, 560, 460, 70, light, 8),
    // Far below: the river, its boats and the town.
    shape('M-10 1020C400 960 900 980 1810 860V1210H-10Z', mix(sand, ink, 0.2)), shape('M300 1210C420 1100 700 1060 1000 1040C1300 1016 1500 960 1810 930V1020C1500 1060 1400 1110 1250 1140C1100 1170 1000 1190 960 1210Z', light), ...repeatTown(mid, dark), dinghy(1120, 1090, 0.4, false, dark), dinghy(1400, 1040, 0.3, true, dark), gull(1290, 930, 0.8, paper, -12), gull(1420, 880, 0.6, paper, 8), stipple(0, 980, 1800, 230, mid, 'bottom', { size: 5 }),
    // The steel.
    poly([[1180, -10], [1320, -10], [1230, 720], [1110, 740]], mix(dark, sand, 0.16)), poly([[1280, -10], [1320, -10], [1230, 720], [1196, 724]], dark), rivets(1204, 20, 1136, 700, 16), poly([[1810, 60], [1810, 170], [1290, 600], [1250, 560]], dark), poly([[60, -10], [140, -10], [-10, 240], [-10, 110]], dark),
    shape(beam, dark), within(beam, poly([[-10, 900], [1810, 640], [1810, 664], [-10, 930]], mix(dark, sand, 0.3)), stipple(-10, 640, 1820, 400, mid, 'left', { count: 2600, size: 5 })), rivets(20, 962, 1800, 690, 34), rivets(20, 1010, 1800, 736, 34), poly([[1040, 620], [1300, 584], [1300, 720], [1040, 756]], mix(dark, sand, 0.2)), rivets(1070, 656, 1280, 626, 5), rivets(1070, 700, 1280, 670, 5),
    // The gang: holder-up, riveter, heater boy with his tongs.
    limb([[820, 690], [980, 700], [960, 790]], 76, 52, mid), limb([[800, 700], [900, 770], [820, 800]], 76, 52, mix(mid, dark, 0.5)), poly([[930, 780], [1020, 766], [1024, 796], [932, 806]], dark), figure({ x: 800, y: 1010, h: 640, coat: mix(sand, ink, 0.26), skin: mix(sand, rust, 0.3), hat: 'cap', hatInk: dark, stance: 'none', lean: 14, hem: -46, near: [[8, -66], [26, -62]], far: [[18, -64], [36, -60]] }), poly([[960, 560], [1090, 546], [1094, 590], [964, 604]], dark), rect(984, 596, 30, 60, dark), stroke('M970 590C900 640 880 760 940 840C980 900 960 1010 900 1210', dark, 14), disc(1116, 570, 22, ochre), disc(1116, 570, 10, paper),
    repeat(26, (at) => line(1120 + Math.cos(at * 2.4) * (26 + (at % 5) * 6), 570 + Math.sin(at * 2.4) * (26 + (at % 5) * 6), 1120 + Math.cos(at * 2.4) * (54 + (at % 7) * 16), 570 + Math.sin(at * 2.4) * (54 + (at % 7) * 16) + (at % 3) * 12, at % 3 ? ochre : rust, 4)),
    figure({ x: 1480, y: 700, h: 470, face: -1, coat: mix(dark, sand, 0.2), legs: mid, skin: mix(sand, rust, 0.3), hat: 'cap', hatInk: mid, hem: -44, lean: 10, near: [[10, -66], [26, -64]], far: [[16, -70], [30, -68]] }), rect(1240, 388, 120, 26, dark),
    figure({ x: 290, y: 872, h: 430, coat: mix(sand, paper, 0.1), legs: dark, skin: mix(sand, rust, 0.3), hat: 'cap', hatInk: rust, hem: -46, stance: 'walk', near: [[4, -66], [22, -74]], far: [[16, -70], [26, -78]] }), line(396, 552, 520, 470, dark, 8), line(396, 560, 520, 486, dark, 8), disc(530, 472, 15, ochre), poly([[110, 810], [220, 796], [210, 880], [124, 892]], dark), ...[130, 150, 172, 190].map((x, at) => shape(`M${x} ${806 - at * 2}C${x - 10} ${780} ${x + 10} ${770} ${x + 4} ${744 + (at % 2) * 16}C${x + 22} ${770} ${x + 20} ${790} ${x + 16} ${804 - at * 2}Z`, at % 2 ? ochre : rust)),
  )
}

const repeatTown = (mid: string, dark: string): string[] => Array.from({ length: 22 }, (_, at) => {
  const x = 20 + at * 34 + (at % 3) * 6
  const y = 1130 - at * 6 + (at % 4) * 14
  return rect(x, y - 26, 26, 30, mix(mid, palette.sand, 0.5)) + poly([[x - 3, y - 25], [x + 13, y - 42], [x + 29, y - 25]], at % 3 ? mid : dark)
})

const drawDawn = (): string => {
  const fog = mix(blush, paper, 0.5)
  const far = mix(blush, mist, 0.55)
  return sheet(1920, 1080, fog,
    sky(1920, 700, [mix(sea, blush, 0.55), mix(mist, blush, 0.5), mix(blush, paper, 0.2), fog, mix(ochre, paper, 0.55)], 27, -30), disc(1330, 560, 110, mix(ochre, paper, 0.25)), streak(900, 500, 860, 16, mix(paper, blush, 0.3)), streak(200, 300, 900, 22, mix(blush, paper, 0.4)), streak(1100, 590, 620, 14, fog),
    hills(1920, 700, [640, 620, 640, 660, 650, 600, 590, 620], far),
    pier(1560, 560, 70, 150, mix(far, sea, 0.4), mix(far, sea, 0.55)), arch({ x: 640, y: 560, w: 920, rise: 330, ink: mix(far, sea, 0.5), thick: 13 }), rect(-10, 556, 1940, 20, mix(far, sea, 0.5)), pier(640, 560, 90, 190, mix(sea, harbour, 0.25), mix(sea, harbour, 0.5)),
    shape('M-10 640C300 600 500 680 800 650C1100 620 1500 690 1930 640V730H-10Z', fog, 'opacity="0.85"'), stipple(0, 590, 1920, 120, fog, 'bottom', { count: 3000, size: 5 }),
    `<g transform="translate(-420 60)">${arch({ x: -260, y: 560, w: 1330, rise: 520, ink: mix(harbour, sea, 0.25), thick: 24, from: 0.5, to: 1 })}</g>`, pier(650, 620, 120, 240, mix(harbour, sea, 0.2), deep),
    rect(-10, 708, 1940, 380, mix(mist, blush, 0.45)), shape('M-10 820C600 790 1200 860 1930 800V1090H-10Z', mix(mist, sea, 0.45)), shape('M-10 950C600 910 1300 1000 1930 930V1090H-10Z', mix(sea, harbour, 0.25)), stipple(0, 720, 1920, 130, mix(mist, sea, 0.5), 'bottom'), stipple(0, 830, 1920, 130, mix(sea, harbour, 0.3), 'bottom'), poly([[590, 860], [712, 860], [740, 1000], [560, 1000]], mix(harbour, sea, 0.2), 'opacity="0.5"'), pier(650, 620, 120, 236, mix(harbour, sea, 0.2), deep),
    ripples(0, 730, 1920, 340, paper, 50, 5, 1), ripples(1180, 720, 320, 300, mix(ochre, paper, 0.3), 40, 9, 0.9), ripples(0, 860, 1920, 200, harbour, 40, 11, 1.2), stroke('M600 856C640 850 680 850 720 858', paper, 5),
    // One rower.
    shape('M1010 914C1120 902 1300 902 1420 916C1300 934 1120 934 1010 914Z', ink), figure({ x: 1210, y: 976, h: 190, face: -1, flat: ink, stance: 'none', lean: -16, near: [[10, -64], [28, -62]], far: [[12, -66], [28, -64]], hat: 'bobble' }), line(1290, 850, 1040, 960, ink, 6), line(1270, 856, 1360, 800, ink, 4), shape('M1020 956L1066 936L1076 950L1030 972Z', ink), shape('M1000 930C1160 946 1320 940 1430 926C1340 980 1100 984 1000 930Z', deep, 'opacity="0.35"'), stroke('M980 968C1010 962 1050 962 1090 972M1440 924C1520 920 1600 926 1680 934', paper, 4),
    gull(1010, 250, 0.6, deep, -6), gull(1100, 220, 0.42, deep, 8), reeds(1560, 1090, 370, ink, 46, 200, 5), reeds(-10, 1090, 260, ink, 30, 150, 8), shape(cut([[1500, 1080], [1930, 1020], [1930, 1090]]), ink),
  )
}

export const arleBridges: Picture[] = [
  { name: 'arle-bridge', title: 'The Arle Bridge at ninety', width: 1800, height: 1200, draw: drawToday, alt: 'A red steel arch bridge swings across a wide river in afternoon sun, with a bus, a car and walkers on its deck and two rowers passing beneath.', caption: 'The Arle Bridge from the Saltings bank in the week of its ninetieth birthday.', credit: 'Petra Quill/Lantern', focal: { x: 0.5, y: 0.4 } },
  { name: 'arle-bridge-1936', title: 'The arch before it closed', width: 1800, height: 1200, draw: drawBuilding, alt: 'In brown and sand tones, the two halves of an unfinished steel arch reach for each other over the river; cranes hold the next piece while a crowd in hats watches from the quay.', caption: 'The two halves of the arch, eleven days before they met over the Arle in 1936.', credit: 'Holm Picture Agency', focal: { x: 0.5, y: 0.3 } },
  { name: 'arle-bridge-riveters', title: 'The riveters', width: 1800, height: 1200, draw: drawRiveters, alt: 'Three men in caps work on a girder high above the river: one holds hot rivets in tongs, one drives a rivet in a spray of sparks, one braces it from the other side.', caption: 'A riveting gang on the upper chord of the Arle Bridge in the spring of 1936.', credit: 'Holm Picture Agency', focal: { x: 0.55, y: 0.5 } },
  { name: 'arle-bridge-dawn', title: 'The bridge at dawn', width: 1920, height: 1080, draw: drawDawn, alt: 'The arch of the bridge fades into pink fog at sunrise; a lone rower in silhouette crosses the still water below.', caption: 'A rower passes under the Arle Bridge at dawn, with fog on the estuary.', credit: 'Jonas Weir/Lantern', focal: { x: 0.62, y: 0.6 } },
]
