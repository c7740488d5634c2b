import type { Audience, Section } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';

export interface ExportedProfile {
  readonly page: 'members' | 'everyone';
  readonly indexable: boolean;
  /** By part: what its owner wrote, and for whom. */
  readonly parts: Partial<Record<Section, { content: unknown; audience: Audience }>>;
  /** Schools by which others are told of the member. */
  readonly schools: readonly string[];
  /** Names of members of whom nothing more is suggested. */
  readonly dismissed: readonly string[];
}

/** What members keeps of somebody's page, for the export of everything. One statement. */
export async function exportProfile(db: Queryable, account: string): Promise<ExportedProfile | undefined> {
  const { rows } = await db.query<ExportedProfile>(
    `SELECT p.page, p.indexable,
       (SELECT coalesce(json_object_agg(s.section, json_build_object(
          'content', s.content, 'audience', s.audience)), '{}')
        FROM profile_sections s WHERE s.account_id = p.account_id) AS parts,
       (SELECT coalesce(json_agg(s.name ORDER BY s.school), '[]')
        FROM profile_schools s WHERE s.account_id = p.account_id) AS schools,
       (SELECT coalesce(json_agg(a.name ORDER BY a.id), '[]') FROM dismissed_suggestions d
          JOIN accounts a ON a.id = d.other_id AND a.leaves IS NULL WHERE d.account_id = p.account_id) AS dismissed
     FROM profiles p WHERE p.account_id = $1`,
    [account],
  );
  return rows[0];
}
