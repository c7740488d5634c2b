import type { Count, Directory, IssuerDocument } from '@teahouse/contract/talk';
import { isInstance, issuerKeyId } from '@teahouse/protocol';
import { logOrigin } from '@teahouse/protocol/record';
import { bytesOf } from '../wire.ts';

/** Why a document of the issuer is not believed. */
export type DocumentFault =
  | 'instance-changed'
  | 'log-key-changed'
  | 'log-of-another'
  | 'openings-wrong'
  | 'directory-rolled-back'
  | 'key-id-wrong'
  | 'epoch-signed-twice'
  | 'key-removed'
  | 'epoch-removed'
  | 'counts-changed';

/**
 * Whether talk may believe an issuer document, given the last one it believed. protocol.md 1.3: counts of an epoch are
 * published once, keys are only ever added. A document that takes something back could shrink the crowd behind a
 * label or bless a second key for an epoch after the fact, so it is refused whole. Null when it may be believed.
 */
export function faultOf(next: IssuerDocument, last: IssuerDocument | undefined): DocumentFault | null {
  if (!isInstance(next.instance) || (last && last.instance !== next.instance)) return 'instance-changed';
  if (next.log.origin !== logOrigin(next.instance, 'issuer')) return 'log-of-another';
  if (last && last.log.key !== next.log.key) return 'log-key-changed';
  if (next.keys.some((key) => issuerKeyId(bytesOf(key.publicKey)) !== key.id)) return 'key-id-wrong';
  const epochs = next.keys.flatMap((key) => key.epochs);
  if (new Set(epochs).size !== epochs.length) return 'epoch-signed-twice';
  if (next.openings.map(({ epoch }) => epoch).join() !== next.issued.join()) return 'openings-wrong';
  return last ? takenBack(next, last) : null;
}

/** The same of the directory: of two that the log holds, the older one is no longer shown. */
export function faultOfDirectory(next: Directory, last: Directory | undefined): DocumentFault | null {
  return last && next.logged < last.logged ? 'directory-rolled-back' : null;
}

function takenBack(next: IssuerDocument, last: IssuerDocument): DocumentFault | null {
  for (const old of last.keys) {
    const kept = next.keys.find((key) => key.id === old.id);
    if (!kept || !old.epochs.every((epoch) => kept.epochs.includes(epoch))) return 'key-removed';
  }
  for (const epoch of last.issued) {
    if (!next.issued.includes(epoch)) return 'epoch-removed';
    if (countsOf(next, epoch) !== countsOf(last, epoch)) return 'counts-changed';
  }
  return null;
}

/** The counts of an epoch in one comparable form, whatever their order. */
function countsOf(document: IssuerDocument, epoch: string): string {
  const line = (count: Count) =>
    [count.company, count.industry, count.standing, count.evidence, count.n].join('\n');
  return document.counts
    .filter((count) => count.epoch === epoch)
    .map(line)
    .sort()
    .join('\n\n');
}
