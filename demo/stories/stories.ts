import type { DemoStory } from '../demo-types.ts'
import { story as budgetHole } from './budget-hole-assembly-house.ts'
import { story as bus22 } from './bus-22-cut-northfield.ts'
import { story as dredger } from './dredger-stuck.ts'
import { story as ferryVote } from './ferry-vote-holm-island.ts'
import { story as homeworkClub } from './northfield-homework-club.ts'
import { story as regalCinema } from './regal-cinema-reopens.ts'
import { story as saltings } from './saltings-tide-gauge.ts'
import { story as schoolRoof } from './st-brannocs-roof.ts'

/** Every story and page of the demo, newest first. */
export const stories: DemoStory[] = [
  ferryVote,
  budgetHole,
  saltings,
  schoolRoof,
  regalCinema,
  bus22,
  homeworkClub,
  dredger,
]
