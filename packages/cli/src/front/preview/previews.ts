import type { Targets } from '../targets.ts';
import { type AskOptions, createAsk } from './ask.ts';
import { type PageHead, templateOf } from './head.ts';
import { jobHead, readJob } from './job.ts';
import { fixedHead, roomHead, type Subject, subjectOf, threadHead } from './pages.ts';
import { personHead, readPerson } from './person.ts';
import { readCard, readRooms } from './read.ts';

export interface Previews {
  /** What a page's address is about; undefined where `index.html` says all there is to say. */
  subjectOf(url: string): Subject | undefined;
  /** The page with words of its own, for a visitor of this address; undefined where there are none, or where they did not come in time. */
  page(subject: Subject, caller: string): Promise<string | undefined>;
  close(): void;
}

export interface PreviewOptions extends Omit<AskOptions, 'plane' | 'prefix'> {
  readonly talk: Targets;
  readonly members: Targets;
  /** The app's `index.html`; undefined where none is built. */
  readonly index: string | undefined;
  /** The site's chief address. */
  readonly origin: () => string;
}

/**
 * Puts the words of a thread, a member's name or a job into the head of its page, for those who show links and for search engines.
 * The rest of the page stays `index.html` byte for byte: nothing that runs is added, so the content policy and the hashes of the app
 * hold as before.
 */
export function createPreviews({ index = '', origin, talk, members, ...asking }: PreviewOptions): Previews {
  const template = templateOf(index);
  const ask = createAsk({ ...asking, plane: talk, prefix: '/api/talk' });
  const askMembers = createAsk({ ...asking, plane: members, prefix: '/api/members' });

  async function headOf(subject: Subject, caller: string): Promise<PageHead | undefined> {
    if (subject.kind === 'fixed') return fixedHead(subject, origin());
    if (subject.kind === 'room') {
      const answer = await ask('/rooms');
      const room = answer?.found && readRooms(answer.value).find(({ id }) => id === subject.room);
      return room ? roomHead(subject, room, origin()) : undefined;
    }
    if (subject.kind === 'person') {
      const answer = await askMembers(`/people/${subject.handle}`, caller);
      const person = answer?.found ? readPerson(answer.value) : undefined;
      return personHead(subject, person, origin());
    }
    if (subject.kind === 'job') {
      const answer = await askMembers(`/jobs/${subject.job}`, caller);
      // What did not come in time may be open: the page then says nothing, and search engines come again.
      return answer && jobHead(subject, answer.found ? readJob(answer.value) : undefined, origin());
    }
    const { room, thread, post } = subject;
    const answer = await ask(
      `/rooms/${room}/threads/${thread}/card${post === undefined ? '' : `?post=${post}`}`,
    );
    const card = answer?.found ? readCard(answer.value) : undefined;
    return card && threadHead(subject, card, origin());
  }

  return {
    subjectOf: (url) => (template ? subjectOf(url) : undefined),
    async page(subject, caller) {
      const head = await headOf(subject, caller);
      return head && template?.with(head);
    },
    close: () => {
      ask.close();
      askMembers.close();
    },
  };
}
