import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAct } from '../../platform/audit/audit.ts'
import type { House } from '../../platform/house.ts'
import {
  readSupportSettings,
  type SupportSettings,
  supportSettings,
  writeSupportSettings,
} from './support-settings.ts'

/** Changes how the newsroom takes support, and says in the audit log which settings are others now. */
export function changeSupportSettings(
  house: Pick<House, 'db' | 'clock'>,
  { by, change }: { by: Act['by']; change: (settings: SupportSettings) => SupportSettings },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    await tx.selectFrom('support_settings').select('id').forUpdate().execute()
    const before = await readSupportSettings(tx)
    const after = supportSettings.parse(change(before))
    const changed = (Object.keys(after) as (keyof SupportSettings)[]).filter(
      key => !isDeepStrictEqual(after[key], before[key]),
    )
    await recordAct(tx, house.clock, {
      by,
      act: 'change-support-settings',
      subject: { kind: 'support', id: 1 },
      detail: { changed },
    })
    await writeSupportSettings(tx, house, after)
  })
}
