import { makeSignInLink, makeWelcomeLink } from '../features/staff/staff.ts'
import type { House } from '../platform/house.ts'
import { demoOwner, moveInDemoStaff } from './demo-staff.ts'
import { wasBegun } from './wants-demo.ts'

/**
 * How the first person gets into the newsroom, in lines for whoever started the program: a link that makes the owner
 * where there is none, a link for the demo's owner while the demo is tried out, and nothing for a newsroom at work.
 * Each start makes new links and ends the older ones (decision 0010).
 */
export async function wayIn(house: House): Promise<string[]> {
  const demo = await wasBegun(house.db)
  if (demo) await moveInDemoStaff(house)
  const welcome = await makeWelcomeLink(house)
  if (welcome)
    return ['Nobody owns this newsroom yet. Whoever opens this link becomes its owner:', `  ${welcome}`]
  if (!demo || house.config.siteUrl.startsWith('https:')) return []
  const owner = await demoOwner(house)
  if (!owner) return []
  const link = await makeSignInLink(house, { staff: owner, hours: 24 })
  return [
    `This link signs you in to the demo's newsroom once, as ${owner.name}:`,
    `  ${link}`,
    ...(house.mail.practice
      ? [`Later, sign in with ${owner.email}: its letters lie in ${house.config.siteUrl}/practice/mail`]
      : []),
  ]
}
