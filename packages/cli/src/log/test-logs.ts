import { createHash } from 'node:crypto';
import { openLog } from '@teahouse/kit/log-store';
import { type NoteSigner, noteSigner } from '@teahouse/protocol/log';
import {
  actsRoot,
  countsEntries,
  countsRoot,
  directoryHash,
  type Entry,
  encodeEntry,
  type Plane,
  type PublishedCount,
} from '@teahouse/protocol/record';

/** 32 bytes that depend on nothing but their name. */
export const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(name).digest());

export const instance = 'tea.example';
const publicKey = new Uint8Array(96).fill(7);
const name = { zh: '星河', en: 'Galaxy' };
export const directory = {
  industries: [{ id: 'internet', name }],
  companies: ['galaxy', 'harbour'].map((id) => ({ id, name, industry: 'internet' })),
};

/** The credentials of an epoch: three at galaxy, two at harbour. */
const countsOf = (epoch: string): PublishedCount[] =>
  [
    { company: 'galaxy', n: 3 },
    { company: 'harbour', n: 2 },
  ].map((count) => ({
    epoch,
    industry: 'internet',
    standing: 'current',
    evidence: 'mailbox-code',
    ...count,
  }));

const leavesOf = (epoch: string, company: string | null, n: number): Entry => {
  const leaves = Array.from({ length: n }, (_, i) => bytesOf(`${epoch} ${company} ${i}`));
  return { type: 'leaves', epoch, company, leaves: leaves.sort(Buffer.compare) };
};

/** An epoch's first batch, as the issuer logs it. */
export function openingOf(epoch: string): Entry[] {
  const records = countsEntries(epoch, countsOf(epoch));
  return [
    leavesOf(epoch, 'galaxy', 3),
    leavesOf(epoch, 'harbour', 2),
    ...records,
    {
      type: 'epoch',
      epoch,
      key: new Uint8Array(createHash('sha256').update(publicKey).digest()),
      directory: directoryHash(directory),
      counts: countsRoot(records),
      records: records.length,
    },
  ];
}

/** The issuer's log of two months, with somebody who came later. */
export const issuerEntries: readonly Entry[] = [
  { type: 'log', instance, plane: 'issuer' },
  { type: 'issuer-key', publicKey },
  { type: 'directory', hash: directoryHash(directory), companies: 2 },
  ...openingOf('2026-10'),
  leavesOf('2026-10', null, 1),
  ...openingOf('2026-11'),
];

export const talkEntries: readonly Entry[] = [
  { type: 'log', instance, plane: 'talk' },
  { type: 'token-key', month: '2026-11', publicKey: new Uint8Array(300).fill(3) },
  { type: 'acts', slot: 5_980_000, root: actsRoot([bytesOf('an act')]), n: 1 },
  { type: 'web', hash: bytesOf('the app'), files: 3 },
  { type: 'acts', slot: 5_980_012, root: actsRoot([bytesOf('another act')]), n: 1 },
  { type: 'event', kind: 'legal', code: 'order', subject: bytesOf('an act'), text: 'A court asked.' },
];

export const signerOf = (plane: Plane): NoteSigner =>
  noteSigner(`${instance}/${plane}`, bytesOf(`${plane}'s key`));

/** Appends entries to the log in `dir`, which is made where it isn't there. */
export async function writeLog(dir: string, plane: Plane, entries: readonly Entry[]): Promise<void> {
  const origin = `${instance}/${plane}`;
  const log = await openLog({ dir, origin, signer: signerOf(plane), durable: false });
  try {
    await log.append(entries.map(encodeEntry));
  } finally {
    await log.close();
  }
}
