import type { ServerResponse } from 'node:http';

/** Answers in the form of RFC 9457, as both planes do. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  code: string,
  title: string,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) {
    response.destroy(); // half an answer is out already: a broken one must not look whole
    return;
  }
  const body = JSON.stringify({ type: 'about:blank', title, status, code });
  response
    .writeHead(status, {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    })
    .end(body);
}
