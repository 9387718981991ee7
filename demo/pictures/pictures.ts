import { allotments } from './allotments.ts'
import { apprenticeTeachers } from './apprentice-teachers.ts'
import { arleBridges } from './arle-bridge.ts'
import { assemblyHouse } from './assembly-house.ts'
import { bus22 } from './bus-22.ts'
import { cardingMill } from './carding-mill.ts'
import { clerkEmails } from './clerk-emails.ts'
import { coalQuayPlans } from './coal-quay-plans.ts'
import { eelsWeir } from './eels-weir.ts'
import { ferryPassengers } from './ferry-passengers.ts'
import { fishMarket } from './fish-market.ts'
import { holmFerry } from './holm-ferry.ts'
import { holmLight } from './holm-light.ts'
import { homeworkClub } from './homework-club.ts'
import { lanternOffice } from './lantern-office.ts'
import { library } from './library.ts'
import { marketPoets } from './market-poets.ts'
import { netLoft } from './net-loft.ts'
import { oysterBeds } from './oyster-beds.ts'
import { peatWatch } from './peat-watch.ts'
import type { Picture } from './picture.ts'
import { portraits } from './portraits.ts'
import { regalCinema } from './regal-cinema.ts'
import { roversKeeper } from './rovers-keeper.ts'
import { saltingsGauge } from './saltings-gauge.ts'
import { schoolKitchen } from './school-kitchen.ts'
import { schoolRoof } from './school-roof.ts'
import { stormUna } from './storm-una.ts'

export type { Picture } from './picture.ts'
export { lanternMark, logos } from './logo.ts'
export { renderPicture } from './render.ts'

/** Every picture of the demo newsroom, in the order of its stories; gallery extras and portraits follow. */
export const pictures: Picture[] = [
  holmFerry, assemblyHouse, saltingsGauge, schoolRoof, regalCinema, fishMarket, bus22, homeworkClub, eelsWeir, cardingMill, holmLight, allotments, coalQuayPlans,
  roversKeeper, schoolKitchen, netLoft, stormUna, clerkEmails, apprenticeTeachers, oysterBeds, peatWatch, library, marketPoets, lanternOffice,
  ...arleBridges, ...ferryPassengers, ...portraits,
]
