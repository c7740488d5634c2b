/** Both planes in one process, and people who use them through the client: for tests, the adversary and the bench. */

export { vectorOf as vectorOfJob } from '@teahouse/members/search-jobs';
export { pieceOf } from '@teahouse/talk/piece';
export { vectorOf } from '@teahouse/talk/search-vector';
export { createDice, type Dice } from './dice.ts';
export { type Mailbox, type ReceivedMail, startMailbox } from './mailbox.ts';
export {
  anotherDevice,
  type Device,
  type DeviceOptions,
  type EmployerSpec,
  newDevice,
  newMember,
  newMembers,
  type Person,
  type PersonSpec,
  sharedProver,
  signUpMember,
  systemRng,
} from './people.ts';
export { startTeahouse, type Town, type TownOptions } from './town.ts';
export { type CookieJar, nodeMembersFetch, recordWire, type Wire, type WireRequest } from './wire.ts';
