import { fakeClock } from '@teahouse/kit/clock';
import { expect, it } from 'vitest';
import { sharedProver } from '../people.ts';
import { startTeahouse } from '../town.ts';
import { hire } from './hire.ts';
import { openUp } from './open.ts';
import { settle } from './settle.ts';
import type { TownCompany } from './town/types.ts';

const companies: TownCompany[] = [
  {
    ...{ id: 'lamp', name: { zh: '灯火', en: 'Lamp Light' }, industry: 'internet', domain: 'lamp.example' },
    people: 2,
  },
  { id: 'kiln', name: { zh: '窑', en: 'Kiln' }, industry: 'retail', domain: 'kiln.example', people: 2 },
];

it('companies of a small town post sixty jobs, the same every time, nobody applies where they work, and what is written is the same', async () => {
  const told: unknown[] = [];
  for (const _run of [1, 2]) {
    const clock = fakeClock('2026-11-02T12:00:00Z');
    const end = new Date('2026-11-28T12:00:00Z');
    const town = await startTeahouse({ clock, floor: 2 });
    try {
      const people = await settle(town, companies, await sharedProver(), () => undefined);
      await hire(town, people, { clock, end });
      await openUp(people, { clock, end });
      expect(clock.now()).toEqual(end);
      const { pool } = town.members.context;
      const { rows } = await pool.query(
        `SELECT j.title, j.company_id, j.city, j.posted::text, j.closes::text, j.pay_min,
           (SELECT count(*)::int FROM applications WHERE job_id = j.id) AS applied FROM jobs j ORDER BY j.seq`,
      );
      expect(rows).toHaveLength(60);
      expect(rows.map(({ posted }) => posted)).toEqual(rows.map(({ posted }) => posted).sort());
      expect(rows.some(({ applied }) => applied > 0)).toBe(true);
      const messages = await pool.query(
        'SELECT m.side, m.text, m.day::text FROM application_messages m ORDER BY m.text, m.n',
      );
      expect(messages.rows.length).toBeGreaterThan(0);
      const open = await pool.query(
        'SELECT roles, cities, remote, words FROM open_to_work ORDER BY words, cities',
      );
      const own = await pool.query(
        `SELECT FROM applications a JOIN jobs j ON j.id = a.job_id
           JOIN employments e ON e.account_id = a.account_id AND e.company_id = j.company_id`,
      );
      expect(own.rowCount).toBe(0);
      told.push([rows, messages.rows, open.rows]);
    } finally {
      await town.stop();
    }
  }
  expect(told[0]).toEqual(told[1]);
}, 240_000);
