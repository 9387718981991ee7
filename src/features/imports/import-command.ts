import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from '../../platform/command.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { exportCommand } from './archive/export-command.ts'
import { importMasthead } from './archive/import-masthead.ts'
import { ghostOptions } from './ghost/ghost-options.ts'
import { ghostSource } from './ghost/ghost-source.ts'
import type { ImportReport, ImportSource } from './import.ts'
import { progressLine } from './progress-line.ts'
import { printReport } from './report.ts'
import { runImport } from './run-import.ts'
import { wordpressSource } from './wordpress/wordpress-source.ts'

/** A format that archives come in, and the source that reads it. */
interface Format {
  /** What its own options are, for the usage line. */
  usage: string
  source?(options: ReadonlyMap<string, string[]>, house: House): ImportSource
}

/** Every format there is: `import <name> FILE`. A new one is a line here. */
const formats: Record<string, Format> = {
  wordpress: {
    usage: '[--as-stories TYPE] [--as-pages TYPE]',
    source: options =>
      wordpressSource({
        storyTypes: options.get('--as-stories') ?? [],
        pageTypes: options.get('--as-pages') ?? [],
      }),
  },
  ghost: {
    usage: '[--address URL-OF-THE-OLD-SITE]',
    source: (options, house) => ghostSource(ghostOptions(options, house.config.siteUrl)),
  },
  // Not items that are fitted in, but a whole publication as it was.
  masthead: { usage: '(into an empty publication)' },
}

const flags = new Set(['--fetch-media', '--dry-run'])
const valued = new Set(['--report', '--as-stories', '--as-pages', '--address'])

const importCommand: Command = {
  name: 'import',
  usage: `${Object.keys(formats).join('|')} FILE [--fetch-media] [--dry-run] [--report FILE.json]`,
  summary: 'brings an archive in: stories, authors, topics, pictures and redirects',
  async run(args, house) {
    const { format, file, options } = readArguments(args)
    const source = formats[format]!.source?.(options, house)
    if (!source) return importMasthead(house, { file, options })
    const progress = progressLine(process.stderr, () => performance.now())
    const report = await runImport({
      house,
      source,
      file,
      fetchMedia: options.has('--fetch-media'),
      dryRun: options.has('--dry-run'),
      say: progress.say,
    }).finally(() => progress.end())
    const fullReport = await writeReport(house, report, options.get('--report')?.[0])
    process.stdout.write(printReport(report, { fullReport }))
    return 0
  },
}

export const importCommands: readonly Command[] = [importCommand, exportCommand]

/** Where the full report lies: where it was asked for, else below DATA_DIR/imports. */
async function writeReport(house: House, report: ImportReport, wanted: string | undefined): Promise<string> {
  const name = `${report.startedAt.replace(/[:.]/g, '-')}-${basename(report.file).replace(/[^\w.-]+/g, '_')}.json`
  const path = wanted ?? join(house.config.dataDir, 'imports', name)
  if (!wanted) await mkdir(join(house.config.dataDir, 'imports'), { recursive: true })
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
  return path
}

function readArguments(args: readonly string[]): {
  format: string
  file: string
  options: Map<string, string[]>
} {
  const plain: string[] = []
  const options = new Map<string, string[]>()
  for (let index = 0; index < args.length; index++) {
    const [name, ...joined] = args[index]!.split('=')
    if (flags.has(name!)) options.set(name!, [])
    else if (valued.has(name!)) {
      const value = joined.length > 0 ? joined.join('=') : args[++index]
      if (!value) throw new BadInput({ field: name!, sentence: `${name} needs a value.` })
      options.set(name!, [
        ...(options.get(name!) ?? []),
        ...(name === '--report' ? [value] : value.split(',')),
      ])
    } else if (name!.startsWith('--')) {
      throw new BadInput({ field: name!, sentence: `There is no option ${name}. ${usage()}` })
    } else plain.push(args[index]!)
  }
  const [format, file, ...more] = plain
  if (!format || !Object.hasOwn(formats, format)) {
    const said = format
      ? `“${format}” is not a format that can be imported.`
      : 'Say which format the archive has.'
    throw new BadInput({ field: 'format', sentence: `${said} ${usage()}` })
  }
  if (!file || more.length > 0) throw new BadInput({ field: 'FILE', sentence: `Name one file. ${usage()}` })
  return { format, file, options }
}

function usage(): string {
  const lines = Object.entries(formats).map(([name, { usage }]) => `import ${name} FILE ${usage}`.trim())
  return `Usage: ${lines.join(', or ')}; each with --fetch-media, --dry-run, --report FILE.json.`
}
