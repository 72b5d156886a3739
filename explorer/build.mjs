// build.mjs: the explorer's four files, made anew.   node build.mjs FOLDER [--watch]
//
// The same sources give the same bytes: no times, no paths.  make gzips them.
import { build, context } from 'esbuild';
import { cpSync, mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesForEsbuild } from './names.mjs';

const [folder = '../build/explorer', ...flags] = process.argv.slice(2);
const here = (path) => new URL(path, import.meta.url).pathname;

const options = {
  entryPoints: { app: here('src/main.tsx') },
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2023'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  loader: { '.png': 'empty' },
  plugins: [namesForEsbuild],
  logLevel: 'warning',
};

mkdirSync(folder, { recursive: true });
cpSync(here('src/index.html'), join(folder, 'index.html'));
const world = JSON.parse(readFileSync(here('node_modules/world-atlas/countries-50m.json'), 'utf8'));
writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
if (flags.includes('--watch')) await (await context(options)).watch();
else await build(options);
