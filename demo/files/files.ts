import { pdf } from './pdf.ts'

export interface DemoFile {
  name: string
  bytes(): Buffer
}

/** The papers that the demo's stories offer. */
export const files: DemoFile[] = [
  { name: 'council-paper-9b-summary.pdf', bytes: councilPaper },
  { name: 'clerk-emails-by-subject.csv', bytes: emailsBySubject },
]

function councilPaper(): Buffer {
  return pdf('Paper 9b: the Holm Island ferry (summary)', [
    [
      '# Wrenmouth Town Council',
      'Paper 9b, summary. Report of the town clerk, Hester Pym.',
      '',
      '# The Holm Island ferry',
      '1. The crossing is 4.1 kilometres and takes 25 minutes. Five returns are sailed a day.',
      '2. Last year the Marram carried 118,400 passengers and 21,300 vehicles.',
      '3. The service cost €2.31 million and earned €1.49 million. The gap was €820,000.',
      '',
      '# The concession',
      '4. Orrin Marine offers to run the route for 15 years for a fixed €510,000 a year.',
      '5. It would keep five daily sailings and replace the engines within three years,',
      '   at its own cost.',
      '6. The crew would pass to the company. Their pensions are not settled.',
    ],
    [
      '# The alternative',
      '7. The council keeps the route and puts €200,000 a year into a reserve for the',
      '   engines, for six years.',
      '8. Islanders’ fares are frozen. Visitors’ fares rise by 8 per cent, which should',
      '   bring in €60,000.',
      '9. Next year’s gap would be €960,000: €140,000 more than this year’s.',
      '',
      '# What is asked',
      '10. Members are asked to choose between paragraphs 4 to 6 and 7 to 9.',
      '',
      'Background papers may be read at the Assembly House during office hours.',
    ],
  ])
}

const subjects = {
  'Meetings, agendas, rooms': 412,
  Staff: 233,
  'Coal Quay and planning': 171,
  'The Holm Island ferry': 148,
  'The budget': 96,
  'The Carding Mill': 61,
  Gulls: 47,
  'Everything else': 36,
}
/** The request covered nine months; the council does not sit in the fifth. */
const busy = [9, 11, 11, 8, 2, 9, 11, 10, 8]
const months = busy.map((_, i) => `Month ${i + 1}`)

function emailsBySubject(): Buffer {
  const rows = Object.entries(subjects).map(([subject, count]) =>
    [`"${subject}"`, ...spread(count), count].join(','),
  )
  const total = Object.values(subjects).reduce((sum, count) => sum + count, 0)
  const byMonth = months.map((_, i) =>
    Object.values(subjects).reduce((sum, count) => sum + spread(count)[i]!, 0),
  )
  return Buffer.from(
    [['Subject', ...months, 'Together'].join(','), ...rows, ['Together', ...byMonth, total].join(',')].join(
      '\r\n',
    ),
  )
}

/** A year's count in months that add up to it. */
function spread(count: number): number[] {
  const all = busy.reduce((sum, part) => sum + part, 0)
  let before = 0
  let given = 0
  return busy.map(part => {
    before += part
    const due = Math.round((count * before) / all) - given
    given += due
    return due
  })
}
