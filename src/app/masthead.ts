import type { Command } from '../platform/command.ts'
import { readConfig } from '../platform/config/config.ts'
import { environment } from '../platform/config/environment.ts'
import { CannotStart } from '../platform/errors/cannot-start.ts'
import { ExpectedError } from '../platform/errors/errors.ts'
import { commands } from './commands.ts'
import { doctor } from './doctor.ts'
import { type StartedHouse, startHouse } from './start-house.ts'

/** A line of the table: a command, bound to what it needs. */
interface Entry extends Omit<Command, 'run'> {
  run(args: string[]): Promise<number>
}

const table: Entry[] = [...commands.map(inHouse), doctor]
let opened: StartedHouse | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => leave(130))
process.stdout.on('error', () => {})
process.exit(await run(process.argv.slice(2)))

async function run([name, ...args]: string[]): Promise<number> {
  const entry = table.find(({ name: known }) => known === name)
  if (!entry) return unknown(name)
  try {
    return await entry.run(args)
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof ExpectedError)) throw error
    warn(error.message)
    return 1
  }
}

// The house is opened beside a running server, or for the time of the command.
function inHouse(command: Command): Entry {
  return {
    ...command,
    async run(args) {
      opened = await startHouse(readConfig(environment()), 'command', warn)
      try {
        return await command.run(args, opened.house)
      } finally {
        await opened.close()
      }
    },
  }
}

function unknown(name: string | undefined): number {
  const asksForHelp = name === undefined || ['help', '--help', '-h'].includes(name)
  const print = asksForHelp ? (text: string) => process.stdout.write(`${text}\n`) : warn
  if (!asksForHelp) print(`There is no command "${name}".\n`)
  print('npm run masthead -- <command>\n')
  const width = Math.max(...table.map(entry => title(entry).length))
  for (const entry of table) print(`  ${title(entry).padEnd(width)}   ${entry.summary}`)
  return asksForHelp ? 0 : 2
}

async function leave(code: number): Promise<never> {
  await opened?.close().catch(() => {})
  process.exit(code)
}

function title(entry: Entry): string {
  return `${entry.name} ${entry.usage}`.trim()
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`)
}
