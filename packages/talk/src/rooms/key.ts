import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type RoomKey, type RoomKeyRequest, roomKeyHeader } from '@teahouse/contract/talk';
import type { Clock } from '@teahouse/kit/clock';
import type { FastifyRequest } from '@teahouse/kit/http';
import type { Secrets } from '@teahouse/kit/secrets';
import { dayOf, roomContext } from '@teahouse/protocol';
import type { z } from 'zod';
import { requireLabel } from '../acts/policy.ts';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { presentationOf } from '../verify/presentation.ts';
import { issuerKeyFor } from '../window/epochs.ts';
import { textOf } from '../wire.ts';
import { isInside, type OpenRoom } from './service.ts';

/** The keys that colleagues-only rooms are read with: one a room and day, the same for every colleague. protocol.md 2. */
export interface RoomKeys {
  /** 32 bytes, for a room and a day such as `2026-11-22`. */
  of(room: string, day: string): Buffer;
  /**
   * Until when (milliseconds since 1970) whoever sent the request may read the room: for ever where it is public, else to
   * the end of the day after that of the key it carries. Throws `room-closed` without a key of this day or the one before.
   */
  requireReader(room: OpenRoom, request: FastifyRequest): number;
}

const dayLength = 86_400_000;

/** The key that a request carries, in its one form: another text for the same bytes could mark a reader. */
function keyIn(request: FastifyRequest): Buffer | undefined {
  const text = request.headers[roomKeyHeader];
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return textOf(bytes) === text ? bytes : undefined;
}

export function createRoomKeys(i: { secrets: Secrets; clock: Clock }): RoomKeys {
  const secret = i.secrets.readOrCreate('rooms.key', () => randomBytes(32));
  const of = (room: string, day: string) => createHmac('sha256', secret).update(`${room}\n${day}`).digest();
  return {
    of,
    requireReader(room, request) {
      if (!isInside(room)) return Number.POSITIVE_INFINITY;
      const shown = keyIn(request);
      const now = i.clock.now().getTime();
      // Whoever reads over midnight is not shut out in the middle of a thread.
      const day = [now, now - dayLength].find((time) => {
        const key = of(room.id, dayOf(new Date(time)));
        return shown?.length === key.length && timingSafeEqual(shown, key);
      });
      if (day === undefined) throw refuse('room-closed');
      return (Math.floor(day / dayLength) + 2) * dayLength;
    },
  };
}

/**
 * The key of the present day for whoever shows a credential of the room's company. Nothing of it is kept. Throws
 * `unknown-room` for a room that needs no key, `wrong-day`, `label-foreign`, `label-below-floor`, `epoch-stale`,
 * `issuer-key-unknown`, `presentation-invalid`, `busy`.
 */
export async function giveRoomKey(
  ctx: TalkContext,
  id: string,
  request: z.output<typeof RoomKeyRequest>,
): Promise<z.input<typeof RoomKey>> {
  const room = await ctx.rooms.require(id);
  if (!isInside(room)) throw refuse('unknown-room');
  if (request.day !== dayOf(ctx.clock.now())) throw refuse('wrong-day');
  const presentation = presentationOf(request.entry);
  const { label } = presentation;
  const issuerPublicKey = await issuerKeyFor(ctx.window, ctx.clock, label.epoch);
  const isColleague =
    label.kind === 'company' && label.company === room.company && label.standing === 'current';
  if (!isColleague) throw refuse('label-foreign');
  requireLabel(label, ctx.window.view(), ctx.config.floor);
  const context = roomContext(room.id, request.day);
  await ctx.verifier.verify({ issuerPublicKey, context, presentation });
  return { key: textOf(ctx.roomKeys.of(room.id, request.day)) };
}
