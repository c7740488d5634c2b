import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';
import { openWoff } from './woff.ts';

/*
 * The card's fonts come with packages (both under the Open Font License), so that it looks the same on a machine
 * without any font: Source Serif for Latin, Cyrillic and Greek, Noto Serif SC for Chinese. Files are opened when a
 * character first asks for them; all of them together have 25 MB.
 */

export type Weight = 400 | 700;

const require = createRequire(import.meta.url);
const filesOf = (packageJson: string, name: string) => join(dirname(packageJson), 'files', name);
const latinFolder = filesOf(require.resolve('@fontsource/source-serif-4/package.json'), 'source-serif-4-');
const chinesePackage = require.resolve('@fontsource/noto-serif-sc/package.json');
const chineseFolder = filesOf(chinesePackage, 'noto-serif-sc-');

/** One file of a family with what HarfBuzz made of it. */
export interface OpenFace {
  readonly font: Font;
  /** Units of its em. */
  readonly unitsPerEm: number;
  readonly has: (codePoint: number) => boolean;
}

const opened = new Map<string, OpenFace>();

function open(path: string): OpenFace {
  const known = opened.get(path);
  if (known) return known;
  const face = new Face(new Blob(openWoff(readFileSync(path))));
  const font = new Font(face);
  const made = {
    font,
    unitsPerEm: face.upem,
    has: (point: number) => font.nominalGlyph(point) !== undefined,
  };
  opened.set(path, made);
  return made;
}

interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const pointsOf = (text: string) => text.split('-').map((part) => Number.parseInt(part, 16));

/** Which of the package's slices holds the rarer characters, those that are not in the everyday file. */
function readSlices(): Slice[] {
  const table: Record<string, string> = JSON.parse(
    readFileSync(join(dirname(chinesePackage), 'unicode.json'), 'utf8'),
  );
  return Object.entries(table)
    .filter(([name]) => name.startsWith('['))
    .map(([name, ranges]) => ({
      name: name.slice(1, -1),
      ranges: ranges.split(',').map((range) => {
        const [first = 0, last = first] = pointsOf(range.replace(/^U\+/i, ''));
        return [first, last] as const;
      }),
    }));
}
let slices: readonly Slice[] | undefined;

function rarePath(codePoint: number, weight: Weight): string | undefined {
  slices ??= readSlices();
  const found = slices.find(({ ranges }) => ranges.some(([a, b]) => codePoint >= a && codePoint <= b));
  return found && `${chineseFolder}${found.name}-${weight}-normal.woff`;
}

const latinParts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const;
const isHan =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u;

/** Whether a character is set as Chinese is: in a square of its own. */
export const isChinese = (character: string): boolean => isHan.test(character);

/**
 * The face that has a character; undefined when none has. `chinese` decides for what both kinds of writing share,
 * such as quotation marks: they are a whole square wide in one and narrow in the other.
 */
export function faceFor(character: string, weight: Weight, chinese: boolean): OpenFace | undefined {
  const point = character.codePointAt(0) ?? 0;
  const everyday = () => {
    const face = open(`${chineseFolder}chinese-simplified-${weight}-normal.woff`);
    return face.has(point) ? face : undefined;
  };
  const latin = () => {
    if (isChinese(character)) return undefined;
    return latinParts
      .map((part) => open(`${latinFolder}${part}-${weight}-normal.woff`))
      .find((face) => face.has(point));
  };
  const rare = () => {
    const path = rarePath(point, weight);
    const face = path === undefined ? undefined : open(path);
    return face?.has(point) ? face : undefined;
  };
  const narrow = /[\p{L}\p{N}\x20-\x7E]/u.test(character);
  return (chinese && !narrow ? (everyday() ?? latin()) : (latin() ?? everyday())) ?? rare();
}
