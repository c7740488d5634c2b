import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestMember } from '../testing/test-members.ts';
import { board, candidate, type Hall, move, openHall, told } from '../testing/test-pipeline.ts';

let hall: Hall;
let rex: TestMember;
let colleague: TestMember;
beforeAll(async () => {
  hall = await openHall();
  ({ rex, colleague } = hall);
});
afterAll(() => hall.close());

describe('a move', () => {
  it('stays, and tells the applicant where the application stands', async () => {
    const { ann, job, id } = await hall.applied();
    const { body } = await move(rex, job, [id, 1, 'interview', 2.5]);
    expect(body).toEqual({ moved: [{ id, stage: 'interview', place: 2.5, version: 2 }], missed: [] });
    expect((await board(rex, job)).cards[0]).toMatchObject({ stage: 'interview', place: 2.5, version: 2 });
    expect(await told(ann)).toMatchObject([{ subject: job, people: [], day: '2026-11-10' }]);
    expect((await candidate(rex, id)).body.history).toEqual([{ stage: 'interview', day: '2026-11-10' }]);
  });

  it('that is undone on its day leaves no trace, neither a line nor a notice', async () => {
    const { ann, job, id } = await hall.applied();
    await move(rex, job, [id, 1, 'declined']);
    await move(rex, job, [id, 2, 'new']);
    expect(await told(ann)).toEqual([]);
    expect((await candidate(rex, id)).body).toMatchObject({ stage: 'new', version: 3, history: [] });
  });

  it('within a stage is told to nobody', async () => {
    const { ann, job, id } = await hall.applied();
    await move(rex, job, [id, 1, 'new', -3]);
    expect(await told(ann)).toEqual([]);
    expect((await candidate(rex, id)).body).toMatchObject({ place: -3, history: [] });
  });

  it('from a version that a colleague moved on is refused, and theirs stands', async () => {
    const { job, id } = await hall.applied();
    await move(colleague, job, [id, 1, 'offer']);
    expect((await move(rex, job, [id, 1, 'declined'])).code).toBe('application-moved');
    expect((await board(rex, job)).cards[0]).toMatchObject({ stage: 'offer', version: 2 });
  });

  it('of two recruiters at once is one move, whoever is first', async () => {
    const { job, id } = await hall.applied();
    const both = await Promise.all([
      move(rex, job, [id, 1, 'screen']),
      move(colleague, job, [id, 1, 'offer']),
    ]);
    expect(both.map(({ code }) => code ?? 'done').sort()).toEqual(['application-moved', 'done']);
    expect((await board(rex, job)).cards[0]?.version).toBe(2);
  });

  it('that is sent twice is done once', async () => {
    const { job, id } = await hall.applied();
    await move(rex, job, [id, 1, 'screen', 4]);
    const again = await move(rex, job, [id, 1, 'screen', 4]);
    expect(again.body.moved).toEqual([{ id, stage: 'screen', place: 4, version: 2 }]);
  });

  it('of many does what it can, and tells which a colleague was first with', async () => {
    const { job, id } = await hall.applied();
    const { id: other } = await hall.applied({ job });
    await move(colleague, job, [other, 1, 'offer']);
    const { body } = await move(rex, job, [id, 1, 'declined'], [other, 1, 'declined']);
    expect(body.moved.map((one) => one.id)).toEqual([id]);
    expect(body.missed).toMatchObject([{ id: other, stage: 'offer', version: 2 }]);
    expect((await move(rex, job, [id, 2, 'new'], [id, 2, 'offer'])).code).toBe('invalid-input');
  });
});
