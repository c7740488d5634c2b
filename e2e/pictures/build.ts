import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, loadConfigFromFile, type PluginOption } from 'vite';

const web = path.join(import.meta.dirname, '..', '..', 'packages', 'web');

/** All but the one that writes the app's service worker. */
const withoutOffline = (plugins: readonly PluginOption[]): PluginOption[] =>
  plugins.filter((plugin) => !(plugin && 'name' in plugin && plugin.name === 'teahouse-offline'));

/** Builds the page of the parts for pictures, as the app is built; returns the folder. */
export async function buildPicturesPage(): Promise<string> {
  const app = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    path.join(web, 'vite.config.ts'),
    web,
  );
  if (!app) throw new Error("the app's vite.config.ts is not there");
  const outDir = mkdtempSync(path.join(tmpdir(), 'teahouse-pictures-'));
  await build({
    ...app.config,
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    plugins: withoutOffline(app.config.plugins ?? []),
    build: { ...app.config.build, outDir, emptyOutDir: true },
  });
  return outDir;
}
