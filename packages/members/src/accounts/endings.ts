import type { Among } from '@teahouse/kit/among';
import type { Presence } from './presence.ts';
import type { Session } from './seal.ts';

type Ending = Pick<Session, 'session' | 'expires'>;

/** Endings in one notification: 48 bytes each, of 8,000. */
const together = 120;

const textOf = ({ session, expires }: Ending) => `${session}/${expires}`;

function endingsIn(text: string): Ending[] {
  return text.split(',').map((one) => {
    const [session = '', expires = ''] = one.split('/');
    return { session, expires };
  });
}

/**
 * Sign-outs that are remembered in memory alone, known to all processes: each is told as it happens, and a process that
 * begins, or that missed something, asks the others for theirs. Where no other is left, they are forgotten (presence.ts).
 * A session's name is random, and no table joins it to an account.
 */
export interface Endings {
  /** Ends a session here at once; resolves when all others are told. Throws the errors of the database. */
  end(ending: Ending): Promise<void>;
}

export async function shareEndings(presence: Presence, among: Among): Promise<Endings> {
  among.hear('ended', (text) => {
    for (const ending of endingsIn(text)) presence.end(ending);
  });
  among.hear('ended-asked', () => {
    const all = presence.ended();
    for (let at = 0; at < all.length; at += together) {
      const some = all.slice(at, at + together).map(textOf);
      among.tell('ended', some.join(',')).catch(() => {}); // whoever asked asks again after the next gap
    }
  });
  const ask = () => among.tell('ended-asked', '');
  among.onMissed(() => void ask().catch(() => {}));
  await ask();
  return {
    async end(ending) {
      presence.end(ending);
      await among.tell('ended', textOf(ending));
    },
  };
}
