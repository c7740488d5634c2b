import { membersLimits } from '@teahouse/contract/members';
import type { Events } from '@teahouse/kit/events';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { Sse, SseClient } from '@teahouse/kit/sse';
import { fail } from '../errors.ts';
import { messageChannel, readPayload } from '../messages/live.ts';
import { noticeChannel } from './tell.ts';

/** Open streams of this process. Who has one open is in memory alone, and nobody is told. */
export interface NoticeStreams {
  /** Throws `busy`, `too-many`. */
  open(request: FastifyRequest, reply: FastifyReply, account: string): void;
}

/** What travels says only that there is something new: what it is, the app asks for. */
export async function startNoticeStreams(i: { events: Events; sse: Sse }): Promise<NoticeStreams> {
  const open = new Map<string, number>();
  const clients = new Set<SseClient>();
  await i.events.subscribe(noticeChannel, (account) => {
    i.sse.publish(account, 'notices', {});
  });
  await i.events.subscribe(messageChannel, (payload) => {
    const { account, application } = readPayload(payload);
    i.sse.publish(account, 'messages', { application });
  });
  // What was told while the line was away is gone: whoever follows connects again, and reads anew.
  i.events.onGap(() => {
    for (const client of clients) client.close();
  });
  return {
    open(request, reply, account) {
      const streams = open.get(account) ?? 0;
      if (streams >= membersLimits.noticeStreams)
        throw fail('too-many', { headers: { 'retry-after': '60' } });
      const client = i.sse.open(request, reply, [account]);
      open.set(account, streams + 1);
      clients.add(client);
      client.onClose(() => {
        clients.delete(client);
        const left = (open.get(account) ?? 1) - 1;
        if (left > 0) open.set(account, left);
        else open.delete(account);
      });
    },
  };
}
