import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Lang, ProofError, proofFileBytes, readProof, type Trusted, verifyProof } from '@teahouse/proof';
import { type Bbs, createBbs } from '@teahouse/protocol';
import { nobleBackend } from '@teahouse/protocol/noble';
import { parseKeys } from '../log/keys.ts';
import { UnreadableError } from '../log/source.ts';
import { warn } from '../say.ts';
import { isArgumentError } from './log/index.ts';
import { type Result, resultJson, resultLines } from './verify-words.ts';

const usage = 'teahouse verify FILE… [--lang zh|en] [--issuer-key K] [--talk-key K] [--witness K]… [--json]';

const exitCodes = { proven: 0, 'not-proven': 1, unusable: 2 } as const;

/**
 * `teahouse verify FILE… [--lang zh|en] [--issuer-key K] [--talk-key K] [--witness K]…`: checks downloaded
 * proofs without asking anybody, and says in words what they prove. Returns 0 when all are proven, 1 when one isn't, 2
 * when one is unusable.
 */
export async function verify(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        'issuer-key': { type: 'string' },
        'talk-key': { type: 'string' },
        witness: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
    const lang = langOf(values.lang ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '');
    if (positionals.length === 0 || (values.lang !== undefined && values.lang !== lang)) {
      throw new UnreadableError(usage);
    }
    const trusted = { issuer: values['issuer-key'], talk: values['talk-key'], witnesses: values.witness };
    parseKeys([trusted.issuer, trusted.talk].filter((key) => key !== undefined));
    parseKeys(trusted.witnesses ?? [], 'cosignature');
    const bbs = createBbs(nobleBackend);
    const results: Result[] = [];
    for (const file of positionals) results.push(await verifyFile(file, bbs, trusted));
    print(results, lang, values.json === true);
    return Math.max(...results.map(({ outcome }) => exitCodes[outcome]));
  } catch (error) {
    if (!(error instanceof Error && (error instanceof UnreadableError || isArgumentError(error))))
      throw error;
    warn(error.message);
    return 2;
  }
}

const langOf = (text: string): Lang => (/^zh\b|^zh[_-]/i.test(text) ? 'zh' : 'en');

async function verifyFile(file: string, bbs: Bbs, trusted: Trusted): Promise<Result> {
  try {
    // One byte more than a proof may have: a larger file is refused without being read.
    const bytes = await readUpTo(file, proofFileBytes + 1);
    const verdict = verifyProof({ proof: readProof(bytes), bbs, trusted });
    return { file, outcome: verdict.outcome, verdict };
  } catch (error) {
    if (error instanceof ProofError) return { file, outcome: 'unusable', why: error.reason };
    if (error instanceof Error && 'syscall' in error) {
      return { file, outcome: 'unusable', why: 'unreadable', detail: error.message };
    }
    throw error;
  }
}

async function readUpTo(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function print(results: readonly Result[], lang: Lang, asJson: boolean): void {
  if (asJson)
    console.log(
      JSON.stringify(
        results.map((result) => resultJson(result, lang)),
        null,
        1,
      ),
    );
  else console.log(results.map((result) => resultLines(result, lang).join('\n')).join('\n\n'));
}
