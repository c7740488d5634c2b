import type { Proof } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { fromUtf8, type Label, parseLabel, utf8 } from '@teahouse/protocol';
import { ProofError } from './errors.ts';
import { bytes, count, type Form, fields, listOf, literal, textUpTo } from './forms.ts';
import { orderSignatures } from './notes.ts';

/** Of a file, in bytes; all parts at their largest are less. */
export const proofFileBytes = 1024 * 1024;

const hash = bytes({ length: 32 });
/** Highest tree that a number can count. */
const path = listOf(hash, 53);
const logged = fields({ index: count, entry: bytes({ max: 65_535 }), path });
const log = fields({ origin: textUpTo(200), key: textUpTo(300), witnesses: listOf(textUpTo(300), 20) });
const checkpoint = textUpTo(16_384);

const label: Form<Label> = (value, at) => {
  try {
    // The order of the keys is that of every label's type: what is left out discloses less.
    const { kind, epoch, ...shown } = parseLabel(value);
    const order = ['company', 'industry', 'standing'] as const;
    const more = order.flatMap((name) => (name in shown ? [[name, shown[name as keyof typeof shown]]] : []));
    return { kind, epoch, ...Object.fromEntries(more) } as Label;
  } catch (cause) {
    throw new ProofError('not-format', `${at} is no label`, { cause });
  }
};

const proofForm = fields({
  format: literal('teahouse-proof-1'),
  act: fields({
    header: bytes({ max: talkLimits.headerBytes }),
    body: bytes({ max: talkLimits.bodyBytes }),
    salt: hash,
    signature: bytes({ length: 64 }),
  }),
  presentation: fields({
    label,
    proof: bytes({ max: 1050 }),
    pseudonym: bytes({ length: 48 }),
    publicKey: hash,
  }),
  issuer: fields({ log, checkpoint, key: logged, epoch: logged, counts: logged }),
  talk: fields({ log, checkpoint, acts: logged, index: count, path }),
}) satisfies Form<Proof>;

/**
 * The one text of a proof: JSON with its keys in a fixed order, and of its checkpoints only the signatures of the log and
 * of the witnesses it lists. Throws ProofError `not-format`.
 */
export function writeProof(proof: Proof): string {
  const { issuer, talk, ...rest } = proofForm(proof, 'proof');
  return encode({
    ...rest,
    issuer: { ...issuer, checkpoint: orderSignatures(issuer.checkpoint, issuer.log) },
    talk: { ...talk, checkpoint: orderSignatures(talk.checkpoint, talk.log) },
  });
}

/**
 * The proof that a file holds. The file must be, byte by byte, what `writeProof` makes of it: nothing rides along, and no
 * changed byte goes unnoticed. Whether it proves anything is `verifyProof`'s to say. Throws ProofError.
 */
export function readProof(file: string | Uint8Array): Proof {
  if (file.length > proofFileBytes) throw new ProofError('too-large', `more than ${proofFileBytes} bytes`);
  const { text, value } = parse(file);
  const proof = proofForm(value, 'proof');
  if (encode(proof) !== text) throw new ProofError('not-canonical', 'not written as writeProof writes it');
  return proof;
}

const encode = (proof: Proof) => `${JSON.stringify(proof, null, 1)}\n`;

function parse(file: string | Uint8Array): { readonly text: string; readonly value: unknown } {
  try {
    // Through bytes also for a text, which might not be Unicode.
    const text = fromUtf8(typeof file === 'string' ? utf8(file) : file);
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw new ProofError('not-json', 'not JSON in UTF-8', { cause });
  }
}
