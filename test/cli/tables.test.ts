/** Two units under each other on one sheet: each is checked, and each can be chosen. */
import { workbookFrom } from '../support/files';
import { cchc } from '../support/cliMachine';

const HEADER = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Tự đánh giá', 'Thẩm định'];
const unit = (appraised: number) => [
  HEADER,
  ['1', 'Kế hoạch', 2, 2, appraised],
  ['2', 'Báo cáo', 3, 3, 3],
  [null, 'Tổng cộng', 5, 5, appraised + 3],
];

async function files() {
  const file = await workbookFrom([...unit(2), ['XÃ B', null, null, null, null], ...unit(2.5)]);
  return new Map([['hai.xlsx', await file.toBytes()]]);
}

test('check names each table, and JSON tells the second from the first', async () => {
  const plain = await cchc('check hai.xlsx', await files());
  expect(plain.out.split('\n').filter((line) => line.startsWith('hai.xlsx'))).toEqual([
    'hai.xlsx · Bảng điểm',
    'hai.xlsx · Bảng điểm (bảng 2)',
  ]);
  const { sheets } = JSON.parse((await cchc('check hai.xlsx --json', await files())).out) as {
    sheets: { sheet: string; table?: string; findings: { cell: string | null }[] }[];
  };
  expect(sheets.map(({ sheet, table }) => [sheet, table])).toEqual([
    ['Bảng điểm', undefined],
    ['Bảng điểm', 'Bảng điểm (bảng 2)'],
  ]);
  expect(sheets.map(({ findings }) => findings.map(({ cell }) => cell))).toEqual([[], ['E7']]);
});

test('a command for one table says that there are others, and takes the one that is named', async () => {
  const first = await cchc('minutes hai.xlsx --out b.html', await files());
  expect(first.errors.join()).toContain('Bảng điểm (bảng 2)');
  const second = await cchc(
    'minutes hai.xlsx --sheet "Bảng điểm (bảng 2)" --out b.html --json',
    await files(),
  );
  expect(second.errors).toEqual([]);
  expect(JSON.parse(second.out)).toMatchObject({ open: 1 });
});
