// build.mjs: the explorer's four files, made anew.   node build.mjs FOLDER
//
// The same sources give the same bytes: no times, no paths.  The licences of all
// that is bundled stand at the end of app.js, since copies must carry them.
import { build } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { namesForEsbuild } from './names.mjs';

const [folder = '../build/explorer'] = process.argv.slice(2);
const here = (path) => new URL(path, import.meta.url).pathname;

/** "node_modules/leaflet/dist/x.js" → "node_modules/leaflet" */
function packageOf(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function licencesOf(inputs) {
  const packages = [...new Set(inputs.map(packageOf).filter(Boolean)), 'node_modules/world-atlas'].sort();
  return packages.map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(here(join(path, 'package.json')), 'utf8'));
    const file = readdirSync(here(path)).find((f) => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name} comes without its licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(here(join(path, file)), 'utf8').trim()}`;
  }).join('\n\n----\n\n').replaceAll('*/', '* /');
}

process.chdir(here('.'));
mkdirSync(folder, { recursive: true });
const { outputFiles, metafile } = await build({
  entryPoints: { app: 'src/main.tsx' },
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
  metafile: true,
  write: false,
});
for (const file of outputFiles) {
  const licences = file.path.endsWith('.js') ? `/*!\n${licencesOf(Object.keys(metafile.inputs))}\n*/\n` : '';
  writeFileSync(join(folder, basename(file.path)), file.text + licences);
}
cpSync('src/index.html', join(folder, 'index.html'));
cpSync('node_modules/world-atlas/countries-50m.json', join(folder, 'world.json'));
