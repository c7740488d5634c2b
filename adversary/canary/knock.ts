import { request } from 'node:http';
import { marks } from './marks.ts';

const headers = {
  'user-agent': marks.agent,
  referer: `https://${marks.referer}.example/`,
  'x-forwarded-for': marks.address,
  'x-real-ip': marks.address,
  forwarded: `for=${marks.address}`,
  'x-forwarded-host': marks.forwardedHost,
  'x-canary': marks.header,
  'content-type': 'application/json',
};

/** One request with everything that a browser or a proxy could add. What is answered doesn't matter. */
function knock(
  origin: string,
  method: string,
  path: string,
  more: Record<string, string>,
  body?: string,
): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(origin + path, { method, headers: { ...headers, ...more } }, (answer) => {
      answer.resume();
      answer.once('close', resolve);
    });
    asked.setTimeout(5000, () => asked.destroy());
    asked.once('error', () => resolve());
    asked.end(body);
  });
}

const { search } = marks;
/** What is typed into a search field, found, refused and in the page's own address; and what an inbox asks for. */
const lookedFor = [
  `/api/talk/search?q=${search}`,
  `/api/talk/search?q=%22${search}%22&room=square&lang=zh&days=7`,
  `/api/talk/search?q=${search}&days=never`,
  `/api/talk/search?q=${search}&before=${search}`,
  `/api/talk/search?q=${search}${'x'.repeat(80)}`,
  `/api/talk/search?q=${search}%00`,
  `/talk/search?q=${search}`,
  `/api/members/companies?q=${search}`,
  `/api/talk/bulk/posts?day=2026-11-01&after=${search}`,
  `/api/talk/rooms/square/threads/${search}?around=${search}`,
];

/** Marked requests to every kind of place: served, refused, malformed, at both planes and the front. */
export async function knockEverywhere(origin: string): Promise<void> {
  const query = `?q=${marks.query}`;
  const bad = JSON.stringify({ header: marks.badBody, note: marks.badBody });
  const signIn = JSON.stringify({ email: `${marks.badBody}@post.example`, password: marks.password });
  const identities = [
    {},
    { cookie: `session=${marks.cookie}` },
    { authorization: `Bearer ${marks.authorization}` },
  ];
  for (const more of identities) {
    for (const path of [
      '/',
      '/api/talk/info',
      '/api/talk/threads',
      '/api/members/me',
      `/api/talk/${marks.badPath}`,
      `/${marks.badPath}`,
    ])
      await knock(origin, 'GET', path + query, more);
    for (const path of lookedFor) await knock(origin, 'GET', path, more);
    await knock(origin, 'POST', `/api/talk/rooms/square/acts${query}`, more, bad);
    await knock(origin, 'POST', `/api/talk/tokens${query}`, more, `{"broken": "${marks.badBody}`);
    await knock(origin, 'POST', `/api/members/session${query}`, { ...more, 'x-teahouse': '1' }, signIn);
  }
}
