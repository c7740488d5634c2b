import { Resolver } from 'node:dns/promises';

/** Records of a name, in the form of `dns.resolve`; throws errors with a `code` such as `ENOTFOUND`. */
export type Resolve = (name: string, type: string) => Promise<string[][] | string[]>;

/** Milliseconds for one question, and how often it is asked. */
const patience = { timeout: 3_000, tries: 2 };
/** Questions that one letter may raise: some signatures, and the walk up to a policy. Whoever writes it chooses the names. */
const mostQuestions = 24;

/** Asks these DNS servers (`address` or `address:port`, separated by commas), or the system's where none is named. */
export function createResolve(servers: string): Resolve {
  const resolver = new Resolver(patience);
  const named = servers
    .split(',')
    .map((server) => server.trim())
    .filter((server) => server !== '');
  if (named.length > 0) resolver.setServers(named);
  return (name, type) => resolver.resolve(name, type as 'TXT');
}

/** The same for one letter: after so many questions it answers none. */
export function limited(resolve: Resolve): Resolve {
  let asked = 0;
  return async (name, type) => {
    asked += 1;
    if (asked > mostQuestions) throw Object.assign(new Error('too many questions'), { code: 'EREFUSED' });
    return resolve(name, type);
  };
}
