import { epochOf, issue, makeCommitment, newSeed } from '@teahouse/protocol';
import { rng, bbs as scheme } from '../trials/lib/speaker.ts';
import { type Figure, median, told } from './figures.ts';

const ROUNDS = 7;
const CREDENTIALS = 64;

/** Credentials that the issuer checks and signs in one second of CPU time: each member gets one a month. */
export async function measureIssue(): Promise<Figure> {
  const bbs = await scheme();
  const secretKey = bbs.keyGen(rng(32));
  const publicKey = bbs.publicKey(secretKey);
  const commitments = Array.from({ length: CREDENTIALS }, () =>
    makeCommitment({ bbs, seed: newSeed(rng), rng }),
  );
  const credential = { epoch: epochOf(new Date()), company: 'starriver', industry: 'internet' } as const;
  const rates: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const before = process.cpuUsage();
    for (const commitment of commitments)
      issue({ bbs, secretKey, publicKey, commitment, credential: { ...credential, standing: 'current' } });
    const { user, system } = process.cpuUsage(before);
    rates.push(CREDENTIALS / ((user + system) / 1e6));
  }
  const note = `median of ${ROUNDS} readings of ${CREDENTIALS}, the commitment’s proof checked with each`;
  return told('bench.issue-per-cpu-s', median(rates), '1/s', note);
}
