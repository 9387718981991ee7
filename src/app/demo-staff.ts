import { emailOf, staff } from '../../demo/staff.ts'
import { findAuthorBySlug } from '../features/authors/author.ts'
import { addStaff, listStaff, type StaffLine } from '../features/staff/staff.ts'
import type { House } from '../platform/house.ts'

/** Lets the demo's people in, where nobody is on the staff yet: a demo of an older version gets them as well. */
export async function moveInDemoStaff(house: House): Promise<void> {
  if ((await listStaff(house.db)).length > 0) return
  for (const person of staff) {
    const author = person.author ? await findAuthorBySlug(house.db, person.author) : null
    await addStaff(house, 'program', {
      name: person.name,
      email: emailOf(person),
      role: person.role,
      language: person.language,
      authorId: author?.id ?? null,
    })
  }
}

/** The demo's owner, unless somebody has ended their access or made another of them. */
export async function demoOwner({ db }: Pick<House, 'db'>): Promise<StaffLine | null> {
  const owner = staff.find(({ role }) => role === 'owner')!
  const people = await listStaff(db)
  return (
    people.find(({ email, role, active }) => email === emailOf(owner) && role === 'owner' && active) ?? null
  )
}
