import { BlockList, isIPv6 } from 'node:net';
import type { FastifyRequest } from '@teahouse/kit/http';
import { memberOf, readerOf } from '../access.ts';
import type { Context } from '../context.ts';
import type { Reader } from './cards.ts';

const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');

/** What a household or an office has in common: an IPv4 address, or the first 56 bits of an IPv6 address (RFC 6177). */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare;
  if (mapped.check(bare, 'ipv6')) return bare.slice(bare.lastIndexOf(':') + 1);
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  const numbers = groups.slice(0, 4).map((group) => Number.parseInt(group, 16));
  return numbers.map((number, n) => (n === 3 ? number & 0xff00 : number).toString(16)).join(':');
}

/**
 * Whoever reads a page or a list about others, counted: by account, or where nobody is signed in by network. Enough for
 * any person, and little for a copy of all pages. Throws `too-many`.
 */
export async function countedReader(ctx: Context, request: FastifyRequest): Promise<Reader> {
  const reader = await readerOf(ctx, request);
  if (reader.account === undefined) await ctx.brakes.visit(networkOf(request.ip));
  else await ctx.brakes.page(reader.account);
  return reader;
}

/** The same on a route for members alone. Throws `too-many`. */
export async function countedMember(ctx: Context, request: FastifyRequest): Promise<{ account: string }> {
  const { account } = memberOf(request);
  await ctx.brakes.page(account);
  return { account };
}
