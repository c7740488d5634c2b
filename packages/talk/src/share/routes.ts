import { createHash } from 'node:crypto';
import { talkPaths, talkPrefix, talkRoutes } from '@teahouse/contract/talk';
import type { FastifyReply, FastifyRequest, Handlers, Server } from '@teahouse/kit/http';
import { z } from 'zod';
import type { TalkContext } from '../context.ts';
import { knows, sendPublic } from '../public-reply.ts';
import { readCard } from './card.ts';
import { drawingOf } from './from-card.ts';
import { createPainter, type Painter } from './painter.ts';

/** Goes up when the same words are drawn otherwise, so that no cache keeps the old look under the same tag. */
const look = 1;

export const shareHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'card'>> => ({
  card: async ({ params, query: { lang, post }, request, reply }) =>
    sendPublic(request, reply, await readCard(ctx, { ...params, post }, lang)),
});

/** Where the house is found, as a person would say it: the host of the web app, else the instance's name. */
function addressOf({ config, window }: TalkContext): string {
  const [origin = ''] = config.webOrigin.split(',');
  return URL.canParse(origin) ? new URL(origin).host : (window.peek()?.instance ?? '');
}

const { params: Params, query: Query } = talkRoutes.card;
type Params = z.output<typeof Params>;
type Query = z.output<typeof Query>;

async function sendPicture(
  ctx: TalkContext,
  painter: Painter,
  request: FastifyRequest<{ Params: Params; Querystring: Query }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { params, query } = request;
  const card = await readCard(ctx, { ...params, post: query.post }, query.lang);
  const drawing = drawingOf(card, addressOf(ctx));
  const key = createHash('sha256')
    .update(JSON.stringify([look, drawing]))
    .digest('base64url')
    .slice(0, 22);
  reply.header('cache-control', 'public, max-age=300').header('etag', `"${key}"`);
  if (knows(request.headers['if-none-match'], `"${key}"`)) return reply.code(304).send();
  const png = await painter.paint(drawing, key).catch((error: unknown) => {
    reply.removeHeader('cache-control').removeHeader('etag');
    throw error;
  });
  return reply
    .type('image/png')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('content-disposition', 'inline; filename="teahouse.png"')
    .send(png);
}

const picture = {
  description: 'A PNG of 1200 × 630 pixels',
  content: { 'image/png': { schema: z.string() } },
};

/** Serves `…/card.png` beside the card's words. The picture is public and the same for everyone who asks. */
export function serveCards(app: Server, ctx: TalkContext): void {
  const painter = createPainter({ log: ctx.log });
  app.addHook('onClose', () => painter.close());
  const [, path] = talkPaths.card.split(' ');
  app.get<{ Params: Params; Querystring: Query }>(
    `${talkPrefix}${path}.png`,
    {
      schema: { summary: 'A share card', params: Params, querystring: Query, response: { 200: picture } },
      config: { route: 'cardPicture', access: 'public' },
    },
    (request, reply) => sendPicture(ctx, painter, request, reply),
  );
}
