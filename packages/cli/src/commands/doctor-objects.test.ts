import { expect, it } from 'vitest';
import { objectFindings } from './doctor-objects.ts';

const complaints = (env: Record<string, string>) =>
  objectFindings(env)
    .filter(({ ok }) => !ok)
    .map(({ words }) => words);
const bucket = (plane: string, name: string, key: string) => ({
  [`TEAHOUSE_${plane}_OBJECTS`]: `s3://${name}/p?endpoint=https://s3.example`,
  [`TEAHOUSE_${plane}_OBJECTS_KEY`]: key,
  [`TEAHOUSE_${plane}_OBJECTS_SECRET`]: `secret of ${key}`,
});

it('nothing set, and two places with two keys, are in order', () => {
  expect(complaints({})).toEqual([]);
  expect(complaints({ ...bucket('MEMBERS', 'tea-members', 'a'), ...bucket('TALK', 'tea-talk', 'b') })).toEqual([]);
});

it('one bucket, one folder or one key for both planes is not', () => {
  expect(complaints({ ...bucket('MEMBERS', 'tea', 'a'), ...bucket('TALK', 'tea', 'b') })).toHaveLength(1);
  expect(complaints({ ...bucket('MEMBERS', 'one', 'a'), ...bucket('TALK', 'two', 'a') })).toHaveLength(1);
  const folder = { TEAHOUSE_MEMBERS_OBJECTS: 'folder:/srv/tea', TEAHOUSE_TALK_OBJECTS: 'folder:/srv/tea/' };
  expect(complaints(folder)).toHaveLength(1);
});

it('nor is a bucket without a key, one without TLS, or what is no address; and no value is said', () => {
  const said = [
    ...complaints({ TEAHOUSE_TALK_OBJECTS: 's3://tea-secret-name' }),
    ...complaints({ ...bucket('TALK', 't', 'k'), TEAHOUSE_TALK_OBJECTS: 's3://t?endpoint=http://10.0.0.9' }),
    ...complaints({ TEAHOUSE_TALK_OBJECTS: '/srv/tea-secret-name' }),
  ];
  expect(said).toHaveLength(3);
  expect(said.join()).not.toMatch(/secret-name|secret of/);
});
