/** Phân công in the pane: which criteria, many roles in one choice, and quiet after its own writing. */
import { FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sheetOfRows, workbookOf } from '../support/snapshots';

jest.mock('@cj-tech-master/excelts', () => ({}));

const table = () => [
  ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm thẩm định', 'Đơn vị chịu trách nhiệm'],
  ['1', 'Chỉ đạo', 6, 4, null],
  ['1.1', 'Kế hoạch', 2, 2, 'Phòng Nội vụ'],
  ['1.2', 'Báo cáo', 2, 1, 'Phòng Tư pháp'],
  ['1.3', 'Tuyên truyền', 2, 1, 'Phòng Tư pháp'],
];

async function opened(): Promise<RenderedPane> {
  const pane = await renderPane(new FakeHost(workbookOf([sheetOfRows(table(), { name: 'Bảng' })])));
  await pane.click('nav button', 'Phân công');
  return pane;
}

test('criteria that lost nothing are left out until they are asked for', async () => {
  const pane = await opened();
  expect(pane.find('main').textContent).toContain('Đọc được 1 đơn vị, 2 lượt phân công');
  await pane.click('main label', 'Cả tiêu chí không bị trừ điểm');
  expect(pane.find('main').textContent).toContain('Đọc được 2 đơn vị, 3 lượt phân công');
});

test('all supposed roles are set in one choice, and writing them is no edit of the sheet', async () => {
  const pane = await opened();
  expect(pane.find('main label', 'Đặt vai trò cho cả 2 chỗ suy ra')).toBeTruthy();
  await pane.enter('main .step > .fui-Field select', 'lead');
  expect(pane.find('.unit-facts').textContent).toContain('chủ trì 2');
  await pane.click('main button', 'Xem trước thay đổi');
  await pane.click('.preview button', 'Thực hiện');
  expect(pane.find('main').textContent).toContain('Đã thực hiện');
  expect(pane.find('main').textContent).not.toContain('Bảng đã được sửa');
});
