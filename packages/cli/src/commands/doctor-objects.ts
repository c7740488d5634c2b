import { readObjectAddress } from '@teahouse/kit/objects/address';

interface Finding {
  readonly ok: boolean;
  readonly words: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const variable = (plane: 'talk' | 'members', name: string) => `TEAHOUSE_${plane.toUpperCase()}_${name}`;

/**
 * Looks at where both planes carry their pictures (docs/decisions/0038): each to a place of its own, by a key of its own, or
 * one observer sees the hours of both. Reads settings alone, and says none of their values.
 */
export function objectFindings(env: Environment = process.env): Finding[] {
  const planes = (['members', 'talk'] as const).map((plane) => ({
    plane,
    text: env[variable(plane, 'OBJECTS')]?.trim() || undefined,
    key: env[variable(plane, 'OBJECTS_KEY')]?.trim() || undefined,
    secret: env[variable(plane, 'OBJECTS_SECRET')]?.trim() || undefined,
  }));
  const findings = planes.map(({ plane, text, key, secret }): Finding => {
    if (text === undefined) return { ok: true, words: `pictures of ${plane} stay in its database` };
    const address = readObjectAddress(text);
    if (!address) return { ok: false, words: `${variable(plane, 'OBJECTS')} is no address of a folder or a bucket` };
    if (address.kind === 's3' && (key === undefined || secret === undefined))
      return { ok: false, words: `${variable(plane, 'OBJECTS')} is a bucket: ${variable(plane, 'OBJECTS_KEY')} and …_SECRET are missing` };
    if (address.kind === 's3' && address.endpoint.startsWith('http:') && !/^http:\/\/(127\.|localhost)/.test(address.endpoint))
      return { ok: false, words: `the bucket of ${plane} is called without TLS` };
    return { ok: true, words: `pictures of ${plane} are carried to a ${address.kind === 's3' ? 'bucket' : 'folder'}` };
  });
  const [members, talk] = planes;
  if (members?.text === undefined || talk?.text === undefined) return findings;
  if (placeOf(members.text) === placeOf(talk.text))
    findings.push({ ok: false, words: 'both planes carry their pictures to one place: give each a bucket or folder of its own' });
  if (members.key !== undefined && members.key === talk.key)
    findings.push({ ok: false, words: 'both planes use one key of the object store: give each its own' });
  return findings;
}

/** What two addresses must not share: the folder, or the bucket whatever its prefix. */
function placeOf(text: string): string {
  const address = readObjectAddress(text);
  if (!address) return text;
  return address.kind === 'folder' ? address.folder.replace(/\/+$/, '') : `${address.endpoint}/${address.bucket}`;
}
