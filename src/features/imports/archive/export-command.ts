import type { Command } from '../../../platform/command.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { progressLine } from '../progress-line.ts'
import { type ExportReport, exportArchive, exportToStream } from './export-archive.ts'

/** Writes the whole publication as one archive. The report goes to stderr, so that the archive may go to stdout. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE.tar.gz (or - for standard output)',
  summary: 'writes the whole publication as one archive: stories, revisions, briefs, fronts, pictures, files',
  async run(args, house) {
    const [file, ...more] = args
    if (!file || more.length > 0 || (file.startsWith('-') && file !== '-')) {
      throw new BadInput({
        field: 'FILE',
        sentence: 'Name one file. Usage: export FILE.tar.gz, or export - for standard output.',
      })
    }
    const progress = progressLine(process.stderr, () => performance.now())
    const report = await write(house, file, progress.say).finally(() => progress.end())
    process.stderr.write(printExport(report, file))
    return 0
  },
}

function write(
  house: House,
  file: string,
  say: Parameters<typeof exportArchive>[1]['say'],
): Promise<ExportReport> {
  return file === '-'
    ? exportToStream(house, { destination: process.stdout, say })
    : exportArchive(house, { file, say })
}

function printExport({ counts, media, mediaBytes, lost }: ExportReport, file: string): string {
  const kinds = Object.entries(counts).filter(([name]) => name !== 'imported' && name !== 'story-slugs')
  const width = Math.max(...kinds.map(([name]) => name.length))
  return [
    file === '-' ? 'Exported.' : `Exported to ${file}.`,
    '',
    ...kinds.map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(8)}`),
    '',
    `${media} stored pictures and files, ${(mediaBytes / 1e6).toFixed(1)} MB.`,
    ...(lost.length > 0
      ? [
          '',
          `${lost.length} stored files are missing on the disk and are not in the archive:`,
          ...lost.slice(0, 20).map(key => `  ${key}`),
        ]
      : []),
    '',
  ].join('\n')
}
