import { utf8 } from './bytes.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { type Credential, isEpoch, isSlug, isStanding, type Standing } from './credential.ts';
import { asProtocolError, ProtocolError } from './errors.ts';
import { mapWith } from './shape.ts';

/** What a presentation discloses about its holder. protocol.md "Parameters". */
export type Label =
  | {
      readonly kind: 'company';
      readonly epoch: string;
      readonly company: string;
      readonly standing: Standing;
    }
  | {
      readonly kind: 'industry';
      readonly epoch: string;
      readonly industry: string;
      readonly standing: Standing;
    }
  | { readonly kind: 'professional'; readonly epoch: string; readonly standing: Standing }
  | { readonly kind: 'alias'; readonly epoch: string };
export type LabelKind = Label['kind'];

/** Kinds of labels, each disclosing less than the one before. */
export const labelKinds: readonly LabelKind[] = ['company', 'industry', 'professional', 'alias'];

/** How many credentials of an epoch hold a tuple; the issuer publishes one such record per kind of evidence. */
export interface CountRecord {
  readonly epoch: string;
  readonly company: string;
  readonly industry: string;
  readonly standing: Standing;
  readonly n: number;
}

/** A disclosed BBS message and its index among the credential's messages. */
export interface DisclosedLabelMessage {
  readonly index: number;
  readonly message: Uint8Array;
}

/** Place of each field among the credential's messages; message 0 is `v1`. */
const INDEX = { epoch: 1, company: 2, industry: 3, standing: 4 } as const;
const FIELDS = {
  company: ['epoch', 'company', 'standing'],
  industry: ['epoch', 'industry', 'standing'],
  professional: ['epoch', 'standing'],
  alias: ['epoch'],
} as const satisfies Record<LabelKind, readonly (keyof typeof INDEX)[]>;

/** The label of a kind that a credential supports. */
export function labelFor(kind: LabelKind, credential: Credential): Label {
  const { epoch, company, industry, standing } = credential;
  if (kind === 'company') return parseLabel({ kind, epoch, company, standing });
  if (kind === 'industry') return parseLabel({ kind, epoch, industry, standing });
  if (kind === 'professional') return parseLabel({ kind, epoch, standing });
  return parseLabel({ kind, epoch });
}

/** A label out of any value: exactly the fields of its kind, each in canonical form. Throws `label-invalid`. */
export function parseLabel(value: unknown): Label {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  if (!labelKinds.includes(kind as LabelKind))
    throw new ProtocolError('label-invalid', 'no such kind of label');
  const map = mapWith(value, ['kind', ...FIELDS[kind as LabelKind]]);
  if (!map) throw new ProtocolError('label-invalid', 'not the fields of this kind of label');
  if (!isEpoch(map.epoch)) throw new ProtocolError('label-invalid', 'epoch is not a month');
  if ('company' in map && !isSlug(map.company))
    throw new ProtocolError('label-invalid', 'company is not an id');
  if ('industry' in map && !isSlug(map.industry))
    throw new ProtocolError('label-invalid', 'industry is not an id');
  if ('standing' in map && !isStanding(map.standing))
    throw new ProtocolError('label-invalid', 'no such standing');
  return { ...map } as unknown as Label;
}

/** Canonical bytes of a label: the CBOR map of its fields. Throws `label-invalid`. */
export function labelBytes(label: Label): Uint8Array {
  return encodeCbor({ ...parseLabel(label) });
}

/** The label of canonical bytes. Throws `label-invalid`. */
export function labelFromBytes(bytes: Uint8Array): Label {
  return asProtocolError('label-invalid', 'not a canonical label', () => parseLabel(decodeCbor(bytes)));
}

/** The disclosed messages of a label in ascending order of their index, `v1` and epoch among them. Throws `label-invalid`. */
export function labelMessages(label: Label): DisclosedLabelMessage[] {
  const fields = parseLabel(label) as Label & Record<string, string>;
  const disclosed = FIELDS[label.kind].map((name) => ({ index: INDEX[name], message: utf8(fields[name]!) }));
  return [{ index: 0, message: utf8('v1') }, ...disclosed];
}

/** N of the anonymity meter: how many credentials could have made a presentation with this label. */
export function matching(label: Label, counts: readonly CountRecord[]): number {
  const fields = FIELDS[label.kind];
  const wanted = label as Partial<Record<keyof typeof INDEX, string>>;
  return counts.reduce(
    (n, count) => (fields.every((name) => count[name] === wanted[name]) ? n + count.n : n),
    0,
  );
}

/**
 * The label of the asked kind, or the first wider one, that at least `floor` credentials share, with that number;
 * null when even the alias alone is below the floor.
 */
export function widen(i: {
  kind: LabelKind;
  credential: Credential;
  counts: readonly CountRecord[];
  floor: number;
}): { label: Label; n: number } | null {
  for (const kind of labelKinds.slice(labelKinds.indexOf(i.kind))) {
    const label = labelFor(kind, i.credential);
    const n = matching(label, i.counts);
    if (n >= i.floor) return { label, n };
  }
  return null;
}
