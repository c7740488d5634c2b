import {
  actId,
  type BallotKind,
  decodeBody,
  decodeHeader,
  fromBase64url,
  toBase64url,
} from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import type { OwnBallot, OwnReaction } from './votes.ts';

interface Where {
  readonly room: string;
  readonly post: string;
}
type Page<K extends 'reactions' | 'ballots'> = Awaited<ReturnType<TalkCaller[K]>>;

/**
 * The reaction of a pseudonym to a post, out of the public file of them all. It is read as anybody reads it who counts
 * anew: nothing in the request says whose is looked for.
 */
export async function findReaction(
  talk: Pick<TalkCaller, 'reactions'>,
  { room, post, pseudonym }: Where & { readonly pseudonym: string },
): Promise<OwnReaction | undefined> {
  let after: string | null = null;
  do {
    const query: { after?: string } = after === null ? {} : { after };
    const page: Page<'reactions'> = await talk.reactions({ params: { room, post }, query }, { fresh: true });
    const own = page.reactions.find((one) => one.pseudonym === pseudonym);
    if (own) return { reaction: own.reaction, lastAct: own.lastAct };
    after = page.next;
  } while (after !== null);
  return undefined;
}

/** The same of the ballot that is signed by a key (base64url). */
export async function findBallot(
  talk: Pick<TalkCaller, 'ballots'>,
  { room, post, kind, publicKey }: Where & { readonly kind: BallotKind; readonly publicKey: string },
): Promise<OwnBallot | undefined> {
  let after: string | null = null;
  do {
    const query: { after?: string } = after === null ? {} : { after };
    const page: Page<'ballots'> = await talk.ballots(
      { params: { room, post, kind }, query },
      { fresh: true },
    );
    const own = page.ballots.find(({ presentation }) => presentation.publicKey === publicKey);
    if (own) return ownBallot(own);
    after = page.next;
  } while (after !== null);
  return undefined;
}

function ownBallot({ header, body, presentation }: Page<'ballots'>['ballots'][number]): OwnBallot {
  const bytes = fromBase64url(header);
  const { choices, verdict, resolves } =
    body === null ? {} : decodeBody(decodeHeader(bytes), fromBase64url(body));
  return {
    choice: choices ? { choices } : verdict ? { verdict } : resolves ? { resolves } : null,
    pseudonym: presentation.pseudonym,
    lastAct: toBase64url(actId(bytes)),
  };
}
