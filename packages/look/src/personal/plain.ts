/**
 * A text as the rules read it: compatibility forms folded (full-width digits, circled numbers), invisible characters
 * taken out, traditional characters that the rules know turned into simplified ones. `at[i]` is where the i-th
 * character of `text` began in the text that was typed; `at[text.length]` is the typed text's length.
 */
export interface Plain {
  readonly text: string;
  readonly at: Uint32Array;
}

const traditional =
  '員號東錢萬億剛過們組個團隊歲學級專總監經業約談幾兩這裡來時間點電話職離開會說寫給發週禮實習舊樓層區廣門園辦辭賠償獎補貼績評績項計劃準備國際書黃陳張劉楊趙吳孫馬許鄧韓馮謝蕭鄭羅葉蔣閻盧陸車輛懷雙產親媽爺嬸單獨負責華為騰訊網畢業編證護調後機單離婚顧領導師獨裡';
const simplified =
  '员号东钱万亿刚过们组个团队岁学级专总监经业约谈几两这里来时间点电话职离开会说写给发周礼实习旧楼层区广门园办辞赔偿奖补贴绩评绩项计划准备国际书黄陈张刘杨赵吴孙马许邓韩冯谢萧郑罗叶蒋阎卢陆车辆怀双产亲妈爷婶单独负责华为腾讯网毕业编证护调后机单离婚顾领导师独里';
const simple = new Map([...traditional].map((character, i) => [character, [...simplified][i] ?? character]));

/** The simplified form of a traditional character, or nothing where the character is itself. */
type Simplified = (character: string) => string | undefined;
const few: Simplified = (character) => simple.get(character);

/** Zero-width and other format characters, marks that sit on or enclose another character, variation selectors. */
const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u3164\u115f\u1160\uffa0]$/u;

function folded(character: string, simplified: Simplified): string {
  if (character < '\u0080') return character;
  // The common Chinese characters, most of a text: no compatibility form is among them.
  if (character >= '\u4e00' && character <= '\u9fff') return simplified(character) ?? character;
  if (invisible.test(character)) return '';
  // One character may stand for eighteen (U+FDFA): no rule needs more than the first few.
  return simplified(character) ?? character.normalize('NFKC').slice(0, 6);
}

const han = /\p{Script=Han}/u;
const latin = /[A-Za-z\d]/;
/** A space that is set between Chinese and figures for the look of it says nothing. */
const loose = (before: string, after: string): boolean =>
  (han.test(before) && latin.test(after)) || (latin.test(before) && han.test(after));

/**
 * Reads a text as the rules do. Linear in its length. `simplified` is by default a table of the few characters that
 * the rules of the browser know.
 */
export function plainOf(typed: string, simplified = few): Plain {
  const at: number[] = [];
  let text = '';
  let last = '';
  let offset = 0;
  for (const character of typed) {
    const form =
      character === ' ' && loose(last, typed[offset + 1] ?? '') ? '' : folded(character, simplified);
    for (let i = 0; i < form.length; i++) at.push(offset);
    text += form;
    last = form.at(-1) ?? last;
    offset += character.length;
  }
  at.push(typed.length);
  return { text, at: Uint32Array.from(at) };
}
