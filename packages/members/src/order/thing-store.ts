import type { Thing } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { canSee } from '../feed/sight.ts';
import { canRead } from '../messages/rows.ts';
import { mayRead } from '../people/audience.ts';
import { isUnblocked } from '../people/cards.ts';

/**
 * Whose a thing is, where the reader may see it; a member also behind a block, as that is when one may have to report. `copy`:
 * the words of what does not stay.
 */
export async function findOwner(
  db: Queryable,
  reader: string,
  thing: Thing,
): Promise<{ owner: string; copy: string } | undefined> {
  const { text, more } = ownerOf(thing);
  const { rows } = await db.query<{ owner: string; copy?: string }>(text, [reader, thing.id, ...more]);
  return rows[0] && { copy: '', ...rows[0] };
}

function ownerOf(thing: Thing): { text: string; more: string[] } {
  switch (thing.kind) {
    case 'member':
      return {
        text: 'SELECT account_id AS owner FROM profiles WHERE account_id = $2 AND $1::uuid IS NOT NULL',
        more: [],
      };
    case 'part':
      return {
        text: `SELECT p.account_id AS owner FROM profiles p
          LEFT JOIN profile_sections s ON s.account_id = p.account_id AND s.section = $3
          WHERE p.account_id = $2 AND ${isUnblocked('$1::uuid', 'p.account_id')}
            AND CASE $3 WHEN 'headline' THEN p.headline <> '' WHEN 'photo' THEN p.photo IS NOT NULL
              ELSE s.section IS NOT NULL AND ${mayRead('$1::uuid', 'p.account_id', 's.audience')} END`,
        more: [thing.part],
      };
    case 'post':
      return {
        text: `SELECT p.author_id AS owner FROM posts p WHERE p.id = $2 AND ${canSee('$1::uuid', 'p')}`,
        more: [],
      };
    case 'comment':
      return {
        text: `SELECT c.author_id AS owner FROM comments c JOIN posts p ON p.id = c.post_id
          WHERE c.id = $2 AND ${canSee('$1::uuid', 'p')} AND ${isUnblocked('$1::uuid', 'c.author_id')} AND NOT c.hidden`,
        more: [],
      };
    case 'note':
      return {
        text: `SELECT from_id AS owner, note AS copy FROM connection_requests
          WHERE to_id = $1 AND from_id = $2 AND note <> ''`,
        more: [],
      };
    case 'message':
      return {
        text: `SELECT m.by_id AS owner, m.text AS copy FROM application_messages m JOIN applications a ON a.id = m.application_id
          JOIN jobs j ON j.id = a.job_id WHERE m.id = $2 AND m.by_id IS NOT NULL AND NOT m.hidden AND ${canRead('$1::uuid')}`,
        more: [],
      };
    case 'invitation':
      return {
        text: `SELECT by_id AS owner, note AS copy FROM job_invitations
          WHERE account_id = $1 AND id = $2 AND by_id IS NOT NULL AND note <> '' AND NOT hidden`,
        more: [],
      };
  }
}

/** What a decision hides and an appeal brings back. */
export interface StoredThing {
  readonly kind: Thing['kind'];
  readonly subject: string;
  readonly part: string;
}

const tables = {
  ...{ post: 'posts', comment: 'comments', message: 'application_messages', invitation: 'job_invitations' },
} as const;

/** Hides a thing from all but its owner, or shows it again. One statement; nothing where it is gone. */
export async function setHidden(
  tx: Queryable,
  { kind, subject, part }: StoredThing,
  hidden: boolean,
): Promise<void> {
  if (kind === 'part')
    await tx.query(
      `UPDATE profiles SET hidden_parts = array_remove(hidden_parts, $2)
         || CASE WHEN $3 THEN ARRAY[$2]::text[] ELSE '{}' END WHERE account_id = $1`,
      [subject, part, hidden],
    );
  else if (kind === 'note')
    await tx.query(
      `UPDATE connection_requests r SET note = CASE WHEN $3 THEN '' ELSE c.copy END FROM house_cases c
       WHERE r.from_id = $1 AND r.to_id::text = $2 AND r.declined IS NULL AND NOT r.withdrawn
         AND (c.kind, c.subject, c.part) = ('note', $1, $2)`,
      [subject, part, hidden],
    );
  else if (kind !== 'member')
    await tx.query(`UPDATE ${tables[kind]} SET hidden = $2 WHERE id = $1`, [subject, hidden]);
}
