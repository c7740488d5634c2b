import { cardSize, type Drawing } from '../drawing.ts';
import { paintText } from './glyphs.ts';
import { checkWidth, type Line, layOut } from './layout.ts';

/** Paper and ink, as on the members' ground by day. */
const colours = { paper: '#f7f2e7', ink: '#23201c', quiet: '#62594d', line: '#dccfb6', celadon: '#2c6655' };
const maskPlace = { x: 84, y: 162, width: 220, height: 247.5 };

/** The house's seal, a covered bowl with a face, as the app draws it; in a box of 64. */
const seal = `<rect width="64" height="64" rx="13" fill="${colours.celadon}"/><g fill="${colours.paper}"><path d="M28.8 15.2a3.2 2.7 0 0 1 6.4 0c0 1.2-.7 1.9-.9 2.9h-4.6c-.2-1-.9-1.7-.9-2.9Z"/><path d="M14.8 26.9C17.3 21.4 24 18.9 32 18.9s14.7 2.5 17.2 8c.3.7-.1 1.3-.9 1.3H15.7c-.8 0-1.2-.6-.9-1.3Z"/><path d="M13 31.2h38c.4 8.7-5.2 16.1-12.5 17.6h-13C18.2 47.3 12.6 39.9 13 31.2Z"/><path d="M12.2 51h39.6c.9 0 1.2.8.6 1.4-1.2 1.2-3 1.8-5 1.8H16.6c-2 0-3.8-.6-5-1.8-.6-.6-.3-1.4.6-1.4Z"/></g><path d="M22.5 37c2.4-1.8 5-1.8 7-.2M34.5 36.8c2-1.6 4.6-1.6 7 .2M29 43.6c1.9 1.1 4.1 1.1 6 0" fill="none" stroke="${colours.celadon}" stroke-width="2" stroke-linecap="round"/>`;

/** A bowl that still steams: in the mask's place where the words were taken back; in a box of 120 × 96. */
const bowl = `<g fill="none" stroke="${colours.celadon}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path opacity=".7" d="M48 34c-4-5 4-8 0-14M60 31c-4-6 4-9 0-16M72 34c-4-5 4-8 0-14"/><path d="M34 42h52c.5 15-6.5 26-17 29H51c-10.500-3-17.500-14-17-29ZM26 78h68"/></g><path d="M34 42h52c.5 15-6.5 26-17 29H51c-10.500-3-17.500-14-17-29Z" fill="${colours.celadon}" opacity=".16"/>`;

const shadow = `<ellipse cx="${maskPlace.x + maskPlace.width / 2}" cy="${maskPlace.y + maskPlace.height + 16}" rx="74" ry="7" fill="${colours.ink}" opacity=".1"/>`;

/** The mask's own SVG set into its place. */
function maskOf(svg: string): string {
  const { x, y, width, height } = maskPlace;
  return shadow + svg.replace('<svg ', `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);
}

function paintLine({ text, type, x, y, colour, checked }: Line): string {
  const words = paintText(text, type, { x, y, fill: colours[colour] });
  if (!checked) return words;
  const place = `translate(${x - checkWidth} ${y - 20})`;
  return `<path transform="${place}" d="M2 11.500l6.500 7L20 3" fill="none" stroke="${colours.celadon}" stroke-width="3.200" stroke-linecap="round" stroke-linejoin="round"/>${words}`;
}

/** A card as SVG of nothing but shapes: no text, no fonts, no links. */
export function cardSvg(drawing: Drawing): string {
  const { width, height } = cardSize;
  const figure = drawing.speaker
    ? maskOf(drawing.speaker.mask)
    : `<svg x="74" y="168" width="240" height="192" viewBox="0 0 120 96">${bowl}</svg>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect x="24" y="24" width="${width - 48}" height="${height - 48}" fill="none" stroke="${colours.line}" stroke-width="1.500"/>`,
    figure,
    `<path d="M84 530H${width - 84}" stroke="${colours.line}" stroke-width="1.500"/>`,
    `<svg x="84" y="551" width="44" height="44" viewBox="0 0 64 64">${seal}</svg>`,
    ...layOut(drawing).map(paintLine),
    '</svg>',
  ].join('');
}
