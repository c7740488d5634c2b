import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import { type Rendered, render } from './public-cache.ts';

/** For what everybody may see and what may be two seconds old: a proxy in front then takes the crowd. */
const publicRead = 'public, max-age=2, stale-while-revalidate=10';

/**
 * Answers a public read with an ETag from its content, or 304 when the caller has it already. The text is sent as it
 * is: rows are shaped by `present.ts`, and the tests hold every answer against the contract's schema.
 */
export const sendPublic = (request: FastifyRequest, reply: FastifyReply, value: unknown): FastifyReply =>
  sendRendered(request, reply, render(value));

/** The same of an answer that was made before. */
export function sendRendered(
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, etag }: Rendered,
): FastifyReply {
  reply.header('cache-control', publicRead).header('etag', etag);
  if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(bytes);
}

/** Whether `If-None-Match` names the tag. RFC 9110 13.1.2, weak comparison. */
export function knows(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
