import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';

/** Short, as a credential of a new epoch makes people look for the new key at once. */
const maxAgeSeconds = 15;

/**
 * Answers with a document that anyone may fetch and any cache may keep; 304 when the caller has it already
 * (RFC 9110 §13.1.2).
 */
export function sendPublic<T>(request: FastifyRequest, reply: FastifyReply, document: T): T | FastifyReply {
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64url');
  const etag = `"${hash.slice(0, 22)}"`;
  reply
    .header('etag', etag)
    .header('cache-control', `public, max-age=${maxAgeSeconds}, stale-while-revalidate=300`);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) ? reply.code(304).send() : document;
}
