import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const file = new Uint8Array(
  readFileSync(new URL('../../packages/talk/fixtures/from-the-device.webp', import.meta.url)),
);

/** The picture that the town's people show: as the app's own encoder made it. */
export const somePicture = {
  file,
  hash: new Uint8Array(createHash('sha256').update(file).digest()),
  width: 64,
  height: 48,
};
