import { INK, PAPER, type Paint, paintOf, standingOut } from './mask-paint.ts';
import { brows, cheeks, chins, emblems, eyes, mouths, noses, sockets } from './mask-parts.ts';
import { faces, plans } from './mask-plans.ts';
import { circle, type MaskShape } from './mask-shape.ts';

export type { MaskShape } from './mask-shape.ts';

/*
 * The opera mask of an alias: sixteen bytes, each a choice, painted in layers as a face is painted: ground, plan,
 * emblem, sockets, brows, eyes, nose, cheeks, mouth, chin, rim. Symmetric, without text, ids or scripts. Frozen: the
 * same bytes give the same face for ever.
 */
const PLACE = {
  paint: 0,
  face: 1,
  plan: 2,
  emblem: 3,
  socket: 4,
  eye: 5,
  brow: 6,
  nose: 7,
  mouth: 8,
  cheek: 9,
  chin: 10,
  exchange: 11,
  rim: 12,
  browPaint: 13,
} as const;

/** The mask of 16 bytes as data, in a box of 64 × 72, from the bottom layer up. */
export function maskShapes(bytes: Uint8Array): MaskShape[] {
  const byte = (name: keyof typeof PLACE) => bytes[PLACE[name] % bytes.length] ?? 0;
  const pick = <T>(name: keyof typeof PLACE, from: readonly T[]): T => from[byte(name) % from.length]!;
  const paint = paintOf(byte('paint'), byte('exchange') % 2 === 1);
  const face = pick('face', faces);
  const plan = pick('plan', plans)(paint);
  const onForehead = standingOut(plan.forehead, paint.first, paint.second);
  const onCheek = standingOut(plan.cheek, paint.second, paint.first);
  const browPaint = byte('browPaint') % 3 === 0 ? standingOut(plan.forehead, paint.first) : paint.socket;
  return [
    { d: face, fill: paint.ground },
    ...plan.shapes,
    ...pick('emblem', emblems)(onForehead, standingOut(onForehead, paint.second, plan.forehead)),
    outlined(pick('socket', sockets), paint.socket, paint.line, 1.2),
    outlined(pick('brow', brows), browPaint, standingOut(browPaint, paint.line, PAPER, INK), 0.9),
    ...eye(pick('eye', eyes), paint),
    ...pick('nose', noses)(paint),
    ...pick('cheek', cheeks)(onCheek, standingOut(onCheek, plan.cheek)),
    ...pick('mouth', mouths)(paint, plan.jaw),
    ...pick('chin', chins)(standingOut(plan.jaw, paint.second, paint.first)),
    ...rim(face, byte('rim') % 3 === 0 ? standingOut(paint.ground, paint.first) : null),
  ];
}

function outlined(d: string, fill: string, stroke: string, strokeWidth: number): MaskShape {
  return { d, fill, stroke, strokeWidth, mirror: true };
}

function eye({ white, pupil }: (typeof eyes)[number], paint: Paint): MaskShape[] {
  const light = standingOut(paint.socket, PAPER, INK);
  const [x, y, r] = pupil;
  return [
    { d: white, fill: light, mirror: true },
    { d: circle(x, y, r), fill: standingOut(light, INK, PAPER), mirror: true },
  ];
}

/** A painted rim, or none, and a hairline that holds pale faces on pale paper and dark ones on dark. */
function rim(face: string, colour: string | null): MaskShape[] {
  const painted: MaskShape[] = colour ? [{ d: face, stroke: colour, strokeWidth: 2.4 }] : [];
  return [...painted, { d: face, stroke: '#9c9485', strokeWidth: 1, opacity: 0.55 }];
}

/** The mask as an SVG text of its own. Decorative: whoever shows it puts the alias's name beside it. */
export function maskSvg(bytes: Uint8Array): string {
  const painted = maskShapes(bytes).map(shapeSvg).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 72" aria-hidden="true">${painted}</svg>`;
}

function shapeSvg(shape: MaskShape): string {
  const stroke = shape.stroke
    ? ` stroke="${shape.stroke}" stroke-width="${shape.strokeWidth ?? 1}" stroke-linecap="round" stroke-linejoin="round"`
    : '';
  const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity}"`;
  const path = (transform: string) =>
    `<path d="${shape.d}" fill="${shape.fill ?? 'none'}"${stroke}${opacity}${transform}/>`;
  return path('') + (shape.mirror ? path(' transform="matrix(-1 0 0 1 64 0)"') : '');
}
