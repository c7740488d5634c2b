import { talkLimits } from '@teahouse/contract/talk';
import {
  type ActBody,
  type BallotKind,
  type Label,
  type Poll,
  resolveKinds,
  verdictKinds,
} from '@teahouse/protocol';
import { refuse } from '../errors.ts';
import { isInside, type OpenRoom } from '../rooms/service.ts';
import { slotText } from '../wire.ts';

const slotsPerDay = (24 * 60) / talkLimits.slotMinutes;

/** The month whose credentials vote on a post of this slot: that in which it was made. protocol.md 2. */
export const openingEpoch = (slot: number): string => slotText(slot).slice(0, 7);

/** Throws `ballot-closed` when a ballot that opened in one slot is over in another. */
export function requireOpen(opened: number, now: number): void {
  if (now >= opened + talkLimits.ballotDays * slotsPerDay) throw refuse('ballot-closed');
}

/** What of a post can be voted on. */
export interface Question {
  readonly poll: Poll | undefined;
  readonly room: OpenRoom;
  readonly authorLabel: Label;
  /** Slot of the company's first answer under the thread that the post opens. */
  readonly answered: number | null;
}

/** The company whose people know what a post claims: that of the room, else the one its author speaks for. */
export function subjectOf({ room, authorLabel }: Pick<Question, 'room' | 'authorLabel'>): string | null {
  return room.company ?? (authorLabel.kind === 'company' ? authorLabel.company : null);
}

/** Places of the counts that a ballot raises. Throws `ballot-unknown`. */
export function choicesOf({ choices, verdict, resolves }: ActBody, question: Question): readonly number[] {
  if (verdict !== undefined) {
    if (subjectOf(question) === null) throw refuse('ballot-unknown');
    return [verdictKinds.indexOf(verdict)];
  }
  if (resolves !== undefined) {
    if (question.answered === null) throw refuse('ballot-unknown');
    return [resolveKinds.indexOf(resolves)];
  }
  const { poll } = question;
  if (!poll || !choices || choices.some((place) => place >= poll.options.length))
    throw refuse('ballot-unknown');
  if (!poll.multiple && choices.length !== 1) throw refuse('ballot-unknown');
  return choices;
}

/** A poll for colleagues needs a room with a company: in another one nobody could vote. Throws `ballot-unknown`. */
export function requirePoll(poll: Poll | undefined, room: OpenRoom): void {
  if (poll?.voters === 'colleagues' && room.company === null) throw refuse('ballot-unknown');
}

/** The company whose people vote; null for everyone. What only colleagues read, only they vote on. */
function votersOf(kind: BallotKind, question: Question): string | null {
  if (kind !== 'poll') return subjectOf(question);
  const { poll, room } = question;
  return poll?.voters === 'everyone' && !isInside(room) ? null : room.company;
}

/**
 * May this label vote? A poll for everyone asks for nothing but a credential of its month, and takes nothing more, so
 * that a ballot says nothing of who cast it; colleagues show their company. Throws `ballot-foreign`.
 */
export function requireVoter(label: Label, kind: BallotKind, question: Question, epoch: string): void {
  const company = votersOf(kind, question);
  const fits =
    company === null
      ? label.kind === 'alias'
      : label.kind === 'company' && label.company === company && label.standing === 'current';
  if (!fits || label.epoch !== epoch) throw refuse('ballot-foreign');
}
