// What runs in a reader's browser, in one small file: each island finds its own elements and leaves the rest alone.
import './paper.css'
import { startReader } from '../design/reader.island.ts'
import { startAppeals } from '../features/campaigns/appeal.island.ts'
import { startNewsFeed } from '../features/live/news-feed.island.ts'
import { startEmbeds } from '../features/stories/blocks/embed/embed.island.ts'

startReader()
startEmbeds()
startNewsFeed()
startAppeals()
