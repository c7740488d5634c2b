import { msg } from '@lingui/core/macro';
import type { ClientErrorCode } from '@teahouse/client/errors';
import type { TalkErrorCode } from '@teahouse/contract/talk';
import type { ErrorDictionary, ErrorWords } from '../ui/error-words.ts';

/** Every code about logs and proofs: one without words does not compile. */
type LogCode =
  | Extract<ClientErrorCode, `log-${string}` | 'not-in-log'>
  | Extract<TalkErrorCode, `proof-${string}`>;

const words: Readonly<Record<LogCode, ErrorWords>> = {
  'log-forked': {
    what: msg`This house has shown two different histories of its log.`,
    next: msg`A log that only grows can't do that by accident: somebody may be lying to you or to others. Do not post. Save the evidence and show it to others.`,
  },
  'log-rolled-back': {
    what: msg`The log of this house is shorter than it was.`,
    next: msg`Perhaps the server was restored from an old copy; perhaps something is to be undone in silence. Do not post until the operator has explained it in public, and save the evidence.`,
  },
  'log-key-changed': {
    what: msg`This house shows another log key than before.`,
    next: msg`Perhaps it was set up anew; perhaps somebody poses as it. Do not post. Ask the operator, by another way than this page, which key is right.`,
  },
  'not-in-log': {
    what: msg`The server named a key or a number that does not stand in its log.`,
    next: msg`It may be a fault; it may be an attempt to mark you out by a key of your own. Nothing was sent. Try again later; if it stays, ask others whether they see it too.`,
  },
  'log-invalid': {
    what: msg`The log that arrived was damaged or not signed as it should be.`,
    next: msg`Nothing was sent. Try again, on another network if you can: something on the way may change what you receive.`,
  },
  'log-behind': {
    what: msg`The log has not caught up yet.`,
    next: msg`It is tried again in a few minutes.`,
  },
  'proof-not-yet': {
    what: msg`The proof is not ready yet.`,
    next: msg`Talk writes into its log at fixed times only, so that the log betrays no hour. Come back a little later.`,
  },
  'proof-gone': {
    what: msg`The words were taken back, and with them what could prove them.`,
    next: msg`Whoever saved the proof earlier can still show it.`,
  },
};

/** What a client says that did not find in the logs what it was told: what happened, what it may mean, what to do. */
export const logWords: ErrorDictionary = words;
