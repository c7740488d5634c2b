import ipaddr from 'ipaddr.js';

/**
 * Is this an address of the public internet? Everything that IANA's registries of special addresses name is not:
 * private, loopback, link-local (where clouds keep their metadata), carrier NAT, multicast, documentation, reserved, and
 * whatever carries an IPv4 address inside an IPv6 one, as what it leads to is decided elsewhere.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' ? !isSpecial4(address as ipaddr.IPv4) : is2000(address as ipaddr.IPv6);
}

/** What ipaddr.js counts as unicast and nobody's server has: metadata of clouds, and what a provider keeps for itself. */
const special4 = ['100.100.100.200/32', '168.63.129.16/32', '192.0.0.0/24', '198.18.0.0/15'].map((range) =>
  ipaddr.IPv4.parseCIDR(range),
);
const isSpecial4 = (address: ipaddr.IPv4) => special4.some(([base, bits]) => address.match(base, bits));

/** RFC 4291: all global unicast there is so far is in 2000::/3. */
const [global6, bits6] = ipaddr.IPv6.parseCIDR('2000::/3');
const is2000 = (address: ipaddr.IPv6) => address.match(global6, bits6);
