import type { ShownSetting } from './list.ts';

const head = `# Settings
Made by \`npm run teahouse -- config --markdown > docs/settings.md\` from the schemas of the programs; a test holds both against each other. How they are given: [operations.md](operations.md#settings).
`;

const sections: readonly (readonly [ShownSetting['reaches'], string])[] = [
  ['house', 'The house: the program that starts the others'],
  ['members', 'Members, the named half'],
  ['talk', 'Talk, the anonymous half'],
];

const cell = (text: string) => text.replaceAll('|', '\\|');

/** A default as it is written; words in the place of one stay words. */
function defaultCell({ default: value }: ShownSetting): string {
  if (value === null || value === '') return '';
  return / |`/.test(value) ? cell(value) : `\`${cell(value)}\``;
}

/** docs/settings.md. */
export function settingsMarkdown(list: readonly ShownSetting[]): string {
  const tables = sections.map(([reaches, title]) => {
    const rows = list
      .filter((one) => one.reaches === reaches)
      .map((one) => {
        const secret = one.secret ? ` Secret: may be a file, \`${one.variable}_FILE\`.` : '';
        return `| \`${one.variable}\` | ${defaultCell(one)} | ${cell(one.words)}.${secret} |`;
      });
    return `\n## ${title}\n| | default | |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return head + tables.join('');
}
