/**
 * Where the rows of a table live when the plane is spread over several machines by Citus (decision 0037).
 * - `by`: distributed by this column; `with` names the table whose rows of equal value lie on the same machine.
 * - `reference`: whole on every machine, for what statements of one room join.
 * - `coordinator`: an ordinary table of the machine that all connect to, for what is written under one lock and joined by nothing.
 */
export type Home =
  | { readonly kind: 'by'; readonly column: string; readonly with?: string }
  | { readonly kind: 'reference' }
  | { readonly kind: 'coordinator' };

const first = 'threads';
const byRoom: Home = { kind: 'by', column: 'room_id', with: first };
const reference: Home = { kind: 'reference' };
const coordinator: Home = { kind: 'coordinator' };

/** Every table of the plane, in the order in which they are distributed. */
export const homes: Readonly<Record<string, Home>> = {
  rooms: reference,
  issuer_documents: reference,
  token_keys: reference,
  // Names of whoever has a case and wrote a note are joined to cases and notes; `banned_pictures` is written from pictures.
  staff: reference,
  staff_passkeys: reference,
  banned_pictures: reference,

  [first]: { kind: 'by', column: 'room_id' },
  room_stats: byRoom,
  aliases: byRoom,
  posts: byRoom,
  post_versions: byRoom,
  pieces: byRoom,
  refunds: byRoom,
  reactions: byRoom,
  ballots: byRoom,
  tallies: byRoom,
  pictures: byRoom,
  gone_objects: byRoom,
  pending_acts: byRoom,
  logged_acts: byRoom,
  cases: byRoom,
  reports: byRoom,
  decisions: byRoom,
  appeals: byRoom,
  case_notes: byRoom,
  bans: byRoom,
  official_versions: byRoom,

  // A token names no room, and its nonce decides every race: so it lies by itself, and the transaction of an act has two parts.
  spent: { kind: 'by', column: 'nonce' },
  draws: { kind: 'by', column: 'pseudonym' },

  // Written by one process at a time under an advisory lock, which Postgres has on the coordinator alone.
  log_entries: coordinator,
  log_state: coordinator,
  teahouse_migrations: coordinator,
  // Posts from before the fourth migration; empty on whatever was set up since.
  posts_without_piece: coordinator,
};
