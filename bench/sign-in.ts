import type { Person } from '@teahouse/testbed';

/** Signs in as a browser does, and tells the cookie. */
export async function signIn(origin: string, { email, password }: Person): Promise<string> {
  const reply = await fetch(`${origin}/api/members/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-teahouse': '1' },
    body: JSON.stringify({ email, password }),
  });
  if (!reply.ok) throw new Error(`signing in answers ${reply.status}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
