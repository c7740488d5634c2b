import { membersLimits } from '@teahouse/contract/members';
import type { Events } from '@teahouse/kit/events';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { Sse } from '@teahouse/kit/sse';
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
  await i.events.subscribe(noticeChannel, (account) => {
    i.sse.publish(account, 'notices', {});
  });
  await i.events.subscribe(messageChannel, (payload) => {
    const { account, application } = readPayload(payload);
    i.sse.publish(account, 'messages', { application });
  });
  return {
    open(request, reply, account) {
      const streams = open.get(account) ?? 0;
      if (streams >= membersLimits.noticeStreams)
        throw fail('too-many', { headers: { 'retry-after': '60' } });
      const client = i.sse.open(request, reply, [account]);
      open.set(account, streams + 1);
      client.onClose(() => {
        const left = (open.get(account) ?? 1) - 1;
        if (left > 0) open.set(account, left);
        else open.delete(account);
      });
    },
  };
}
