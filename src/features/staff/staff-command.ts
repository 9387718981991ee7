import { parseArgs } from 'node:util'
import type { z } from 'zod'
import type { Command } from '../../platform/command.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { addStaff } from './add-staff.ts'
import { changeRole, deactivateStaff, reactivateStaff, resetSecondFactor } from './change-staff.ts'
import { makeSignInLink } from './sign-in-by-link.ts'
import { emailField, languageField, nameField, roleField, type StaffLine } from './staff.ts'
import { findStaff, findStaffByEmail, listProtected, listStaff } from './staff-queries.ts'

const linkHours = 1

const acts: Record<string, (args: Args, house: House) => Promise<void>> = { add, list, role, link, remove }

/** Who may sign in, from the command line: for the first person, and for those who are locked out. */
export const staffCommand: Command = {
  name: 'staff',
  usage:
    'list | add EMAIL --name NAME [--role ROLE] | role EMAIL ROLE | link EMAIL [--reset-second-factor] | remove EMAIL',
  summary: 'see and change who may sign in to the newsroom; link: a way in for somebody locked out',
  async run([name = '', ...rest], house) {
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined
    if (!act)
      throw new BadInput({
        field: 'staff',
        sentence: `After "staff" comes one of ${Object.keys(acts).join(', ')}.`,
      })
    await act(readArguments(rest), house)
    return 0
  },
}

type Args = ReturnType<typeof readArguments>

async function list(_args: Args, { db }: House): Promise<void> {
  const [people, guarded] = await Promise.all([listStaff(db), listProtected(db)])
  if (people.length === 0)
    say('Nobody is on the staff yet. Starting the program prints a link for the owner.')
  for (const person of people) {
    const notes = [
      ...(person.active ? [] : ['has left']),
      ...(guarded.has(person.id) ? ['second factor'] : []),
    ]
    say([person.role.padEnd(11), person.email, `(${person.name})`, ...notes].join('  '))
  }
}

async function add({ words: [email], values }: Args, house: House): Promise<void> {
  const person = {
    email: read('email', emailField, email),
    name: read('name', nameField, values.name),
    role: read('role', roleField, values.role ?? 'reporter'),
    language: read('language', languageField, values.language ?? 'en'),
    authorId: null,
  }
  const known = await findStaffByEmail(house.db, person.email)
  if (known && !known.active) {
    await reactivateStaff(house, 'program', known.id)
    await changeRole(house, 'program', known.id, person.role)
    say(`${person.email} was on the staff before and may sign in again, as ${person.role}.`)
  } else {
    await addStaff(house, 'program', person)
    say(`${person.email} is on the staff, as ${person.role}.`)
  }
  await printLink(house, (await findStaffByEmail(house.db, person.email))!)
}

async function role({ words: [email, given] }: Args, house: House): Promise<void> {
  const staff = await find(house, email)
  const next = read('role', roleField, given)
  await changeRole(house, 'program', staff.id, next)
  say(`${staff.email} is ${next} now, and has been signed out.`)
}

async function link({ words: [email], values }: Args, house: House): Promise<void> {
  const staff = await find(house, email)
  if (values['reset-second-factor']) {
    await resetSecondFactor(house, 'program', staff.id)
    say('Their passkeys, one-time passwords and recovery codes are gone, and their sessions have ended.')
  }
  await printLink(house, (await findStaff(house.db, staff.id))!)
}

async function remove({ words: [email] }: Args, house: House): Promise<void> {
  const staff = await find(house, email)
  await deactivateStaff(house, 'program', staff.id)
  say(`${staff.email} can no longer sign in; their sessions have ended. What they did keeps their name.`)
}

async function printLink(house: House, staff: StaffLine): Promise<void> {
  const address = await makeSignInLink(house, { staff, hours: linkHours })
  say(`This link signs them in once, within an hour:\n${address}`)
}

async function find({ db }: House, given: string | undefined): Promise<StaffLine> {
  const email = read('email', emailField, given)
  const staff = await findStaffByEmail(db, email)
  if (!staff) throw new NotFound(`Nobody on the staff has the address ${email}.`)
  return staff
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string' },
        language: { type: 'string' },
        'reset-second-factor': { type: 'boolean' },
      },
    })
    return { values, words: positionals }
  } catch (error) {
    throw new BadInput({ field: 'options', sentence: `${(error as Error).message.split('. ')[0]}.` })
  }
}

function read<T>(field: string, schema: z.ZodType<T>, text: string | undefined): T {
  const result = schema.safeParse(text)
  if (result.success) return result.data
  throw new BadInput({ field, sentence: result.error.issues[0]?.message ?? 'This cannot be used.' })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
