import { BlockList, isIP } from 'node:net';

/** Reads `10.0.0.7` or `10.1.0.0/16`, separated by commas; undefined where one of them is neither. */
export function readNetworks(list: string): string[] | undefined {
  const words = list.split(',').map((word) => word.trim());
  const wanted = words.filter((word) => word !== '');
  return wanted.every(isNetwork) ? wanted : undefined;
}

function isNetwork(word: string): boolean {
  const [address = '', bits, ...more] = word.split('/');
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  return (
    family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most))
  );
}

/**
 * Whose `X-Forwarded-For` is believed: the nearest hop alone, over a Unix socket (which has no address), from this machine,
 * or from one of `networks`. Nobody else.
 */
export function trustedFront(
  networks: true | readonly string[],
): (address: string | undefined, hop: number) => boolean {
  const named = new BlockList();
  for (const network of networks === true ? [] : networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) named.addAddress(address, family);
    else named.addSubnet(address, Number(bits), family);
  }
  return (address, hop) => {
    if (hop !== 0) return false;
    if (!address || /^(::ffff:)?127\.|^::1$/.test(address)) return true;
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    return named.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
}
