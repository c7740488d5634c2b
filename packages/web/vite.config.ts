import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offline } from './scripts/offline.ts';

// The native macro transform needs a binary for each platform; the Babel one runs wherever Node does (decision 0004).
process.env.LINGUI_SUPPRESS_BABEL_WARNING = '1';
// The macros look for it from the folder in which the build was started.
process.env.LINGUI_CONFIG = `${import.meta.dirname}/lingui.config.ts`;

const api = process.env.TEAHOUSE_API ?? 'http://127.0.0.1:4380';

/** Code without effects of its own: a page that only draws masks must not carry the curves along. */
const pure = /\/packages\/(protocol|contract|client|proof|look)\/|\/node_modules\/@(noble|scure)\//;

export default defineConfig({
  plugins: [
    tailwind(),
    react(),
    lingui({ failOnMissing: true, failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    offline(),
  ],
  // React has had `useSyncExternalStore` since 18: the stand-in for older ones is weight on the first page.
  resolve: { alias: { 'use-sync-external-store/shim': 'use-sync-external-store' } },
  build: {
    target: 'es2023',
    cssCodeSplit: false,
    manifest: true,
    // Inlined data: addresses would be refused by the policy for everything but pictures.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !pure.test(id) },
      // What the first page needs in one file: small files compress badly, and each is a way to the server.
      output: {
        codeSplitting: { groups: [{ name: 'first', test: /src\/(main|talk\/read\/square-page)\.tsx$/ }] },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
