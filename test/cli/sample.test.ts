/** The sample through every command: the figures of the letter it comes from, and what each file holds. */
import type { assignmentReport } from '../../src/domain/remediation/assignmentReport';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import { planNewSheet } from '../../src/usecases/newSheet';
import { planAccept, reviewFindings } from '../../src/usecases/review';
import { readWorkbook } from '../../src/usecases/readWorkbook';
import { cchc, type CliResult } from '../support/cliMachine';
import { sampleBytes } from '../support/sample';

const files = new Map([['mau.xlsx', sampleBytes()]]);

function sheetsOf({ out }: CliResult) {
  return (JSON.parse(out) as { sheets: Record<string, unknown>[] }).sheets as {
    file: string;
    sheet: string;
    findings: { code: string; severity: string; cell: string | null; message: string }[];
    summary: Record<string, unknown>;
    areas: { code: string; deduction: string }[];
  }[];
}

const readingOf = async ({ machine }: CliResult, path: string) =>
  readWorkbook(await machine.openWorkbook(path), { sheets: 'all' });

describe('check', () => {
  test('prints the sums of the letter as JSON, decimals as text', async () => {
    const result = await cchc('check mau.xlsx --base 79 --json', files);
    const [sheet] = sheetsOf(result);
    expect(sheet?.summary).toEqual({
      leaves: 27,
      max: '40',
      self: '31.87',
      appraised: '16.59',
      deduction: '23.41',
      base: '79',
      index: '70.37',
    });
    expect(Object.keys(sheet ?? {})).toEqual([
      'file',
      'sheet',
      'columns',
      'findings',
      'summary',
      'areas',
    ]);
    expect(JSON.parse(result.out)).not.toHaveProperty('problems');
    expect(result.code).toBe(0);
  });

  test('without a base the index is unknown, and it says what to do', async () => {
    const json = sheetsOf(await cchc('check mau.xlsx --json', files))[0];
    expect(json?.summary['index']).toBeNull();
    const { out } = await cchc('check mau.xlsx', files);
    expect(out).toContain('27 tiêu chí · điểm chuẩn 40 · tự đánh giá 31,87');
    expect(out).toContain('thêm --base');
  });

  test('what was accepted in the file is told so, and an accepted error is none', async () => {
    const { machine } = await cchc('--help', files);
    const host = await machine.openWorkbook('mau.xlsx');
    const before = await readWorkbook(host, { sheets: 'all' });
    const place = before.tables[0]?.rows[0]?.figures.deduction?.place;
    if (!place) throw new Error('the sample has deductions');
    host.edit(place.sheet, place, { value: -3 });
    await machine.saveWorkbook('sai.xlsx', host);
    expect((await cchc('check sai.xlsx --json', machine.files)).code).toBe(1);
    const reading = await readWorkbook(host, { sheets: 'all' });
    const [report] = checkWorkbook(reading);
    if (!report) throw new Error('the sample has a table');
    const errors = reviewFindings(report, reading.state).filter(
      ({ finding }) => finding.severity === 'error',
    );
    await host.apply(planAccept(reading, errors, 'theo biên bản họp').patch);
    await machine.saveWorkbook('sai.xlsx', host);
    const result = await cchc('check sai.xlsx --json', machine.files);
    expect(result.code).toBe(0);
    const accepted = sheetsOf(result)[0]?.findings.filter((finding) => 'accepted' in finding);
    expect(accepted).toHaveLength(errors.length);
    const { out } = await cchc('check sai.xlsx', machine.files);
    expect(out).toContain('(Đã xem, chấp nhận: theo biên bản họp)');
  });

  test('says which column was read as what', async () => {
    const { out } = await cchc('check mau.xlsx', files);
    expect(out).toContain(
      'Đã hiểu các cột: A mã tiêu chí, B tên tiêu chí, C điểm chuẩn, D điểm tự đánh giá, E điểm thẩm định, F điểm bị trừ, G ý kiến hội đồng, H đơn vị chịu trách nhiệm\n',
    );
    const english = await cchc('check mau.xlsx --lang en', files);
    expect(english.out).toContain('Columns read: A criterion code, B criterion name, C maximum');
    const [json] = sheetsOf(await cchc('check mau.xlsx --json', files));
    expect(json).toMatchObject({ columns: { code: 'A', max: 'C', appraised1: 'E' } });
    expect(json).not.toHaveProperty('unreadColumns');
  });

  test('says which columns of figures are in no use, and which are levels of names', async () => {
    const { machine } = await cchc('--help', files);
    const host = await machine.newWorkbook('nam.xlsx');
    const rows: (string | number)[][] = [
      ['Lĩnh vực', 'Tiêu chí', 'Điểm chuẩn', 'Thẩm định năm 2021', 'Thẩm định năm 2022'],
      ['Chỉ đạo', 'Kế hoạch', 1, 0.5, 1],
      ['Chỉ đạo', 'Báo cáo', 1, 0.5, 1],
      ['Thể chế', 'Rà soát', 1, 0.5, 1],
    ];
    const { sheetNames } = await host.read({ sheets: 'all' });
    rows.forEach((cells, row) =>
      cells.forEach((value, column) => host.edit(sheetNames[0] ?? '', { row, column }, { value })),
    );
    await machine.saveWorkbook('nam.xlsx', host);
    const { out } = await cchc('check nam.xlsx', machine.files);
    expect(out).toContain(
      'Đã hiểu các cột: A+B tên tiêu chí, C điểm chuẩn, E điểm thẩm định; cột số chưa dùng: D “Thẩm định năm 2021”\n',
    );
    const [json] = sheetsOf(await cchc('check nam.xlsx --json', machine.files));
    expect(json).toMatchObject({
      columns: { name: 'B', appraised1: 'E' },
      nameLevels: ['A', 'B'],
      unreadColumns: [{ column: 'D', header: 'Thẩm định năm 2021' }],
    });
  });

  test('speaks English when asked, with a decimal point', async () => {
    const { out } = await cchc('check mau.xlsx --base 79 --lang en', files);
    expect(out).toContain('27 leaves · max 40 · self 31.87');
    expect(out).toContain('index 70.37%');
  });

  test('only the sheet that is asked for; another name is one sentence', async () => {
    const { code, errors } = await cchc('check mau.xlsx --sheet Khác', files);
    expect(code).toBe(2);
    expect(errors).toEqual([expect.stringContaining('không có bảng điểm ở trang tính “Khác”')]);
  });
});

