import { allotments } from './allotments.ts'
import { apprenticeTeachers } from './apprentice-teachers.ts'
import { arleBridge } from './arle-bridge.ts'
import { arleBridge1936 } from './arle-bridge-1936.ts'
import { arleBridgeDawn } from './arle-bridge-dawn.ts'
import { arleBridgeRiveters } from './arle-bridge-riveters.ts'
import { assemblyHouse } from './assembly-house.ts'
import { danielProuse } from './author-daniel-prouse.ts'
import { inesOkaforLund } from './author-ines-okafor-lund.ts'
import { maeveCarrigan } from './author-maeve-carrigan.ts'
import { salmaHaddad } from './author-salma-haddad.ts'
import { tomasVell } from './author-tomas-vell.ts'
import { wilfArden } from './author-wilf-arden.ts'
import { bus22 } from './bus-22.ts'
import { cardingMill } from './carding-mill.ts'
import { clerkEmails } from './clerk-emails.ts'
import { coalQuayPlans } from './coal-quay-plans.ts'
import { eelsWeir } from './eels-weir.ts'
import { fishMarket } from './fish-market.ts'
import { holmFerry } from './holm-ferry.ts'
import { holmFerryDeck } from './holm-ferry-deck.ts'
import { holmFerryQueue } from './holm-ferry-queue.ts'
import { holmLight } from './holm-light.ts'
import { homeworkClub } from './homework-club.ts'
import { lanternOffice } from './lantern-office.ts'
import { library } from './library.ts'
import { marketPoets } from './market-poets.ts'
import { netLoft } from './net-loft.ts'
import { oysterBeds } from './oyster-beds.ts'
import { peatWatch } from './peat-watch.ts'
import type { Picture } from './picture.ts'
import { regalCinema } from './regal-cinema.ts'
import { roversKeeper } from './rovers-keeper.ts'
import { saltingsGauge } from './saltings-gauge.ts'
import { schoolKitchen } from './school-kitchen.ts'
import { schoolRoof } from './school-roof.ts'
import { stormUna } from './storm-una.ts'

export { lanternMark, logos } from './logo.ts'
export type { Picture } from './picture.ts'

/** Every picture of the demo newsroom, in the order of its stories; gallery extras and portraits follow. */
export const pictures: Picture[] = [
  holmFerry,
  assemblyHouse,
  saltingsGauge,
  schoolRoof,
  regalCinema,
  fishMarket,
  bus22,
  homeworkClub,
  eelsWeir,
  cardingMill,
  holmLight,
  allotments,
  coalQuayPlans,
  roversKeeper,
  schoolKitchen,
  netLoft,
  stormUna,
  clerkEmails,
  apprenticeTeachers,
  oysterBeds,
  peatWatch,
  library,
  marketPoets,
  lanternOffice,
  arleBridge,
  arleBridge1936,
  arleBridgeRiveters,
  arleBridgeDawn,
  holmFerryDeck,
  holmFerryQueue,
  maeveCarrigan,
  tomasVell,
  inesOkaforLund,
  danielProuse,
  salmaHaddad,
  wilfArden,
]
