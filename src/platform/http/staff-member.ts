import type { Role } from '../permissions.ts'

/** Who is signed in to the newsroom, as a handler sees them. */
export interface StaffMember {
  id: number
  name: string
  email: string
  role: Role
  /** Language tag of the newsroom's texts for them. */
  language: string
  /** Their own author page, where they have one. */
  authorId: number | null
  sessionId: number
}
