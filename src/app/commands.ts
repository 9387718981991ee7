import { importCommands } from '../features/imports/import.ts'
import { briefCommand } from '../features/live/brief-command.ts'
import { rehearseCommand } from '../features/members/rehearsal/rehearse-command.ts'
import { publicationCommand } from '../features/settings/publication-command.ts'
import { staffCommand } from '../features/staff/staff-command.ts'
import type { Command } from '../platform/command.ts'
import { playAheadJob } from './money-jobs.ts'

/** Every command that works in the publication's house. */
export const commands: Command[] = [
  briefCommand,
  publicationCommand,
  staffCommand,
  rehearseCommand(playAheadJob),
  ...importCommands,
]
