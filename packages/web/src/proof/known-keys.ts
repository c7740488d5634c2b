import { createLogMemory } from '@teahouse/client/log/memory';
import { browserStore } from '../crypto/store.ts';
import type { KnownKeys } from './wire.ts';

/** Keys of logs that this device has met, out of its own store: no request, no wallet. */
export async function knownKeys(): Promise<KnownKeys> {
  try {
    const memory = createLogMemory(browserStore());
    const pins = await Promise.all([memory.pin('issuer'), memory.pin('talk')]);
    return Object.fromEntries(pins.flatMap((pin) => (pin ? [[pin.origin, pin.key]] : [])));
  } catch {
    return {}; // Where the browser keeps nothing, every key is new.
  }
}
