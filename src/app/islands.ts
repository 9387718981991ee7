// What runs in a reader's browser, in one small file: each island finds its own elements and leaves the rest alone.
import './paper.css'
import { startEmbeds } from '../features/stories/blocks/embed/embed.island.ts'

startEmbeds()
