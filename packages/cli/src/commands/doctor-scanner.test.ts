import { clamd, serveScanner } from '@teahouse/eye/testing-clamd';
import { expect, it } from 'vitest';
import { scannerFindings } from './doctor-scanner.ts';

const findings = (setting?: string) =>
  scannerFindings({ environment: setting === undefined ? {} : { TEAHOUSE_TALK_CLAMAV: setting } });

it('the doctor asks the scanner that the operator named, and nobody where none is named', async () => {
  expect(await findings()).toEqual([]);
  expect(await findings(' ')).toEqual([]);
  expect(await findings('3310')).toMatchObject([{ ok: false, words: expect.stringContaining('host:port') }]);
  const { server, setting } = await serveScanner(clamd);
  expect(await findings(setting)).toEqual([{ ok: true, words: 'clamd answers' }]);
  await new Promise((closed) => server.close(closed));
  expect(await findings(setting)).toMatchObject([{ ok: false }]);
});
