import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';

/** Its name in the folder of a backup. */
export const MANIFEST = 'backup.json';

const word = z.string().regex(/^[a-z_][a-z0-9_]*$/);
/** Relative, and never out of the folder. */
const place = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/)
  .refine((text) => !text.split('/').includes('..'));

const BackedTable = z.object({
  name: word,
  columns: z.array(word).min(1),
  rows: z.int().min(0),
  /** Last value of each identity column that has one. */
  sequences: z.record(word, z.string().regex(/^\d+$/)),
});

/** What a backup of one plane holds. Its day, and nothing finer, tells when it was made. */
export const Manifest = z.object({
  format: z.literal(1),
  plane: z.enum(['members', 'talk']),
  day: z.iso.date(),
  /** All files but those of the log are encrypted to recipients of age. */
  sealed: z.boolean(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), hash: z.string() })).min(1),
  tables: z.array(BackedTable),
  /** Entries of the plane's public log; null where it had begun none. */
  logSize: z.int().min(0).nullable(),
  /** SHA-256 (hex) of every file as it lies in the folder. */
  files: z.record(place, z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.output<typeof Manifest>;
export type BackedTable = z.output<typeof BackedTable>;

/** Reads the list of a backup. Throws OperatorError where the folder is none. */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path.join(folder, MANIFEST), 'utf8');
  } catch {
    throw new OperatorError(`${folder} is no backup: it has no ${MANIFEST}.`);
  }
  const read = Manifest.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new OperatorError(`${path.join(folder, MANIFEST)} is not as this program writes it.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the rows of a table lie. */
export const tableFile = ({ sealed }: Pick<Manifest, 'sealed'>, table: string): string =>
  `tables/${table}.gz${sealed ? '.age' : ''}`;

/** Where a secret lies, by its path below the folder of secrets. */
export const secretFile = ({ sealed }: Pick<Manifest, 'sealed'>, name: string): string =>
  `secrets/${name}${sealed ? '.age' : ''}`;

export const LOG = 'public-log';
