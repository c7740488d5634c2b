import { readFileSync } from 'node:fs';
import { type Model, readModel } from './file.ts';

/** The weights that ship with the project (`npm run train` makes them). Throws `ModelError` where they are damaged. */
export const loadModel = (): Model =>
  readModel(readFileSync(new URL('../../data/weights.bin', import.meta.url)));
