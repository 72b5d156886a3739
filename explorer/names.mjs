// names.mjs: what is each country code called?  Read at build time from the
// coder's own data, so that the page and the records use the same names.
import { readFileSync } from 'node:fs';

const DATA = new URL('../data/', import.meta.url);

function rows(path) {
  const lines = readFileSync(new URL(path, DATA), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const [head, ...rest] = lines.map((line) => line.split('\t'));
  return rest.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

/** { ARM: "Armenia", ... }: states as the coder names them, then territories with a code of their own. */
export function countryNames() {
  const names = {};
  for (const row of [...rows('who/nations.tsv'), ...rows('where/countries.tsv')]) {
    if (row.code && !row.sector && !row.to) names[row.code] ??= row.name;
  }
  return names;
}

/** An esbuild and Vite plugin: `import names from "country-names"`. */
export const namesForEsbuild = {
  name: 'country-names',
  setup(build) {
    build.onResolve({ filter: /^country-names$/ }, (args) => ({ path: args.path, namespace: 'country-names' }));
    build.onLoad({ filter: /.*/, namespace: 'country-names' }, () => ({ contents: JSON.stringify(countryNames()), loader: 'json' }));
  },
};

export const namesForVite = {
  name: 'country-names',
  resolveId: (id) => (id === 'country-names' ? '\0country-names' : null),
  load: (id) => (id === '\0country-names' ? `export default ${JSON.stringify(countryNames())}` : null),
};
