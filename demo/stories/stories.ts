import type { DemoStory } from '../demo-types.ts'
import { story as about } from './about.ts'
import { story as allotments } from './allotment-water-meters.ts'
import { story as apprenticeTeachers } from './apprentice-teachers.ts'
import { story as bridge } from './arle-bridge-at-90.ts'
import { story as budgetHole } from './budget-hole-assembly-house.ts'
import { story as bus22 } from './bus-22-cut-northfield.ts'
import { story as millInquiry } from './carding-mill-inquiry.ts'
import { story as dredger } from './dredger-stuck.ts'
import { story as eels } from './eel-return-arle.ts'
import { story as ferryVote } from './ferry-vote-holm-island.ts'
import { story as lastAuctioneer } from './fish-market-last-auctioneer.ts'
import { story as howWeCorrect } from './how-we-correct.ts'
import { story as libraryHours } from './library-hours.ts'
import { story as choir } from './lighthouse-choir.ts'
import { story as poets } from './market-hall-poets.ts'
import { story as netLoft } from './net-loft-apprentices.ts'
import { story as homeworkClub } from './northfield-homework-club.ts'
import { story as homeworkClubInArabic } from './northfield-homework-club-ar.ts'
import { story as oysters } from './oyster-beds-reopen.ts'
import { story as peat } from './peat-fire-watch.ts'
import { story as towers } from './planning-coal-quay-towers.ts'
import { story as regalCinema } from './regal-cinema-reopens.ts'
import { story as keeper } from './rovers-keeper-night-nurse.ts'
import { story as saltings } from './saltings-tide-gauge.ts'
import { story as schoolMeals } from './school-meals-kitchen.ts'
import { story as schoolRoof } from './st-brannocs-roof.ts'
import { story as stormUna } from './storm-una-after.ts'
import { story as clerkEmails } from './town-clerk-emails.ts'

/** Every story and page of the demo, newest first. */
export const stories: DemoStory[] = [
  ferryVote,
  budgetHole,
  saltings,
  schoolRoof,
  regalCinema,
  lastAuctioneer,
  bus22,
  homeworkClubInArabic,
  homeworkClub,
  eels,
  millInquiry,
  choir,
  dredger,
  allotments,
  towers,
  keeper,
  schoolMeals,
  netLoft,
  stormUna,
  clerkEmails,
  bridge,
  apprenticeTeachers,
  oysters,
  peat,
  libraryHours,
  poets,
  about,
  howWeCorrect,
]