describe('what the other commands write', () => {
  test('deduct: the same sums from the file that it wrote', async () => {
    const result = await cchc('deduct mau.xlsx --base 79 --out ra.xlsx --json', files);
    expect(sheetsOf(result)[0]?.summary).toMatchObject({ deduction: '23.41', index: '70.37' });
    const again = await cchc('check ra.xlsx --json', result.machine.files);
    expect(sheetsOf(again)[0]?.summary).toMatchObject({
      leaves: 27,
      max: '40',
      appraised: '16.59',
    });
  });

  test('assign: nine units, one column each', async () => {
    const result = await cchc('assign mau.xlsx --out ra.xlsx --json', files);
    const report = JSON.parse(result.out) as ReturnType<typeof assignmentReport>;
    expect(report.units).toHaveLength(9);
    const reading = await readingOf(result, 'ra.xlsx');
    const texts = reading.snapshot.sheets[0]?.values.flat() ?? [];
    for (const { name } of report.units) expect(texts).toContain(name);
  });

  test('of several tables one is used, and the others are named', async () => {
    const two = newWorkbookFile('a.xlsx');
    const [framework] = builtInFrameworks();
    for (const unit of ['A', 'B']) {
      const blank = await two.read({ sheets: 'all' });
      const options = { unit, period: '', rounds: 1 as const };
      await two.apply(planNewSheet(blank, framework!, options).patch);
    }
    const several = new Map([['hai.xlsx', await two.toBytes()]]);
    const { code, out, errors } = await cchc('assign hai.xlsx --out ra.xlsx', several);
    expect([code, errors]).toEqual([0, [expect.stringContaining('Các bảng khác: Bảng điểm (2)')]]);
    expect(out).toContain('“Bảng điểm” không có cột đơn vị chịu trách nhiệm, hoặc cột còn trống');
    const chosen = await cchc('appendix hai.xlsx --sheet "Bảng điểm (2)" --out ra.html', several);
    expect(chosen.errors).toEqual([]);
  });

  test('appendix: as HTML and as a sheet, and counts its criteria without the sum', async () => {
    const html = await cchc('appendix mau.xlsx --out ra.html', files);
    const text = new TextDecoder().decode(html.machine.files.get('ra.html'));
    expect(text).toContain('-23,41');
    expect(text).toContain('Times New Roman');
    expect(html.out).toContain('Phụ lục có 27 tiêu chí bị trừ điểm.');
    const book = await cchc('appendix mau.xlsx --out ra.xlsx --json', files);
    const reading = await readingOf(book, 'ra.xlsx');
    expect(reading.snapshot.sheetNames).toHaveLength(1);
    expect(reading.tables[0]?.rows.filter((row) => row.isLeaf)).toHaveLength(27);
  });
});

