/** Sheets that are not understood: what is said of them, and pointing out their columns. */
import { FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sheetOfRows, workbookOf, type CellLiteral } from '../support/snapshots';

jest.mock('@cj-tech-master/excelts', () => ({}));

const BODY: CellLiteral[][] = [
  ['I', 'CHỈ ĐẠO ĐIỀU HÀNH', null, null, null],
  ['1.1', 'Kế hoạch cải cách hành chính', 1.5, 1.5, 1],
  ['1.2', 'Báo cáo định kỳ đúng hạn', 1, 1, 1],
  ['1.3', 'Công tác tuyên truyền', 1.5, 1, 0.5],
];
const ODD: CellLiteral[][] = [
  ['UBND HUYỆN A', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['BẢNG TỔNG HỢP'],
  ['Cột 1', 'Nội dung công việc', 'Thang', 'ĐV chấm', 'TĐ'],
  ...BODY,
];
const LETTER: CellLiteral[][] = [
  ['Kính gửi: các phòng, ban'],
  ['1. Các đơn vị tự chấm điểm theo các tiêu chí.'],
];
const WHOLE: CellLiteral[][] = [
  ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm tự đánh giá', 'Điểm thẩm định'],
  ...BODY,
];

function hostOf(...sheets: [string, CellLiteral[][]][]): FakeHost {
  return new FakeHost(workbookOf(sheets.map(([name, rows]) => sheetOfRows(rows, { name }))));
}

const shown = (pane: RenderedPane, name: string) =>
  (pane.find(`select[name="${name}"]`) as HTMLSelectElement).selectedOptions[0]?.textContent;

test('what the header has and lacks; the columns pointed out, tried, remembered, taken back', async () => {
  const host = hostOf(['Tổng hợp', ODD]);
  const pane = await renderPane(host);
  const text = pane.find('.next').textContent ?? '';
  expect(text).toContain(
    'Trang “Tổng hợp”: dòng 3 có cột mã tiêu chí, tên tiêu chí, nhưng chưa rõ cột điểm chuẩn.',
  );
  expect(text).toContain('Sẽ đọc được 3 tiêu chí chấm điểm, tổng điểm chuẩn 4.');
  expect(shown(pane, 'header')).toBe('Dòng 3: Cột 1 · Nội dung công việc · Thang · ĐV chấm · TĐ');
  expect(shown(pane, 'max')).toBe('C – Thang (ví dụ: 1,5)');
  await pane.enter('select[name="self"]', '3');
  await pane.enter('select[name="appraised1"]', '4');
  await pane.click('.next button', 'Xem trước thay đổi');
  expect(host.applied).toEqual([]);
  expect(pane.find('.preview').textContent).toContain('Ghi nhớ các lựa chọn vào tệp');
  await pane.click('.preview button', 'Thực hiện');
  expect(pane.session.current().reports[0]?.scoreSheet.columns).toEqual({
    code: 0,
    name: 1,
    max: 2,
    self: 3,
    appraised1: 4,
  });
  expect(host.sheet('Tổng hợp').values).toEqual(sheetOfRows(ODD).values);
  await pane.click('.fold button', 'Bỏ những gì đã chỉ ra');
  await pane.click('.preview button', 'Thực hiện');
  expect(pane.session.current().reports).toEqual([]);
  await pane.click('button', 'Hoàn tác');
  expect(pane.session.current().reports).toHaveLength(1);
  await pane.click('button', 'Hoàn tác');
  expect(pane.session.current().reports).toEqual([]);
  // What she had chosen still stands in the form.
  expect(shown(pane, 'self')).toMatch(/^D – ĐV chấm/);
});

test('nothing can be remembered while no criterion would be read; the guess comes back', async () => {
  const pane = await renderPane(hostOf(['Tổng hợp', ODD]));
  const button = () => pane.find('.next button', 'Xem trước thay đổi') as HTMLButtonElement;
  expect(button().disabled).toBe(false);
  await pane.enter('select[name="max"]', '');
  expect(button().disabled).toBe(true);
  expect(pane.find('.next [role="status"]').textContent).toContain('Cần chọn');
  await pane.enter('select[name="max"]', '2');
  await pane.enter('select[name="name"]', '1');
  await pane.enter('select[name="header"]', '6');
  expect(pane.find('.next [role="status"]').textContent).toContain('Chưa đọc được tiêu chí nào');
  expect(button().disabled).toBe(true);
  await pane.click('.next button', 'Chọn lại theo suy đoán');
  expect(shown(pane, 'header')).toMatch(/^Dòng 3/);
  expect(button().disabled).toBe(false);
});

test('a column is one thing: giving it to another takes it away', async () => {
  const pane = await renderPane(hostOf(['Tổng hợp', ODD]));
  await pane.enter('select[name="self"]', '3');
  await pane.enter('select[name="deduction"]', '3');
  expect(shown(pane, 'self')).toBe('Không có');
  expect(shown(pane, 'deduction')).toMatch(/^D –/);
});

test('no header at all: one is inserted, and said so before', async () => {
  const host = hostOf(['Sheet1', BODY]);
  const pane = await renderPane(host);
  expect(pane.find('.next').textContent).toContain('có vẻ là bảng điểm');
  expect(shown(pane, 'header')).toBe('Không có dòng tiêu đề');
  expect(shown(pane, 'first-row')).toMatch(/^Dòng 1: I/);
  await pane.click('.next button', 'Xem trước thay đổi');
  expect(pane.find('.preview').textContent).toContain('Chèn một dòng tiêu đề làm dòng 1');
  await pane.click('.preview button', 'Thực hiện');
  expect(host.sheet('Sheet1').values[0]?.slice(0, 3)).toEqual([
    'STT',
    'LĨNH VỰC / TIÊU CHÍ / TIÊU CHÍ THÀNH PHẦN',
    'ĐIỂM CHUẨN',
  ]);
  expect(pane.session.current().reports).toHaveLength(1);
});

describe('a letter', () => {
  test('is only mentioned, with its control folded; the next step is another', async () => {
    const pane = await renderPane(hostOf(['Công văn', LETTER]));
    expect(pane.find('.rows p').className).toBe('quiet');
    expect(pane.find('.rows').textContent).not.toContain('Hãy');
    expect(pane.find('.next').textContent).toContain('Nạp khung');
    expect(pane.has('select[name="max"]')).toBe(false);
  });

  test('stands aside of a sheet that may be one, and of one that is', async () => {
    for (const rows of [ODD, WHOLE]) {
      const pane = await renderPane(hostOf(['Công văn', LETTER], ['Bảng', rows]));
      const fold = pane.find('details', '1 trang chưa nhận ra là bảng điểm') as HTMLDetailsElement;
      expect(fold.open).toBe(false);
      expect(pane.root.querySelectorAll('.rows')).toHaveLength(1);
      expect(fold.querySelector('.rows')?.textContent).toContain('Công văn');
    }
  });
});

test('in English', async () => {
  const pane = await renderPane(hostOf(['Sheet1', ODD]), 'en');
  expect(pane.find('.next').textContent).toContain(
    'row 3 has the columns criterion code, criterion name, but which is maximum is not clear.',
  );
});
