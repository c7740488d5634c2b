import { describe, expect, it } from 'vitest';
import { readNetworks, trustedFront } from './trusted-front.ts';

describe('whose word about a caller is believed', () => {
  it('is the nearest hop on this machine, by socket or address, and nobody behind it', () => {
    const isTrusted = trustedFront(true);
    for (const address of [undefined, '127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(isTrusted(address, 0)).toBe(true);
      expect(isTrusted(address, 1)).toBe(false);
    }
    expect(isTrusted('10.0.0.7', 0)).toBe(false);
  });

  it('is also one of the networks that the operator names', () => {
    const isTrusted = trustedFront(readNetworks('10.1.0.0/16, 203.0.113.9,fd00::/8') ?? []);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '203.0.113.9', 'fd12::1'])
      expect(isTrusted(address, 0)).toBe(true);
    for (const address of ['10.2.0.1', '203.0.113.8', '2001:db8::1', 'unknown'])
      expect(isTrusted(address, 0)).toBe(false);
  });

  it.each(['10.0.0.0/33', 'tea.example', '10.0.0.1/', '1.2.3'])('refuses %s', (word) => {
    expect(readNetworks(word)).toBeUndefined();
  });
});
