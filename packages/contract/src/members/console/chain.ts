/*
 * How the console's log is chained, for the server that writes it and whoever checks it. SHA-256 throughout:
 * digest = H(salt, said), hash = H(hash before, digest, act). What was said can be deleted with the member whom it was
 * about: the digest stays, and the salt that went along keeps anybody from guessing it.
 */

/** The hash before the first entry. */
export const chainStart = new Uint8Array(32);

/** What is hashed behind the salt, as UTF-8. */
export const saidText = (i: { by: string; subject: string; value: string; reason: string }): string =>
  JSON.stringify([i.by, i.subject, i.value, i.reason]);

/** What is hashed behind the hash before and the digest, as UTF-8. */
export const actText = (i: { n: number; day: string; act: string }): string =>
  JSON.stringify([i.n, i.day, i.act]);
