/** Which table the steps speak of, when a workbook has several. */
import { readSnapshot } from '../../../src/usecases/readWorkbook';
import { chooseTable } from '../../../src/taskpane/state/chooseTable';
import { sheetOfRows, workbookOf } from '../../support/snapshots';

const HEADER = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm thẩm định'];
const whole = (name: string) =>
  sheetOfRows(
    [HEADER, ['1', 'Chỉ đạo', 3, 2], ['1.1', 'Kế hoạch', 1, 1], ['1.2', 'Báo cáo', 2, 1]],
    {
      name,
    },
  );
const extract = (name: string) =>
  sheetOfRows([HEADER, ['1.2', 'Báo cáo', 2, 1], ['3.4', 'Công khai', 2, 1]], { name });

function chosen(
  sheets: ReturnType<typeof whole>[],
  active: string,
  before?: string,
  chosenBefore: string | null = null,
) {
  const reading = readSnapshot({ ...workbookOf(sheets), activeSheet: active });
  expect(reading.tables).toHaveLength(sheets.length);
  return chooseTable(reading, chosenBefore, before);
}

test('a whole sheet is taken before an extract that comes first, unless that is in front', () => {
  const sheets = [extract('Trích'), whole('Bảng')];
  expect(chosen(sheets, 'Nơi khác')).toBe('Bảng');
  expect(chosen(sheets, 'Trích')).toBe('Trích');
  expect(chosen([extract('Trích')], 'Nơi khác')).toBe('Trích');
});

test('an appendix that was made here does not take over, but may be chosen, or stand alone', () => {
  const sheets = [whole('Bảng'), extract('Phụ lục điểm trừ (2)')];
  const appendix = 'Phụ lục điểm trừ (2)';
  expect(chosen(sheets, appendix, 'Bảng', 'Bảng')).toBe('Bảng');
  expect(chosen(sheets, appendix)).toBe('Bảng');
  expect(chosen(sheets, 'Bảng', 'Bảng', appendix)).toBe(appendix);
  expect(chosen([extract(appendix)], appendix)).toBe(appendix);
});

test('a sheet that she turns to wins over the one she was at', () => {
  const sheets = [whole('A'), whole('B')];
  expect(chosen(sheets, 'B', 'A', 'A')).toBe('B');
  expect(chosen(sheets, 'B', 'B', 'A')).toBe('A');
});
