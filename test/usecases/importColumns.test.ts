/** A table whose columns were misread: the person says which is which, and loses nothing she mended. */
import * as edit from '../../src/domain/framework/editReading';
import { flattenFramework } from '../../src/domain/framework/framework';
import { chooseColumn, columnsOf, sourceColumns } from '../../src/usecases/importColumns';
import {
  fromHtml,
  fromTsv,
  withColumns,
  type FrameworkImport,
  type TableImport,
} from '../../src/usecases/importFramework';

function table(imported: FrameworkImport): TableImport {
  if (imported.kind === 'reading') return imported;
  if (imported.kind === 'problems' && imported.misread) return imported.misread;
  throw new Error(`no table: ${JSON.stringify(imported)}`);
}

function tree(imported: FrameworkImport): string[] {
  const { draft } = table(imported).reading;
  if (!draft) return [];
  return flattenFramework(draft).map(({ node }) =>
    [node.code, node.name, node.max ?? '?', node.method, node.evidence]
      .filter((part) => part !== undefined)
      .join(' · '),
  );
}

const codes = (imported: FrameworkImport) =>
  imported.kind === 'problems' ? imported.problems.map(({ code }) => code) : [];

/** Two columns of points, of which the first is last year's. */
const twoYears = () =>
  fromTsv(
    [
      'STT\tTiêu chí\tĐiểm tối đa\tĐiểm tối đa 2025\tHướng dẫn',
      '1\tChỉ đạo, điều hành\t3\t3,5\t',
      '1.1\tKế hoạch\t1\t1,5\tKịp thời: 1,5',
      '1.2\tBáo cáo\t2\t2\tĐủ: 2',
    ].join('\n'),
  );

test('columns are shown with header and example, and what each was taken for', () => {
  const { reading } = table(twoYears());
  expect(sourceColumns(reading).map(({ label, example }) => `${label}: ${example}`)).toEqual([
    'STT: 1',
    'Tiêu chí: Chỉ đạo, điều hành',
    'Điểm tối đa: 3',
    'Điểm tối đa 2025: 3,5',
    'Hướng dẫn: Kịp thời: 1,5',
  ]);
  expect(columnsOf(reading, 'max')).toEqual([2]);
  expect(columnsOf(reading, 'evidence')).toEqual([]);
});

test('two columns of maxima are a doubt, until one is chosen', () => {
  const doubts = (imported: FrameworkImport) =>
    table(imported).reading.problems.filter(({ code }) => code === 'severalMaxColumns');
  expect(doubts(twoYears()).map(({ params }) => params)).toEqual([
    { taken: '“Điểm tối đa”', others: '“Điểm tối đa 2025”' },
  ]);
  expect(doubts(chooseColumn(table(twoYears()), 'max', 2))).toEqual([]);
  const plain = fromTsv('STT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\n1\tChỉ đạo\t3\t2');
  expect(doubts(plain)).toEqual([]);
});

test('the second row of a header, beneath a merged one, names its columns', async () => {
  const imported = await fromHtml(
    `<table><tr><td rowspan=2>TT<td rowspan=2>Nội dung tiêu chí<td colspan=2>Điểm tối đa
     <tr><td>Năm 2025<td>Năm 2026
     <tr><td>I<td>Chỉ đạo, điều hành<td>3<td>4</table>`,
  );
  const { reading } = table(imported);
  expect(reading.rows.map(({ kind }) => kind)).toEqual(['header', 'header', 'node']);
  expect(sourceColumns(reading).map(({ label }) => label)).toEqual([
    'TT',
    'Nội dung tiêu chí',
    'Điểm tối đa Năm 2025',
    'Điểm tối đa Năm 2026',
  ]);
  expect(reading.problems.map(({ code }) => code)).toEqual(['severalMaxColumns']);
});

test('another column of maxima, and one that is how to score', () => {
  const max = chooseColumn(table(twoYears()), 'max', 3);
  const both = chooseColumn(table(max), 'method', 4);
  expect(tree(both)).toEqual([
    '1 · Chỉ đạo, điều hành · 3.5',
    '1.1 · Kế hoạch · 1.5 · Kịp thời: 1,5',
    '1.2 · Báo cáo · 2 · Đủ: 2',
  ]);
  expect(tree(withColumns(table(both), {}))).toEqual(tree(twoYears()));
});

test('a column serves one purpose: the later choice counts', () => {
  const evidence = chooseColumn(table(twoYears()), 'evidence', 4);
  const method = chooseColumn(table(evidence), 'method', 4);
  expect(table(method).columns).toEqual({ method: 4 });
  expect(tree(method)[1]).toBe('1.1 · Kế hoạch · 1 · Kịp thời: 1,5');
  // The names' own column taken for something else: names are looked for in what is left.
  const swapped = chooseColumn(table(twoYears()), 'evidence', 1);
  expect(columnsOf(table(swapped).reading, 'name')).toEqual([4]);
});

test('none such: no maxima, no codes', () => {
  const none = chooseColumn(table(twoYears()), 'max', null);
  expect(table(none).reading.problems.map(({ code }) => code)).toContain('noMaxColumn');
  expect(tree(none)[0]).toBe('1 · Chỉ đạo, điều hành · ?');
});

