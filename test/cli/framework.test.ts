/** Frameworks on the command line: checked, converted from every source, loaded, and moved to a newer one. */
import { builtInFramework, readFrameworkJson } from '../../src/usecases/frameworks';
import { frameworkJson } from '../../src/domain/framework/frameworkTable';
import { flattenFramework, type Framework } from '../../src/domain/framework/framework';
import { readWorkbook } from '../../src/usecases/readWorkbook';
import { cchc, textFile, type CliResult } from '../support/cliMachine';
import { sampleBytes } from '../support/sample';
import { plainFramework } from '../support/frameworkFactory';

const own: Framework = plainFramework({
  id: 'xa-2026',
  title: 'Bộ chỉ số cấp xã',
  areas: [
    {
      code: '1',
      name: 'Chỉ đạo điều hành',
      max: '3',
      children: [
        { code: '1.1', name: 'Kế hoạch', max: '1' },
        { code: '1.1', name: 'Báo cáo', max: '1' },
      ],
    },
  ],
});
const table = [
  'STT\tTiêu chí\tĐiểm tối đa',
  '1\tChỉ đạo\t2',
  '1.1\tKế hoạch\t0,5',
  '1.2\tBáo cáo\t1,5',
];
const files = new Map([
  ['rieng.json', textFile(frameworkJson(own))],
  ['hong.json', textFile('{"id":"a","areas":[{"code":"1","name":"a","max":1}]}')],
  ['bang.tsv', textFile(table.join('\n'))],
  ['bang.html', textFile(htmlOf(table))],
  ['chu.docx', textFile('không phải Word')],
  ['mau.xlsx', sampleBytes()],
]);

describe('framework check', () => {
  test('a doubled code and a sum that disagrees are told; an error is code 1', async () => {
    const { out, code } = await cchc('framework check rieng.json --json', files);
    const json = JSON.parse(out) as { problems: { code: string; at: string; message: string }[] };
    expect(json).toMatchObject({
      file: 'rieng.json',
      framework: { id: 'xa-2026', leaves: 2, total: '3' },
    });
    expect(json.problems.map((problem) => [problem.code, problem.at])).toEqual(
      expect.arrayContaining([
        ['duplicateCode', '1.1'],
        ['sumMismatch', '1'],
      ]),
    );
    expect(code).toBe(1);
    const words = await cchc('framework check rieng.json', files);
    expect(words.out).toContain('[LỖI]');
    expect(words.out).toContain('trùng mã');
  });

  test('a built-in sample by its id is clean', async () => {
    const { code, out } = await cchc('framework check quang-tri-1325-huyen-2023', files);
    expect(code).toBe(0);
    expect(out).toContain('quang-tri-1325-huyen-2023');
  });

  test('what is no framework is one sentence, and data when asked', async () => {
    const plain = await cchc('framework check chu.docx', files);
    expect([plain.code, plain.errors.length]).toEqual([2, 1]);
    const { out, code } = await cchc('framework check hong.json --json', files);
    expect(JSON.parse(out)).toMatchObject({
      framework: null,
      reading: expect.arrayContaining([
        expect.objectContaining({ code: 'badPoints', path: 'areas[0].max' }),
      ]) as unknown,
    });
    expect(code).toBe(2);
  });
});

describe('framework convert', () => {
  test.each(['bang.tsv', 'bang.html', 'rieng.json'])('%s', async (file) => {
    const result = await cchc(`framework convert ${file} --out ra.json`, files);
    const framework = converted(result);
    expect(framework.areas[0]?.children).toHaveLength(2);
    if (file !== 'rieng.json') expect(framework.areas[0]?.children?.[0]?.max).toBe('0.5');
    expect(result.code).toBe(file === 'rieng.json' ? 1 : 0);
  });

  test('a workbook that the product made gives its criteria back', async () => {
    const made = await cchc('new --framework quang-tri-huyen-2022 --out bang.xlsx', files);
    const result = await cchc('framework convert bang.xlsx --out ra.json', made.machine.files);
    const codes = (framework: Framework) => framework.areas.map(({ code }) => code);
    const original = builtInFramework('quang-tri-huyen-2022');
    expect(codes(converted(result))).toEqual(codes(original!));
  });
});

test.each(['bang.html', 'bang.tsv', 'bang.xlsx'])(
  'framework convert writes a clean table, %s, that gives the same framework',
  async (out) => {
    const id = 'binh-dinh-2878-huyen-2021';
    const made = await cchc(`framework convert ${id} --out ${out}`);
    expect([made.code, made.errors]).toEqual([0, []]);
    const back = await cchc(`framework convert ${out} --out ra.json`, made.machine.files);
    const told = (framework: Framework) =>
      flattenFramework(framework).map(({ node: { code, name, max }, depth }) => {
        return { depth, code, name, max };
      });
    expect(told(converted(back))).toEqual(told(builtInFramework(id)!));
  },
);

describe('new and upgrade', () => {
  test('--columns adds the columns, in the order of the sheet', async () => {
    const columns = 'explanation,assessment,declared,method,evidence';
    const result = await cchc(`new --framework bang.tsv --columns ${columns} --out ra.xlsx`, files);
    const { tables } = await readWorkbook(await result.machine.openWorkbook('ra.xlsx'), {
      sheets: 'all',
    });
    const found = tables[0]?.columnReadings.map(({ role }) => role) ?? [];
    const order = found.filter((role) => columns.includes(role));
    expect(order).toEqual(['assessment', 'method', 'declared', 'evidence', 'explanation']);
  });

  test('--bonus, --penalty and --leave-out-survey say what stands beside the scale', async () => {
    const line =
      'new --framework binh-dinh-2878-huyen-2021 --bonus 2 --penalty 1,5 --leave-out-survey';
    const result = await cchc(`${line} --out ra.xlsx`, files);
    const { tables } = await readWorkbook(await result.machine.openWorkbook('ra.xlsx'), {
      sheets: 'all',
    });
    const rows = tables[0]?.rows ?? [];
    const outside = rows.filter((row) => row.outside !== undefined);
    expect(outside.map(({ name, figures }) => [name, figures.max?.points?.toString()])).toEqual([
      ['Điểm thưởng', '2'],
      ['Điểm phạt', '1.5'],
    ]);
    expect(rows.some(({ assessment }) => assessment === 'notAssessed')).toBe(true);
  });

  test('upgrade carries scores over to a new sheet and tells what has no place', async () => {
    const line = 'upgrade mau.xlsx --framework quang-tri-1325-huyen-2023 --out ra.xlsx --json';
    const result = await cchc(line, files);
    const json = JSON.parse(result.out) as { carried: number; unplaced: unknown[]; sheet: string };
    expect(result.code).toBe(0);
    expect(json.carried + json.unplaced.length).toBe(27);
    const { tables } = await readWorkbook(await result.machine.openWorkbook('ra.xlsx'), {
      sheets: 'all',
    });
    expect(tables.map(({ sheet }) => sheet)).toContain(json.sheet);
    expect(tables).toHaveLength(2);
  });
});

function converted({ machine }: CliResult): Framework {
  const reading = readFrameworkJson(new TextDecoder().decode(machine.files.get('ra.json')));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.framework;
}

function htmlOf(lines: readonly string[]): string {
  const rows = lines.map(
    (line) =>
      `<tr>${line
        .split('\t')
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  return `<html><body><table>${rows.join('')}</table></body></html>`;
}
