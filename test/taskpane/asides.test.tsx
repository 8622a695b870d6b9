/** Beside the steps: comparing with another table, and checking several files at once. */
import { HostError } from '../../src/workbook/host';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { copyOf, FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sampleReading } from '../support/sample';

jest.mock('@cj-tech-master/excelts', () => ({}));

const sample = sampleReading();
const table = sample.tables[0]!;

/** As jsdom has no bytes of a file. */
function fileOf(name: string): File {
  const file = new File([], name);
  return Object.assign(file, { arrayBuffer: async () => new ArrayBuffer(0) });
}

/** Files of these names: the sample with a change, and one that is no workbook. */
async function readBook(_bytes: Uint8Array, name: string): Promise<WorkbookSnapshot> {
  if (name === 'hong.xlsx') throw new HostError('damaged', { name });
  if (name.startsWith('cham')) await new Promise((done) => setTimeout(done, 100));
  const snapshot = copyOf(sample.snapshot);
  if (name === 'trong.xlsx') snapshot.sheets[0]!.values = [];
  const { place } = table.rows.find((row) => row.isLeaf)!.figures.self!;
  if (name === 'khac.xlsx') snapshot.sheets[0]!.values[place.row]![place.column] = 0.5;
  return snapshot;
}

async function opened(name: string): Promise<{ pane: RenderedPane; host: FakeHost }> {
  const host = new FakeHost(copyOf(sample.snapshot));
  const pane = await renderPane(host, 'vi', readBook);
  await pane.click('main button', name);
  expect(pane.find('h2').textContent).toBe(name);
  return { pane, host };
}

const until = async (pane: RenderedPane, selector: string, text?: string) => {
  for (let i = 0; i < 40 && !pane.has(selector, text); i++) await pane.settle();
};

describe('comparing', () => {
  test('with a file: sums, what differs, and a sheet of it', async () => {
    const { pane, host } = await opened('So sánh hai bảng điểm');
    await pane.choose('Chọn tệp để so sánh', [fileOf('khac.xlsx')]);
    await until(pane, '.paper');
    expect(pane.find('main').textContent).toContain('Trước: khac.xlsx, Phụ lục. Sau: tệp đang mở');
    expect(pane.find('main').textContent).toContain('1 tiêu chí khác nhau, 26 tiêu chí giữ nguyên');
    await pane.click('main button', 'Đổi trước và sau');
    expect(pane.find('main').textContent).toContain('Sau: khac.xlsx');
    await pane.click('main button', 'Thêm thành trang tính');
    await pane.click('.preview button', 'Thực hiện');
    expect(host.snapshot.sheetNames).toContain('So sánh điểm CCHC');
  });

  test('with the same table says so; with what is no workbook, why', async () => {
    const { pane } = await opened('So sánh hai bảng điểm');
    await pane.choose('Chọn tệp để so sánh', [fileOf('giong.xlsx')]);
    await until(pane, '.all-good');
    expect(pane.find('.all-good').textContent).toContain('giống nhau');
    await pane.choose('Chọn tệp để so sánh', [fileOf('trong.xlsx')]);
    expect(pane.find('main').textContent).toContain(
      'Không thấy bảng điểm nào trong tệp trong.xlsx',
    );
    await pane.choose('Chọn tệp để so sánh', [fileOf('hong.xlsx')]);
    expect(pane.find('main').textContent).toContain('hong.xlsx');
    expect(pane.has('.all-good')).toBe(false);
  });
});

describe('checking several files', () => {
  test('goes on past a broken one, and puts all into one list', async () => {
    const { pane, host } = await opened('Kiểm tra nhiều tệp');
    const names = ['a.xlsx', 'hong.xlsx', 'trong.xlsx', 'khac.xlsx'];
    await pane.choose('Chọn các tệp', names.map(fileOf));
    await until(pane, 'summary', 'Danh sách chung');
    expect(pane.find('main').textContent).toContain('4 tệp, 2 bảng điểm, 1 tệp không đọc được');
    expect(pane.find('.warn').textContent).toContain('hong.xlsx');
    expect(pane.find('summary', 'trong.xlsx').textContent).toContain('không thấy bảng điểm');
    pane.find('summary', 'a.xlsx').parentElement!.setAttribute('open', '');
    await pane.settle();
    expect(pane.root.querySelectorAll('.rows li').length).toBeGreaterThan(5);
    pane.find('summary', 'Danh sách chung').parentElement!.setAttribute('open', '');
    await until(pane, '.paper');
    expect(pane.find('.paper').textContent).toContain('khac.xlsx');
    await pane.click('main button', 'Thêm thành trang tính');
    await pane.click('.preview button', 'Thực hiện');
    expect(host.snapshot.sheetNames).toEqual(
      expect.arrayContaining(['Tổng hợp kiểm tra', 'Danh sách cần xem']),
    );
  });

  test('stops when she says so, and keeps what was checked', async () => {
    const { pane } = await opened('Kiểm tra nhiều tệp');
    const many = Array.from({ length: 8 }, (_, i) => fileOf(`cham-${i}.xlsx`));
    await pane.choose('Chọn các tệp', many);
    await pane.click('main button', 'Dừng');
    await until(pane, 'summary', 'Danh sách chung');
    const done = pane.session.current().forms.many.files.length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(8);
  });
});

test('a spelling becomes a unit of its own, and a role she sets is marked', async () => {
  const pane = await renderPane(new FakeHost(copyOf(sample.snapshot)));
  await pane.click('nav button', 'Phân công');
  const unit = (name: string) => pane.find('.unit', name);
  unit('Văn phòng HĐND').setAttribute('open', '');
  await until(pane, '.alias');
  const count = pane.root.querySelectorAll('.unit').length;
  await pane.click('.alias button', 'Tách riêng');
  expect(pane.root.querySelectorAll('.unit')).toHaveLength(count + 1);
  const role = pane.find('.role-row select') as HTMLSelectElement;
  role.id = 'role';
  await pane.enter('#role', role.value === 'lead' ? 'support' : 'lead');
  expect(pane.has('.role-row .tag', 'tự chọn')).toBe(true);
});
