/** The harness itself: LibreOffice's results are its own, not what the file claimed. */
import { Workbook } from '@cj-tech-master/excelts';
import { crossCheck } from '../support/crossCheck';
import { recalculate } from '../support/libreOffice';

async function fileWithWrongValues(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Bảng điểm');
  sheet.getCell('A1').value = 2;
  sheet.getCell('A2').value = 0.85;
  sheet.getCell('B1').value = { formula: 'A1-A2', result: 99 };
  sheet.getCell('B2').value = { formula: 'IF(A1>A2,"Đạt","Không")', result: 'sai' };
  sheet.getCell('B3').value = { formula: 'A1/0', result: 1 };
  sheet.getCell('B4').value = { formula: 'IF(A1>0,"","x")', result: 'x' };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('recalculates whatever values the file carries', async () => {
  const cells = await recalculate(await fileWithWrongValues());
  expect(cells.map((cell) => [cell.address, cell.formula])).toEqual([
    ['B1', 'A1-A2'],
    ['B2', 'IF(A1>A2,"Đạt","Không")'],
    ['B3', 'A1/0'],
    ['B4', 'IF(A1>0,"","x")'],
  ]);
  expect(cells[0]?.value).toBeCloseTo(1.15, 12);
  expect(cells[1]?.value).toBe('Đạt');
  expect(cells[2]?.value).toEqual({ error: '#DIV/0!' });
  expect(cells[3]?.value).toBe('');
}, 60_000);

test('names every formula whose value is wrong', async () => {
  const { formulas, differences } = await crossCheck(await fileWithWrongValues());
  expect(formulas).toBe(4);
  expect(differences.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'Bảng điểm!B1',
    'Bảng điểm!B2',
    'Bảng điểm!B3',
    'Bảng điểm!B4',
  ]);
}, 60_000);
