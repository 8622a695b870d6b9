/** Files of the file host in a program that we did not write. */
import { newWorkbookFile, openWorkbookFile } from '../../src/hosts/file/fileHost';
import type { Change } from '../../src/workbook/patch';
import { convert, recalculate } from '../support/libreOffice';

const sheet = 'Bảng điểm';
const at = { row: 0, column: 0 };
const patch = (...changes: Change[]): { changes: Change[]; expects: [] } => ({
  changes,
  expects: [],
});
const blank = patch(
  { kind: 'newSheet', sheet, visibility: 'visible', activate: true },
  { kind: 'deleteSheet', sheet: 'Sheet1' },
);

test('texts stay texts through LibreOffice', async () => {
  const texts = ['3.10', '1-2', '=x', '-a', '@b', '+c', "'d", '<&>', 'a\nb', '_x0041_', '−1,15'];
  const file = newWorkbookFile('a.xlsx');
  await file.apply(blank);
  await file.apply(patch({ kind: 'write', sheet, at, cells: texts.map((value) => [{ value }]) }));
  const bytes = await file.toBytes();
  const back = await openWorkbookFile(await convert(bytes, 'xlsx', 'xlsx'), 'b.xlsx');
  const [read] = (await back.read({ sheets: [sheet] })).sheets;
  expect(read?.values.map((row) => row[0])).toEqual(texts);
  expect(read?.formulas.every((row) => row[0] === null)).toBe(true);
  const csv = new TextDecoder().decode(
    await convert(bytes, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76'),
  );
  expect(csv).toMatch(/^3\.10\n1-2\n=x\n-a\n@b\n\+c\n'd\n<&>\n"a\nb"\n_x0041_\n"−1,15"\n$/);
}, 120_000);

test('formulas that were shifted still give the same figures', async () => {
  const file = newWorkbookFile('a.xlsx');
  await file.apply(blank);
  const figures = [1.5, 2.25, 4, 8].map((value, index) => [
    { value },
    { formula: `=A${index + 1}*2`, value: value * 2 },
    { formula: `=SUM($A$1:A${index + 1})-SUM(B:B)`, value: null },
  ]);
  const totals = [
    { formula: '=SUM(A1:A4)', value: 15.75 },
    { formula: '=SUMPRODUCT(A1:A4,B1:B4)', value: 174.625 },
    { formula: '=INDEX(A1:B4,3,2)+XLOOKUP(4,A1:A4,B1:B4)', value: 16 },
  ];
  await file.apply(
    patch(
      { kind: 'write', sheet, at, cells: [...figures, totals] },
      { kind: 'newSheet', sheet: 'Tổng', visibility: 'visible', activate: false },
      {
        kind: 'write',
        sheet: 'Tổng',
        at,
        cells: [[{ formula: `='${sheet}'!A5+MAX('${sheet}'!1:4)`, value: 31.75 }]],
      },
    ),
  );
  const figuresOf = async (): Promise<unknown[]> =>
    (await recalculate(await file.toBytes())).map((cell) => cell.value);
  const before = await figuresOf();
  expect(before).toContain(174.625);
  const undo = await file.apply(
    patch(
      { kind: 'insertColumns', sheet, before: 1, count: 2 },
      { kind: 'insertRows', sheet, before: 2, count: 3 },
      { kind: 'insertRows', sheet, before: 0, count: 1 },
      { kind: 'deleteRows', sheet, first: 4, count: 1 },
    ),
  );
  expect(await figuresOf()).toEqual(before);
  await file.apply(undo);
  expect(await figuresOf()).toEqual(before);
}, 240_000);
