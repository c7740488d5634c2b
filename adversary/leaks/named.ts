import { noNetworking } from '../town/network.ts';
import type { Leak } from './leak.ts';

/** Whoever says something goes through the named half in the same sitting, and does nothing there but read notices. */
const life = { insists: true, networking: { ...noNetworking, alongside: 1, notices: 1 } } as const;

/** Mistakes in what members remembers of who came: it knows no moment at which somebody was there. */
export const namedLeaks: readonly Leak[] = [
  {
    ...{ name: 'last-seen', strategy: 'timestamps', target: 'author', bed: 'last-seen' },
    async plant({ db, now }) {
      await db.members.query('CREATE TABLE notices_read (whom uuid, moment timestamptz)');
      return {
        ...life,
        async afterNotices({ account }) {
          await db.members.query('INSERT INTO notices_read VALUES ($1, $2)', [account, now()]);
        },
      };
    },
  },
];