test('what she mended by hand is kept, row by row and in the head', () => {
  const first = table(twoYears());
  const idOf = (name: string) => first.reading.rows.find((row) => row.name === name)!.id;
  let reading = edit.setName(first.reading, idOf('Kế hoạch'), 'Kế hoạch cải cách hành chính');
  reading = edit.ignoreRow(reading, idOf('Báo cáo'));
  reading = edit.setMax(reading, idOf('Chỉ đạo, điều hành'), '4');
  reading = edit.setHead(reading, { title: 'Bộ của tôi', level: 'commune' });
  const again = chooseColumn({ ...first, reading }, 'max', 3);
  expect(tree(again)).toEqual([
    '1 · Chỉ đạo, điều hành · 4',
    '1.1 · Kế hoạch cải cách hành chính · 1.5',
  ]);
  expect(table(again).reading.head).toMatchObject({ title: 'Bộ của tôi', level: 'commune' });
  expect(table(again).edits).toEqual({ kept: 3, lost: 0 });
  // And once more, through a choice that gives no framework at all.
  const broken = chooseColumn(table(again), 'name', 2);
  expect(tree(chooseColumn(table(broken), 'name', 1))).toEqual(tree(again));
});

test('changes to a row that is no more are counted as lost', async () => {
  const nested = await fromHtml(
    `<table><tr><td>Lĩnh vực<td>Tiêu chí<td>Tiêu chí thành phần<td>Điểm tối đa
     <tr><td rowspan=2>1. Chỉ đạo<td rowspan=2>1.1. Kế hoạch<td>1.1.1. Ban hành<td>1
     <tr><td>1.1.2. Thực hiện<td>2
     <tr><td>2. Thể chế<td>2.1. Rà soát<td>2.1.1. Văn bản<td>3</table>`,
  );
  const first = table(nested);
  expect(columnsOf(first.reading, 'name')).toEqual([0, 1, 2]);
  const last = first.reading.rows.find(({ name }) => name === 'Văn bản')!;
  const reading = edit.setMax(first.reading, last.id, '5');
  const again = chooseColumn({ ...first, reading }, 'name', 2);
  expect(table(again).edits).toEqual({ kept: 0, lost: 1 });
});

describe('where nothing was recognised', () => {
  const strange = () =>
    fromTsv(
      [
        'A\tB\tC\tD',
        'Việc\tSố thứ tự\tHệ số\tGhi',
        'Chỉ đạo, điều hành\t1\t3\t',
        'Kế hoạch\t1.1\t1,5\tKịp thời',
        'Báo cáo\t1.2\t1,5\tĐủ',
      ].join('\n'),
    );

  test('columns guessed without a header are shown by what stands in them', () => {
    const { reading } = table(strange());
    expect(reading.problems.map(({ code }) => code)).toContain('noHeader');
    expect(sourceColumns(reading).map(({ example }) => example)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('one choice reads it, further ones complete it; the header is found by them', () => {
    const max = chooseColumn(table(strange()), 'max', 2);
    expect(max.kind).toBe('reading');
    const code = chooseColumn(table(max), 'code', 1);
    const method = chooseColumn(table(code), 'method', 3);
    expect(tree(method)).toEqual([
      '1 · Chỉ đạo, điều hành · 3',
      '1.1 · Kế hoạch · 1.5 · Kịp thời',
      '1.2 · Báo cáo · 1.5 · Đủ',
    ]);
    expect(sourceColumns(table(method).reading).map(({ label }) => label)).toEqual([
      'Việc',
      'Số thứ tự',
      'Hệ số',
      'Ghi',
    ]);
  });

  test('not even by what stands in the columns', () => {
    const imported = fromTsv(
      'Mức\tViệc\tKí hiệu\n3đ\tChỉ đạo\tX-1\n1,5đ\tKế hoạch\tX-1-1\n1,5đ\tBáo cáo\tX-1-2',
    );
    expect(codes(imported)).toEqual(['notCriteria']);
    expect(sourceColumns(table(imported).reading)).toEqual([
      { column: 0, label: 'Mức', example: '3đ' },
      { column: 1, label: 'Việc', example: 'Chỉ đạo' },
      { column: 2, label: 'Kí hiệu', example: 'X-1' },
    ]);
    const max = chooseColumn(table(imported), 'max', 0);
    expect(tree(max).map((line) => line.split(' · ').slice(1).join(' = '))).toEqual([
      'Chỉ đạo = 3',
      'Kế hoạch = 1.5',
      'Báo cáo = 1.5',
    ]);
  });

  test('a header without criteria beneath its names', () => {
    const imported = fromTsv('STT\tTiêu chí\tNội dung việc\tĐiểm tối đa\n1\t\tChỉ đạo\t2\n');
    expect(tree(chooseColumn(table(imported), 'name', 2))).toEqual(['1 · Chỉ đạo · 2']);
  });

  test('an empty table and a single column leave nothing to choose', () => {
    for (const text of ['\t\n\t', 'một cột\nhai dòng']) {
      const imported = fromTsv(text);
      expect(imported.kind === 'problems' && imported.misread).toBeFalsy();
    }
  });
});

test('a letterhead and a table of signatures around it keep to themselves', async () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`;
  const html = [
    `<table>${row('UBND TỈNH', 'CỘNG HÒA')}</table>`,
    `<table>${row('STT', 'Tiêu chí', 'Điểm chuẩn', 'Năm cũ')}${row('1', 'Chỉ đạo', '2', '1')}</table>`,
    `<table>${row('2', 'Thể chế', '3', '2,5')}</table>`,
    `<table>${row('Nơi nhận', 'CHỦ TỊCH')}</table>`,
  ].join('<p>');
  const imported = chooseColumn(table(await fromHtml(html)), 'max', 3);
  expect(tree(imported)).toEqual(['1 · Chỉ đạo · 1', '2 · Thể chế · 2.5']);
  const kinds = table(imported).reading.rows.map(({ kind }) => kind);
  expect(kinds).toEqual(['title', 'header', 'node', 'node', 'unread']);
});
