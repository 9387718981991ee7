// What runs in the newsroom's browser: each island finds its own elements and leaves the rest alone.
import './newsroom.css'
import { startNewsroom } from '../design/newsroom/newsroom.island.ts'
import { startFrontDesk } from '../features/fronts/desk/front-desk.island.ts'
import { startLiveDesk } from '../features/live/desk/live-desk.island.ts'
import { startPhotographDesk } from '../features/media/desk/photograph-desk.island.ts'
import { startSettings } from '../features/settings/settings.island.ts'
import { startPasskeys } from '../features/staff/passkey.island.ts'
import { startSignOut } from '../features/stories/editor/sign-out.island.ts'
import { startStoryEditor } from '../features/stories/editor/story-editor.island.ts'
import { startMentions } from '../features/stories/notes/mentions.island.ts'
import { startPlanning } from '../features/stories/publishing/planning/planning.island.ts'
import { startPublishing } from '../features/stories/publishing/publishing.island.ts'
import { startStoryList } from '../features/stories/story-list/story-list.island.ts'

startNewsroom()
startSettings()
startStoryEditor()
startSignOut()
startPasskeys()
startFrontDesk()
startStoryList()
startLiveDesk()
startPhotographDesk()
startPublishing()
startPlanning()
startMentions()
