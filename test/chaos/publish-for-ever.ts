// A node that publishes stories one after another until it is killed; it says so each time. Run built, with a channel:
// node publish-for-ever.js '{"connection":{…},"dataDir":"…","stories":[1,2],"topic":3,"author":4}'
import { openHouse } from '../../src/app/open-house.ts'
import { publishStory, saveDraft } from '../../src/features/stories/story.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { openSecrets } from '../../src/platform/config/secrets.ts'
import { telling } from './telling.ts'

const { connection, dataDir, stories, topic, author } = JSON.parse(process.argv[2] ?? '{}')
const config = readConfig({ DATA_DIR: dataDir, DEMO: 'no', LOG_LEVEL: 'silent' })
const { house } = await openHouse({
  config,
  connection,
  secrets: await openSecrets(config),
  working: true,
  assets: { css: '', js: '', fonts: {}, newsroom: { css: '', js: '', fonts: {} } },
})
process.on('disconnect', () => process.exit())

for (;;)
  for (const storyId of stories as number[]) {
    await saveDraft(house, storyId, telling({ storyId, told: Date.now(), topic, author }))
    await publishStory(house, { storyId, by: 'child', kind: 'update' })
    process.send?.(storyId)
  }
