import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from '../../../platform/command.ts'
import { BadInput, Unavailable } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { sumLines } from '../../ledger/ledger.ts'
import { findRehearsal, lettersSince, type Rehearsal } from './rehearsal-queries.ts'
import { beginRehearsal, mostDays } from './rehearse.ts'

const lookEveryMs = 500
/** A program that runs takes it up at once. */
const patienceMs = 20_000

/** Plays time ahead from the command line, in the program that is running, and prints what it made. */
export function rehearseCommand(job: JobKind<{ rehearsal: number }>): Command {
  return {
    name: 'rehearse',
    usage: 'DAYS',
    summary: 'let money’s time go on by some days, in practice',
    async run(args, house) {
      const days = readDays(args)
      const id = await beginRehearsal(house, { job, days, by: 'program' })
      const ended = await follow(house, id)
      await print(house, ended)
      return ended.failure ? 1 : 0
    },
  }
}

function readDays(args: string[]): number {
  const days = Number(args[0])
  if (args.length === 1 && Number.isInteger(days) && days >= 1 && days <= mostDays) return days
  throw new BadInput({ field: 'days', sentence: `Say how many days, from 1 to ${mostDays}: rehearse 30.` })
}

async function follow(house: House, id: number): Promise<Rehearsal> {
  let shown = 0
  for (let waited = 0; ; waited += lookEveryMs) {
    const rehearsal = (await findRehearsal(house.db, id))!
    if (rehearsal.endedAt) return rehearsal
    if (rehearsal.daysDone === 0 && waited >= patienceMs)
      throw new Unavailable(
        'Nobody plays it: the rehearsal begins as soon as the program runs (npm start) with the same data.',
      )
    if (rehearsal.daysDone - shown >= 30) {
      shown = rehearsal.daysDone
      process.stdout.write(`${shown} of ${rehearsal.days} days …\n`)
    }
    await wait(lookEveryMs)
  }
}

async function print({ db }: House, rehearsal: Rehearsal): Promise<void> {
  const filter = { kind: null, from: null, until: null, afterLine: rehearsal.lastLine }
  const [sums, { kinds }] = await Promise.all([
    sumLines(db, filter),
    lettersSince(db, { lastLetter: rehearsal.lastLetter, limit: 1 }),
  ])
  const lines = [
    rehearsal.failure
      ? `It stopped after ${rehearsal.daysDone} days: ${rehearsal.failure}`
      : `${rehearsal.days} days were played.`,
    ...sums.map(
      sum =>
        `  ${sum.kind}: ${sum.lines} lines, ${sum.amountMinor} ${sum.currency.toUpperCase()} in minor units`,
    ),
    ...kinds.map(({ kind, letters }) => `  letters of the kind ${kind}: ${letters}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
