import { openSecrets } from '@teahouse/kit/secrets';
import { createBbs } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { systemRng } from './context.ts';
import { rotateIssuerKey } from './issuer/key.ts';

/** `rotate-key.mjs SECRETS EPOCH`, run by `teahouse issuer rotate-key`: prints what was made, as JSON without the key. */
const [folder = '', epoch = ''] = process.argv.slice(2);
const bbs = createBbs(await loadMclBackend());
const { id, file, made } = rotateIssuerKey(openSecrets(folder), bbs, systemRng, epoch);
console.log(JSON.stringify({ id, file, made }));
