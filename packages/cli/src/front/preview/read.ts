import type { Card, Room } from '@teahouse/contract/talk';

/*
 * Looked at by hand: the contract's own schemas would cost the front some twenty megabytes for the sake of two forms,
 * in the process that is always there.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

function isSpeaker(value: unknown): value is NonNullable<Card['speaker']> {
  return isFields(value) && isText(value.name) && isText(value.label);
}

/** A card out of whatever talk answered; undefined where it is none. */
export function readCard(value: unknown): Card | undefined {
  if (!isFields(value)) return undefined;
  const { lang, title, text, reply, speaker } = value;
  const isCard =
    (lang === 'zh' || lang === 'en') &&
    (title === null || isText(title)) &&
    isText(text) &&
    typeof reply === 'boolean' &&
    (speaker === null || isSpeaker(speaker));
  return isCard ? (value as Card) : undefined;
}

/** What the preview of a room's page says of it. */
export type NamedRoom = Pick<Room, 'id' | 'name'>;

const isNamedRoom = (value: unknown): value is NamedRoom =>
  isFields(value) &&
  isText(value.id) &&
  isFields(value.name) &&
  isText(value.name.zh) &&
  isText(value.name.en);

/** The rooms that an answer names; none where it is no list of rooms. */
export function readRooms(value: unknown): NamedRoom[] {
  return isFields(value) && Array.isArray(value.rooms) ? value.rooms.filter(isNamedRoom) : [];
}
