import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Kind } from './types.ts';

/** How a kind is called, why it tells who wrote, and how to say it vaguer. */
export interface KindWords {
  readonly name: MessageDescriptor;
  readonly why: MessageDescriptor;
  readonly vaguer: MessageDescriptor;
}

export const kindWords: Readonly<Record<Kind, KindWords>> = {
  id: {
    name: msg`identity number`,
    why: msg`It is one person's, wherever it is looked up.`,
    vaguer: msg`Leave it out; nobody here needs it.`,
  },
  staff: {
    name: msg`staff number`,
    why: msg`Your employer finds you by it in a second.`,
    vaguer: msg`Leave it out: the label beside your mask says where you work.`,
  },
  phone: {
    name: msg`phone number`,
    why: msg`A number leads to a name, and it stays here for good.`,
    vaguer: msg`Leave it out; people can answer you in the thread.`,
  },
  email: {
    name: msg`mail address`,
    why: msg`An address leads to a name, also by where else it was used.`,
    vaguer: msg`Leave it out; people can answer you in the thread.`,
  },
  handle: {
    name: msg`account name`,
    why: msg`The same account is known elsewhere, with a face and friends.`,
    vaguer: msg`Leave it out; people can answer you in the thread.`,
  },
  link: {
    name: msg`link to a person`,
    why: msg`Such a link names an account, or says who shared it.`,
    vaguer: msg`Take off what stands behind the question mark, or say in words what it shows.`,
  },
  plate: {
    name: msg`number plate`,
    why: msg`The car park knows whose it is.`,
    vaguer: msg`Say “a car”.`,
  },
  quote: {
    name: msg`quoted words`,
    why: msg`Few have heard or got exactly these words, and copies may differ from person to person.`,
    vaguer: msg`Say in your own words what it came down to.`,
  },
  only: {
    name: msg`the only one`,
    why: msg`Of the only one there is only one.`,
    vaguer: msg`Say “some of us”, or leave it out.`,
  },
  name: {
    name: msg`name`,
    why: msg`Who names somebody is looked for among those who work with them; and they did not choose to be here.`,
    vaguer: msg`Say “a manager” or “a colleague”.`,
  },
  date: {
    name: msg`exact date`,
    why: msg`On one day few were in that room.`,
    vaguer: msg`Say “this spring” or “some weeks ago”.`,
  },
  time: {
    name: msg`exact time`,
    why: msg`Calendars and door logs know who was there at that minute.`,
    vaguer: msg`Say “in the evening” or “late”.`,
  },
  level: {
    name: msg`level`,
    why: msg`Level and team together often leave a handful of people.`,
    vaguer: msg`Say “senior” or “new”, or nothing.`,
  },
  rating: {
    name: msg`rating`,
    why: msg`Your manager knows who got which.`,
    vaguer: msg`Say “a good one” or “a bad one”.`,
  },
  size: {
    name: msg`head count`,
    why: msg`Numbers pick out one team of many.`,
    vaguer: msg`Say “a small team” or “a good part of us”.`,
  },
  role: {
    name: msg`rare role`,
    why: msg`Few do this work; colleagues think of a face at once.`,
    vaguer: msg`Name the wider trade, such as “in engineering”.`,
  },
  place: {
    name: msg`place`,
    why: msg`A floor or an office leaves only those who sit there.`,
    vaguer: msg`Say “our building” or name only the country.`,
  },
  amount: {
    name: msg`amount`,
    why: msg`An exact sum stands in one letter only: yours.`,
    vaguer: msg`Round it well, or give a range.`,
  },
  project: {
    name: msg`project`,
    why: msg`A project's name is known to those on it, and they are few.`,
    vaguer: msg`Say “a project”, or what kind of thing it is.`,
  },
  history: {
    name: msg`where you came from`,
    why: msg`School and former employer stand in your public profile.`,
    vaguer: msg`Say “another company” or “my studies”.`,
  },
  tenure: {
    name: msg`length of service`,
    why: msg`A list sorted by first day of work finds you.`,
    vaguer: msg`Say “for some years” or “not long”.`,
  },
  travel: {
    name: msg`journey`,
    why: msg`Trips are booked under a name.`,
    vaguer: msg`Say “I was on the road”.`,
  },
  family: {
    name: msg`family`,
    why: msg`Colleagues know who is expecting, marrying or mourning.`,
    vaguer: msg`Say “for family reasons”, or leave it out.`,
  },
  vehicle: {
    name: msg`vehicle`,
    why: msg`The whole house has seen who arrives in it.`,
    vaguer: msg`Leave it out.`,
  },
};
