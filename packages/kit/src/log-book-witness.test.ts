import { join } from 'node:path';
import { fromUtf8 } from '@teahouse/protocol';
import { cosigner, encodeVerifier, signatureLine, textOfNote } from '@teahouse/protocol/log';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditBook, openShelf, type Shelf, shelfOrigin, texts } from './test-log-book.ts';

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.close());

describe('witnesses', () => {
  const key = (n: number) => new Uint8Array(32).fill(n);
  const verifierOf = (name: string, n: number) => encodeVerifier(cosigner(name, key(n), 0).verifier);
  const witnesses = [verifierOf('w1.example', 1), verifierOf('w2.example', 2)];
  const cosigned = (note: string, name: string, n: number, time = 1_800_000_000) =>
    note + signatureLine(textOfNote(note), cosigner(name, key(n), time));
  const names = (note: string | undefined) => note?.match(/(?<=^— )\S+/gm);

  it('are shown beside the newest checkpoint, each once, as long as they are known', async () => {
    const book = await shelf.open({ witnesses });
    await shelf.plan(book, texts(3));
    await book.flush();
    expect(await book.witnessed()).toBeUndefined();
    expect(await book.read('witnessed')).toBeUndefined();
    const note = await book.checkpoint();
    await book.takeWitnessed(cosigned(note, 'w1.example', 1));
    await book.takeWitnessed(cosigned(note, 'w2.example', 2));
    await book.takeWitnessed(cosigned(note, 'w2.example', 2, 1_800_000_300));
    expect(names(await book.checkpoint())).toEqual([shelfOrigin, 'w1.example', 'w2.example']);
    expect(fromUtf8((await book.read('checkpoint'))!)).toBe(await book.checkpoint());
    expect(await auditBook(book)).toHaveLength(3);
    await shelf.plan(book, texts(1));
    await book.flush();
    expect(names(await book.checkpoint())).toEqual([shelfOrigin]);
    expect(textOfNote((await book.witnessed())!)).toBe(textOfNote(note));
    await book.close();
    const last = await shelf.open({ witnesses: witnesses.slice(0, 1) });
    expect(names(await last.witnessed())).toEqual([shelfOrigin, 'w1.example']);
    await last.close();
    expect(await (await shelf.open()).witnessed()).toBeUndefined();
  });

  it('at one time through two processes lose nothing', async () => {
    const [one, two] = [await shelf.open({ witnesses }), await shelf.open({ witnesses })];
    const note = await one.checkpoint();
    await Promise.all([
      one.takeWitnessed(cosigned(note, 'w1.example', 1)),
      two.takeWitnessed(cosigned(note, 'w2.example', 2)),
    ]);
    expect(names(await two.witnessed())).toEqual([shelfOrigin, 'w1.example', 'w2.example']);
  });

  it('may be late, but never take back a newer checkpoint', async () => {
    const book = await shelf.open({ witnesses });
    await shelf.plan(book, texts(300));
    await book.flush();
    const early = await book.checkpoint();
    await shelf.plan(book, texts(300));
    await book.flush();
    await book.takeWitnessed(cosigned(early, 'w1.example', 1));
    expect(textOfNote((await book.witnessed())!)).toBe(textOfNote(early));
    const now = await book.checkpoint();
    await book.takeWitnessed(cosigned(now, 'w2.example', 2));
    await book.takeWitnessed(cosigned(early, 'w1.example', 1));
    expect(textOfNote((await book.witnessed())!)).toBe(textOfNote(now));
  });

  it('are refused when unknown, unsound, of another log or of another history', async () => {
    const book = await shelf.open({ witnesses });
    const note = await book.checkpoint();
    const refused = (text: string, code: string) =>
      expect(book.takeWitnessed(text)).rejects.toMatchObject({ code });
    await refused(note, 'signature-unknown');
    await refused(cosigned(note, 'w3.example', 3), 'signature-unknown');
    await refused(cosigned(note, 'w1.example', 1).replace(/.{9}\n$/, 'AAAAAAAA\n'), 'note-invalid');
    const line = signatureLine(textOfNote(note), cosigner('w1.example', key(1), 1));
    await refused(note + signatureLine('words\n', cosigner('w1.example', key(1), 1)), 'signature-invalid');
    await refused('words', 'note-invalid');
    await refused(note + line.repeat(3), 'note-invalid');
    const text = textOfNote(note);
    const bare = `${text}\n${signatureLine(text, cosigner('w1.example', key(1), 1))}`;
    await refused(bare, 'signature-unknown');
    expect(await book.witnessed()).toBeUndefined();

    // The same key over a folder that was started anew: a fork.
    await shelf.db.pool.query('DELETE FROM log_entries');
    const fork = await shelf.open({ witnesses, dir: join(shelf.folder, 'fork') });
    await shelf.plan(fork, texts(2, 'forked'));
    await fork.flush();
    await refused(cosigned(await fork.checkpoint(), 'w1.example', 1), 'forked');
  });

  it('must have keys of witnesses', async () => {
    await expect(shelf.open({ witnesses: ['nonsense'] })).rejects.toMatchObject({ code: 'key-invalid' });
    const book = await shelf.open();
    await book.close();
    await expect(shelf.open({ witnesses: [book.info.key] })).rejects.toMatchObject({ code: 'key-invalid' });
  });
});
