/** The real command, as a person types it: exit codes, files on disk, errors on the error stream. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_PATH } from '../support/files';

const root = join(__dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cchc(...words: string[]) {
  const args = ['run', '--silent', 'cchc', '--', ...words];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('0: the sample, with its figures', () => {
  const { status, stdout } = cchc('check', SAMPLE_PATH, '--base', '79', '--json');
  const { sheets } = JSON.parse(stdout) as { sheets: { summary: unknown }[] };
  expect(sheets[0]?.summary).toMatchObject({ leaves: 27, deduction: '23.41', index: '70.37' });
  expect(status).toBe(0);
}, 60_000);

test('1: a sheet with an error in it, found in a folder', () => {
  const rows = [
    'STT\tTiêu chí\tĐiểm tối đa',
    '1\tChỉ đạo\t2',
    '1.1\tKế hoạch\t1',
    '1.2\tBáo cáo\t2',
  ];
  writeFileSync(join(folder, 'khung.tsv'), rows.join('\n'));
  mkdirSync(join(folder, 'kho', 'con'), { recursive: true });
  const out = join(folder, 'kho', 'con', 'bang.xlsx');
  const made = cchc('new', '--framework', join(folder, 'khung.tsv'), '--out', out);
  expect(made.status).toBe(0);
  expect(existsSync(out)).toBe(true);
  const json = join(folder, 'khung.json');
  const converted = cchc('framework', 'convert', join(folder, 'khung.tsv'), '--out', json);
  expect(converted.status).toBe(1);
  expect(JSON.parse(readFileSync(json, 'utf8'))).toHaveProperty('areas');
  const { status, stdout } = cchc('check', join(folder, 'kho'), '--json', '--framework', json);
  const { sheets } = JSON.parse(stdout) as { sheets: { file: string }[] };
  expect(sheets.map(({ file }) => file)).toEqual([out]);
  expect([0, 1]).toContain(status);
}, 90_000);

test('2: a file that cannot be used is one sentence on the error stream', () => {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, 'không phải sổ tính');
  const { status, stdout, stderr } = cchc('check', path);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(
    stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('npm warn')),
  ).toEqual([expect.stringContaining('“a.xlsx” không phải sổ tính .xlsx')]);
}, 60_000);
