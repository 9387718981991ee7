import { cloud, disc, glitter, group, gull, hills, house, line, oval, poly, rect, repeat, ripples, shape, sheet, sky, stipple, streak, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { lifebuoy } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const drawDeck = (): string => {
  const white = mix(paper, sand, 0.2)
  const town = [sand, rust, paper, mix(blush, rust, 0.3), mix(mist, paper, 0.4), ochre]
  return sheet(1800, 1200, sea,
    sky(1800, 520, [mix(sea, mist, 0.2), mix(sea, mist, 0.5), mist, mix(mist, paper, 0.5)], 33, 30), cloud(900, 230, 640, 120, paper, 4), cloud(60, 360, 460, 60, mix(mist, paper, 0.6), 8), cloud(1480, 400, 400, 70, paper, 2),
    hills(1800, 540, [450, 400, 380, 420, 440, 400, 430, 480, 510], mix(moss, sea, 0.5)), ...Array.from({ length: 17 }, (_, at) => house({ x: 180 + at * 56, y: 528 - (at % 3) * 12, w: 50, h: 44 + (at % 4) * 9, wall: town[at % 6] ?? sand, roof: at % 2 ? harbour : mix(rust, ink, 0.3), pane: deep, rows: 1, seed: at })), poly([[690, 480], [690, 400], [712, 350], [734, 400], [734, 480]], mix(sand, harbour, 0.3)), rect(160, 526, 1010, 18, mix(sand, ink, 0.4)),
    rect(-10, 538, 1820, 500, sea), stipple(0, 538, 1800, 120, mist, 'top', { count: 1500 }), shape('M-10 660C600 630 1200 680 1810 640V1100H-10Z', mix(sea, harbour, 0.55)), stipple(0, 580, 1800, 100, mix(sea, harbour, 0.5), 'bottom'), ripples(0, 550, 1800, 300, mist, 60, 3, 0.9), ripples(0, 640, 1800, 300, harbour, 50, 5, 1.1),
    // The wake bends back to the town.
    shape('M660 542C640 570 620 600 700 650C800 700 760 780 560 900H1180C1160 780 1040 700 860 640C740 600 700 570 690 542Z', mix(mist, paper, 0.5)), shape('M672 544C660 580 680 610 760 650C860 700 880 790 800 900H960C980 800 940 720 830 650C740 600 690 580 680 544Z', mix(sea, mist, 0.4)), ripples(620, 700, 500, 200, paper, 24, 8, 1), gull(1000, 330, 1, paper, -10), gull(1180, 420, 0.7, paper, 8), gull(820, 250, 0.6, paper, 4), gull(420, 280, 0.5, paper), gull(1300, 300, 1.5, paper, -18),
    // Deckhouse to the right with its shade; awning above.
    poly([[1420, -10], [1810, -10], [1810, 1210], [1420, 1010]], white), poly([[1420, -10], [1450, -10], [1450, 1026], [1420, 1010]], mix(white, harbour, 0.45)), stipple(1450, 0, 350, 1200, sand, 'right', { count: 2200, size: 5 }), shape('M1540 330A70 70 0 0 1 1680 330V520A70 70 0 0 1 1540 520Z', deep), shape('M1556 336A54 54 0 0 1 1664 336V514A54 54 0 0 1 1556 514Z', mix(ochre, paper, 0.35)), rect(1500, 640, 30, 400, mix(white, harbour, 0.3)), line(1450, 690, 1810, 740, harbour, 26), lifebuoy(1620, 870, 92),
    poly([[-10, -10], [1810, -10], [1810, 110], [1420, 70], [-10, 150]], harbour), poly([[-10, 150], [1420, 70], [1810, 110], [1810, 130], [1420, 92], [-10, 174]], paper), ...[250, 900].map((x) => rect(x, 90, 18, 880, white) + rect(x + 11, 90, 7, 880, mix(white, harbour, 0.45))),
    // Deck planks and rail.
    poly([[-10, 930], [1420, 900], [1810, 1130], [1810, 1210], [-10, 1210]], mix(sand, rust, 0.22)), repeat(13, (at) => line(at * 150 - 300, 1210, 560 + at * 74, 915, mix(rust, ink, 0.4), 3)), poly([[560, 1210], [760, 916], [1420, 902], [1810, 1130], [1810, 1210]], ink, 'opacity="0.22"'), stipple(0, 930, 1800, 280, mix(rust, ink, 0.3), 'bottom', { size: 5 }),
    ...[0, 1, 2].map((at) => line(-10, 740 + at * 62, 1424, 700 + at * 66, white, 9)), line(-10, 672, 1424, 630, mix(rust, ochre, 0.4), 20), ...[60, 440, 640, 1120, 1340].map((x) => line(x, 670, x, 930, white, 11)),
    // Passengers: two old friends, a schoolgirl with a bicycle helmet, a man asleep against his bag.
    figure({ x: 200, y: 1080, h: 560, view: 'back', coat: rust, legs: ink, skin: skin.rosy, hair: mist, hairStyle: 'bun', hem: -26, flare: 23, near: [[-15, -68], [-20, -70]], far: [[15, -66], [16, -72]] }), figure({ x: 372, y: 1086, h: 590, view: 'back', coat: mix(deep, harbour, 0.4), legs: ink, hat: 'brim', hatInk: sand, hem: -34, flare: 19, near: [[-15, -66], [-14, -72]], far: [[16, -68], [20, -71]] }), figure({ x: 780, y: 1060, h: 430, view: 'back', coat: ochre, legs: harbour, skin: skin.brown, hairStyle: 'curls', hem: -44, flare: 17, near: [[-16, -78], [-24, -92]], far: [[15, -70], [14, -86]], more: poly([[-9, -78], [9, -78], [10, -50], [-10, -50]], rust) + rect(-6, -64, 12, 8, mix(rust, ink, 0.3)) }), figure({ x: 1200, y: 1100, h: 560, face: -1, coat: mix(sea, mist, 0.3), legs: deep, skin: skin.tan, hair: ink, hat: 'bobble', hatInk: rust, hem: -40, flare: 17, near: [[6, -66], [19, -72]], far: [[14, -68], [21, -74]], more: rect(18, -80, 7, 9, paper) }),
    ...[[200, 1086], [372, 1092], [780, 1064], [1200, 1106]].map(([x = 0, y = 0]) => poly([[x - 40, y], [x + 60, y - 4], [x + 230, y + 80], [x + 90, y + 80]], ink, 'opacity="0.28"')), shape('M1010 1110C1000 1040 1040 1010 1080 1010C1120 1010 1150 1050 1140 1110Z', mix(rust, ink, 0.3)), stroke('M1056 1012C1060 980 1096 980 1100 1012', ink, 8),
  )
}

const vehicle = (x: number, y: number, s: number, fill: string, van: boolean): string => group(`translate(${x} ${y}) scale(${s})`, oval(0, 4, 92, 14, ink, 'opacity="0.4"'), van ? shape('M-70 0V-130C-70 -144 -60 -150 -50 -150H50C60 -150 70 -144 70 -130V0Z', fill) : shape('M-74 0V-50L-56 -62L-42 -104C-38 -112 38 -112 42 -104L56 -62L74 -50V0Z', fill), van ? rect(-56, -130, 112, 54, deep) : poly([[-44, -64], [-34, -98], [34, -98], [44, -64]], deep), rect(-74, -34, 148, 10, mix(fill, ink, 0.4)), rect(-68, -52, 26, 13, rust), rect(42, -52, 26, 13, rust), rect(-20, -46, 40, 14, sand), rect(-62, -10, 28, 18, ink), rect(34, -10, 28, 18, ink), poly([[30, van ? -150 : -104], [70, van ? -130 : -50], [72, 0], [40, 0]], ink, 'opacity="0.18"'))

const drawQueue = (): string => {
  const dawn = mix(blush, paper, 0.35)
  const white = mix(paper, mist, 0.3)
  const lane = (at: number, of: number, side: number): [number, number, number] => {
    const t = at / of
    const s = 0.5 + 1.1 * t
    return [1090 - side * s - t * 360, 700 + t * 470, s]
  }
  const cars: string[] = []
  const inks = [rust, paper, ochre, harbour, mist, sand, moss]
  for (let at = 0; at < 5; at++) for (const side of [-110, 120]) {
    const [x, y, s] = lane(at, 4.6, side)
    cars.push(vehicle(x, y, s, inks[(at * 2 + (side > 0 ? 1 : 0)) % 7] ?? rust, (at + (side > 0 ? 1 : 0)) % 3 === 1))
  }
  return sheet(1800, 1200, dawn,
    sky(1800, 520, [mix(sea, mist, 0.55), mix(mist, blush, 0.4), blush, dawn], 41, 20), streak(100, 150, 800, 18, mix(mist, paper, 0.4)), streak(900, 260, 900, 22, mix(blush, paper, 0.4)), disc(330, 430, 70, mix(ochre, paper, 0.4)), hills(1800, 540, [500, 470, 440, 470, 510, 516, 518, 515, 510], mix(sea, mist, 0.4)),
    rect(-10, 520, 1820, 700, mix(sea, mist, 0.3)), ripples(0, 530, 1100, 400, paper, 50, 4, 1), glitter(330, 530, 360, 130, mix(ochre, paper, 0.3), 6, 22), stipple(0, 520, 1800, 200, dawn, 'top', { count: 1900 }), ripples(0, 640, 900, 500, harbour, 46, 6, 1.2),
    // The ferry, bow on, its jaws open.
    shape('M820 700L800 330C806 310 1380 310 1386 330L1366 700Z', harbour), shape('M1240 700V318C1330 318 1380 322 1386 330L1366 700Z', deep), rect(810, 640, 566, 60, rust), poly([[858, 316], [878, 190], [1308, 190], [1328, 316]], white), poly([[1220, 190], [1308, 190], [1328, 316], [1230, 316]], mix(white, harbour, 0.4)), rect(892, 212, 402, 54, deep), repeat(6, (at) => line(956 + at * 64, 212, 956 + at * 64, 266, white, 8)), poly([[930, 190], [946, 130], [1240, 130], [1256, 190]], white), rect(1060, 40, 70, 92, ochre), rect(1060, 40, 70, 22, ink), line(980, 130, 980, 30, ink, 6), line(940, 60, 1020, 60, ink, 4), disc(980, 26, 8, rust),
    shape('M900 700V446C900 410 1286 410 1286 446V700Z', ink), rect(924, 452, 338, 250, mix(ink, ochre, 0.28)), ...[0, 1, 2].map((at) => rect(950 + at * 100, 470, 70, 12, mix(ochre, paper, 0.4))), poly([[860, 430], [900, 300], [1286, 300], [1326, 430], [1290, 440], [896, 440]], mix(harbour, mist, 0.25)), ...[0, 1, 2, 3, 4].map((at) => line(920 + at * 88, 312, 906 + at * 94, 428, harbour, 5)), disc(850, 520, 16, deep), disc(850, 580, 16, deep),
    // The ramp, the slip and its lanes.
    poly([[896, 690], [1290, 690], [1340, 790], [830, 790]], mix(harbour, ink, 0.3)), repeat(5, (at) => line(890 - at * 12, 704 + at * 18, 1296 + at * 10, 704 + at * 18, mist, 4)), poly([[640, 770], [1810, 770], [1810, 1210], [-10, 1210], [-10, 1130]], mix(sand, harbour, 0.42)), poly([[640, 770], [-10, 1130], [-10, 1180], [660, 800]], deep), stipple(100, 780, 1700, 420, harbour, 'bottom', { size: 5, count: 5200 }), ...[-230, 5, 240].map((side) => poly([[1086 - side * 0.5, 790], [1098 - side * 0.5, 790], [740 - side * 1.6, 1210], [710 - side * 1.6, 1210]], paper, 'opacity="0.75"')),
    ...cars,
    // Those on foot, in their own line, with a man in orange who waves them on.
    ...([[1400, 800, 190, rust], [1450, 820, 206, deep], [1500, 842, 170, ochre], [1556, 868, 236, sea], [1616, 900, 254, mix(rust, ink, 0.35)], [1690, 940, 280, moss], [1770, 990, 310, harbour]] as const).map(([x, y, h, coat], at) => figure({ x, y, h, face: -1, view: 'side', coat, legs: ink, skin: [skin.pale, skin.brown, skin.rosy, skin.tan][at % 4] ?? skin.rosy, hair: at % 2 ? ink : mist, hairStyle: at % 3 ? 'short' : 'bob', ...(at % 3 === 1 ? { hat: 'bobble' as const, hatInk: ochre } : {}), stance: 'walk', hem: at % 2 ? -40 : -26, flare: at % 2 ? 16 : 22, more: at % 2 ? poly([[-16, -50], [-6, -50], [-5, -34], [-17, -34]], rust) : '' })),
    figure({ x: 650, y: 836, h: 232, face: 1, view: 'front', coat: mix(rust, ochre, 0.55), legs: deep, hat: 'helmet', hatInk: paper, skin: skin.olive, hem: -40, flare: 19, near: [[-18, -84], [-14, -104]], far: [[18, -72], [30, -74]], more: rect(-9, -62, 18, 4, paper) }), gull(520, 330, 0.8, paper, -8), gull(640, 280, 0.55, paper, 8), gull(1560, 200, 0.7, paper, 4), ...[0, 1].map((at) => rect(330 - at * 190, 900 + at * 110, 26 + at * 8, 90 + at * 20, ink) + rect(330 - at * 190, 918 + at * 112, 26 + at * 8, 18, ochre)),
  )
}

export const ferryPassengers: Picture[] = [
  { name: 'holm-ferry-deck', title: 'On the after deck', width: 1800, height: 1200, draw: drawDeck, alt: 'Passengers lean on the rail of a ferry’s after deck, under a green awning, and look back along the curving wake at the harbour town.', caption: 'Passengers on the after deck of the morning ferry, ten minutes out of Wrenmouth.', credit: 'Petra Quill/Lantern', focal: { x: 0.4, y: 0.58 } },
  { name: 'holm-ferry-queue', title: 'The queue at Coal Quay', width: 1800, height: 1200, draw: drawQueue, alt: 'Two lanes of cars and vans and a line of foot passengers move down the slip towards the open bow of a green ferry in pink morning light.', caption: 'Cars and foot passengers wait to board at Coal Quay for the first sailing of the day.', credit: 'Jonas Weir/Lantern', focal: { x: 0.6, y: 0.45 } },
]
