import { parseArgs } from 'node:util';
import { readSettings } from '../config.ts';
import { OperatorError } from '../operator-error.ts';
import { say } from '../say.ts';
import { listSettings, type ShownSetting } from '../settings/list.ts';
import { settingsMarkdown } from '../settings/markdown.ts';
import { checkPlaneSettings } from '../settings/planes.ts';

const usage = 'teahouse config [--check | --json | --markdown]';

/**
 * `teahouse config`: every setting with its value, where that comes from and what it means; of secrets only whether they
 * are set. `--check` judges them all and shows nothing else. Throws SettingsError with all that is wrong.
 */
export async function config(root: string, args: readonly string[]): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const options = { check: flag, json: flag, markdown: flag };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length > 0 || Object.values(values).filter(Boolean).length > 1)
    throw new OperatorError(usage);
  if (values.markdown) {
    process.stdout.write(settingsMarkdown(await listSettings(readSettings(root, {}))));
    return 0;
  }
  const settings = readSettings(root, process.env);
  await checkPlaneSettings(settings);
  if (values.check) {
    say(`The settings are in order${settings.file ? ` (${settings.file})` : ''}.`);
    return 0;
  }
  const list = await listSettings(settings);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ file: settings.file ?? null, settings: list }, null, 1)}\n`);
  else for (const line of show(list)) say(line);
  return 0;
}

function show(list: readonly ShownSetting[]): string[] {
  return list.flatMap(({ variable, value, source, words }) => [
    `${variable} = ${(value ?? '').replaceAll('`', '')}${source === 'default' ? '' : `   (${source})`}`,
    `    ${words}`,
  ]);
}
