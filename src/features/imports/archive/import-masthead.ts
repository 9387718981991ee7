import { BadInput } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { progressLine } from '../progress-line.ts'
import { type ArchiveReport, importArchive } from './import-archive.ts'

/** `import masthead FILE`: reads an archive in and says what came. */
export async function importMasthead(
  house: House,
  { file, options }: { file: string; options: ReadonlyMap<string, string[]> },
): Promise<number> {
  for (const name of options.keys()) {
    if (name === '--dry-run') continue
    throw new BadInput({
      field: name,
      sentence: `${name} means nothing here: an archive of Masthead holds all it needs.`,
    })
  }
  const dryRun = options.has('--dry-run')
  const progress = progressLine(process.stderr, () => performance.now())
  const report = await importArchive(house, { file, say: progress.say, dryRun }).finally(() => progress.end())
  process.stdout.write(printed(report, dryRun))
  return 0
}

function printed({ file, counts, media, seconds }: ArchiveReport, dryRun: boolean): string {
  const kinds = Object.entries(counts).filter(([, count]) => count > 0)
  const width = Math.max(0, ...kinds.map(([name]) => name.length))
  return [
    '',
    dryRun ? 'Trial only: nothing was kept.' : `Imported from ${file} in ${seconds.toFixed(1)} s.`,
    '',
    ...kinds.map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(8)}`),
    '',
    `${media} stored pictures and files. Renditions and the search index are made by the server when it runs.`,
    '',
  ].join('\n')
}