describe('compare', () => {
  test('a sheet with itself: nothing changed, the sums stand', async () => {
    const { out, code } = await cchc('compare mau.xlsx mau.xlsx --json', files);
    const json = JSON.parse(out) as { rows: unknown[]; unchanged: number; sums: unknown };
    expect(code).toBe(0);
    expect(json).toMatchObject({
      rows: [],
      unchanged: 27,
      sums: { self: { before: '31.87', after: '31.87' } },
    });
  });

  test('one file without a second round is one sentence', async () => {
    const { code, errors } = await cchc('compare mau.xlsx', files);
    expect(code).toBe(2);
    expect(errors).toEqual([expect.stringContaining('không có điểm thẩm định lần 2')]);
  });

  test('a changed score, as JSON, as a sheet and as HTML', async () => {
    const changed = await changedSample();
    const result = await cchc('compare mau.xlsx sau.xlsx --out ra.xlsx --json', changed);
    const json = JSON.parse(result.out) as { rows: unknown[]; unchanged: number };
    expect(json).toMatchObject({
      rows: [
        {
          kind: 'changed',
          code: '1.1.3',
          figures: {
            appraised: { before: '0.85', after: '1.25' },
            deduction: { before: '1.15', after: '0.75' },
          },
        },
      ],
      unchanged: 26,
      sums: { appraised: { before: '16.59', after: '16.99' } },
    });
    const { sheets } = (await readingOf(result, 'ra.xlsx')).snapshot;
    expect(sheets.map(({ name }) => name)).toEqual(['So sánh điểm CCHC']);
    expect(sheets[0]?.values.flat()).toEqual(expect.arrayContaining([0.85, 1.25, 0.4, 16.99]));
    const html = await cchc('compare mau.xlsx sau.xlsx --out ra.html', changed);
    const text = new TextDecoder().decode(html.machine.files.get('ra.html'));
    expect(text).toContain('+0,40');
  });
});

/** Criterion 1.1.3 is appraised at 1,25 instead of 0,85. */
async function changedSample(): Promise<Map<string, Uint8Array>> {
  const { machine } = await cchc('--help', files);
  const host = await machine.openWorkbook('mau.xlsx');
  const [table] = (await readWorkbook(host, { sheets: 'all' })).tables;
  const place = table?.rows.find(({ code }) => code === '1.1.3')?.figures.appraised1?.place;
  if (!place) throw new Error('the sample has 1.1.3');
  host.edit(place.sheet, place, { value: 1.25 });
  await machine.saveWorkbook('sau.xlsx', host);
  return machine.files;
}
