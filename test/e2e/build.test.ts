/** What the browser has to load, held to limits: gzip bytes of the built files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startBuilt } from '../support/server';

jest.setTimeout(240_000);
const dist = join(__dirname, '../../dist');

beforeAll(async () => (await startBuilt()).close());

/** Scripts that a document loads before anything is asked for. */
function firstScripts(document: string): string[] {
  const html = readFileSync(join(dist, document), 'utf8');
  return [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map(([, src = '']) => src);
}

const text = (file: string) => readFileSync(join(dist, file), 'utf8');
const gzipped = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(text(file), { level: 9 }).length, 0);

test('the page paints after a few kilobytes of script', () => {
  const scripts = firstScripts('index.html');
  expect(scripts.length).toBeGreaterThan(0);
  expect(gzipped(scripts)).toBeLessThan(15_000);
});

test('the pane stays below Microsoft’s own template and carries no grid', () => {
  const scripts = firstScripts('taskpane.html').filter((src) => !/^https?:/.test(src));
  expect(gzipped(scripts)).toBeLessThan(168_909);
  for (const script of scripts) expect(text(script)).not.toMatch(/univer-sheet|SetRangeValues/);
});

test('all of the grid is one file of its own, below 1.75 MB', () => {
  const scripts = readdirSync(join(dist, 'scripts')).filter((name) => name.endsWith('.js'));
  const grid = scripts.filter((name) =>
    text(`scripts/${name}`).includes('sheet.mutation.set-range-values'),
  );
  expect(grid).toEqual([expect.stringMatching(/^univer\./)]);
  expect(gzipped(grid.map((name) => `scripts/${name}`))).toBeLessThan(1_750_000);
});

test('no script asks for what the policy forbids, and no source map goes out', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  for (const document of ['index.html', 'taskpane.html'])
    expect(text(document)).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
});
