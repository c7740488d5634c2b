import type { Queryable } from '@teahouse/kit/pool';

/** Says in all processes that something was written in an application; the payload is an account and the application. */
export const messageChannel = 'members_messages';

/** To these members, as far as they look. One statement. */
export async function publishMessage(
  tx: Queryable,
  application: string,
  to: readonly string[],
): Promise<void> {
  await tx.query(
    `SELECT pg_notify('${messageChannel}', reader || ' ' || $1) FROM unnest($2::text[]) AS reader`,
    [application, to],
  );
}

/** Account and application of a payload. */
export function readPayload(payload: string): { account: string; application: string } {
  const [account = '', application = ''] = payload.split(' ');
  return { account, application };
}
