import { argon2id } from 'hash-wasm';
import type { Stretch } from './record.ts';

/** Argon2id in WebAssembly (decision 14): about half a second at the usual cost. Meant for a worker. */
export const stretch: Stretch = (passphrase, salt, { memory, passes, lanes }) =>
  argon2id({
    password: passphrase,
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
