import { Feature, Buffer as Shaped, shape } from 'harfbuzzjs';
import { faceFor, isChinese, type OpenFace, type Weight } from './faces.ts';

/** How words are set. `size` in pixels. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

interface Run {
  readonly face: OpenFace;
  text: string;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const shared = /[‘’“”—…·–]/u;
/** Stands for letters of a writing that none of our fonts has. */
const unknown = '□';

/** Whether a mark that both writings use belongs to Chinese: a Chinese neighbour decides, else the text before it. */
function standsInChinese(characters: readonly string[], at: number, before: boolean): boolean {
  const character = characters[at] ?? '';
  if (!shared.test(character)) return isChinese(character);
  const near = [characters[at - 1], characters[at + 1]].filter((one) => one !== undefined && one !== ' ');
  if (near.some((one) => isChinese(one ?? ''))) return true;
  return near.some((one) => shared.test(one ?? '')) ? before : false;
}

/** The runs of a text by face. What no face has is left out, but for letters: a square says that something stood there. */
function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  const add = (face: OpenFace, part: string) => {
    const last = runs.at(-1);
    if (last?.face === face) last.text += part;
    else runs.push({ face, text: part });
  };
  const characters = [...graphemes.segment(text)].map(({ segment }) => segment);
  let chinese = false;
  let isUnknown = false;
  for (const [at, character] of characters.entries()) {
    chinese = standsInChinese(characters, at, chinese);
    const face = faceFor(character, weight, chinese);
    if (face) add(face, knownOf(character, face));
    else if (!isUnknown && /[\p{L}\p{N}]/u.test(character)) {
      const square = faceFor(unknown, weight, true);
      if (square) add(square, unknown);
    }
    isUnknown = face === undefined && character !== ' ';
  }
  return runs;
}

/** Marks that the face of their letter lacks are left out: they would become boxes. */
const knownOf = (grapheme: string, { has }: OpenFace) =>
  [...grapheme].filter((one) => has(one.codePointAt(0) ?? 0)).join('');

/** Half the space between two marks of Chinese that meet. */
const features = [new Feature('chws', 1)];

interface Glyph {
  readonly id: number;
  /** Pixels from the pen. */
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
}

function shapeRun({ face, text }: Run, size: number): Glyph[] {
  const shaped = new Shaped();
  shaped.addText(text);
  shaped.guessSegmentProperties();
  shape(face.font, shaped, features);
  const scale = size / face.unitsPerEm;
  const positions = shaped.getGlyphPositions();
  return shaped.getGlyphInfos().map(({ codepoint }, i) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
    return { id: codepoint, dx: xOffset * scale, dy: -yOffset * scale, advance: xAdvance * scale };
  });
}

/** Width of a text in pixels. */
export function widthOf(text: string, { size, weight }: Type): number {
  return runsOf(text, weight)
    .flatMap((run) => shapeRun(run, size))
    .reduce((sum, { advance }) => sum + advance, 0);
}

const round = (n: number) => Math.round(n * 1000) / 1000;

/** A line of text as SVG paths, its baseline beginning at (x, y): nothing of the text itself gets into the markup. */
export function paintText(text: string, type: Type, at: { x: number; y: number; fill: string }): string {
  let pen = at.x;
  const paths: string[] = [];
  for (const run of runsOf(text, type.weight)) {
    const scale = round(type.size / run.face.unitsPerEm);
    for (const { id, dx, dy, advance } of shapeRun(run, type.size)) {
      const outline = run.face.font.glyphToPath(id);
      if (outline !== '') {
        const place = `matrix(${scale} 0 0 ${-scale} ${round(pen + dx)} ${round(at.y + dy)})`;
        paths.push(`<path transform="${place}" d="${outline}"/>`);
      }
      pen += advance;
    }
  }
  return `<g fill="${at.fill}">${paths.join('')}</g>`;
}
