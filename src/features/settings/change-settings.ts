import { isDeepStrictEqual } from 'node:util'
import { recordAct } from '../../platform/audit/audit.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { type PublicationSettings, savePublicationIn } from '../publication/publication.ts'
import { currentSettings } from './settings-form.ts'

/**
 * Saves the publication's settings and says in the audit log which of them changed. `change` gets the settings as they
 * are and gives what they shall be. Throws BadInput that names the field.
 */
export async function changeSettings(
  house: Pick<House, 'db' | 'clock'>,
  { by, change }: { by: StaffMember; change: (settings: PublicationSettings) => unknown },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    // Two people who save different pages of the settings at once must not undo each other.
    await tx.selectFrom('publication').select('id').forUpdate().execute()
    const before = await currentSettings({ db: tx })
    const after = await savePublicationIn(tx, house, change(before))
    const changed = Object.keys(after).filter(
      key =>
        !isDeepStrictEqual(after[key as keyof PublicationSettings], before[key as keyof PublicationSettings]),
    )
    await recordAct(tx, house.clock, {
      by,
      act: 'change-settings',
      subject: { kind: 'publication', id: 1, title: after.name },
      detail: { changed },
    })
  })
}
