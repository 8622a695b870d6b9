/** Nạp khung beyond the plain case: further columns, a newer framework for a filled sheet, export. */
import { act } from 'react';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import type { Framework } from '../../src/domain/framework/framework';
import { fromClipboard, fromSnapshotSheet } from '../../src/usecases/importFramework';
import { columnLetters } from '../../src/workbook/address';
import { emptyState, stateText } from '../../src/workbook/state';
import { copyOf, FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sampleReading } from '../support/sample';

jest.mock('@cj-tech-master/excelts', () => ({}));

const sample = sampleReading();
const [first, second] = builtInFrameworks() as [Framework, Framework];

function emptyHost(): FakeHost {
  return new FakeHost({ sheets: [], sheetNames: [], activeSheet: '', state: null });
}

/** The sample, as if it had been made from a framework. */
function carrying(framework: Framework): FakeHost {
  const snapshot = copyOf(sample.snapshot);
  return new FakeHost({ ...snapshot, state: stateText({ ...emptyState, framework }) });
}

async function chosen(host: FakeHost, framework: Framework): Promise<RenderedPane> {
  const pane = await renderPane(host);
  await pane.click('nav button', 'Nạp khung');
  await pane.enter('main select', framework.id);
  return pane;
}

test('further columns stand in the new sheet', async () => {
  const host = emptyHost();
  const pane = await chosen(host, first);
  await pane.click('main label', 'Số liệu kê khai');
  await pane.click('main label', 'Tài liệu kiểm chứng');
  await pane.click('main button', 'Xem trước thay đổi');
  await pane.click('.preview button', 'Thực hiện');
  const { columns } = pane.session.current().reports[0]!.scoreSheet;
  expect([columns.declared, columns.evidence].map((at) => columnLetters(at!))).toEqual(['D', 'E']);
  expect(columns.assessment).toBeUndefined();
});

describe('a newer framework for a filled sheet', () => {
  test('names the table it is planned from, and takes another one that she chooses', async () => {
    const host = carrying(first);
    const { snapshot } = host;
    const copy = copyOf(snapshot.sheets[0]!);
    snapshot.sheets.unshift({ ...copy, name: 'Phụ lục điểm trừ' });
    snapshot.sheetNames = snapshot.sheets.map(({ name }) => name);
    snapshot.activeSheet = 'Phụ lục điểm trừ';
    const newer = { ...copyOf(first), id: 'newer', title: 'Bộ mới' };
    snapshot.state = stateText({ ...emptyState, framework: newer });
    const pane = await chosen(host, first);
    expect(pane.find('.ask').textContent).toContain(`Bảng “${copy.name}” đã có điểm`);
    await pane.enter('.ask select', 'Phụ lục điểm trừ');
    expect(pane.find('.ask').textContent).toContain('Bảng “Phụ lục điểm trừ” đã có điểm');
  });

  test('is compared, and its scores carried into a sheet of its own', async () => {
    const host = carrying(first);
    const before = copyOf(host.sheet(sample.tables[0]!.sheet));
    const newer = copyOf(first);
    newer.id = 'newer';
    newer.areas[0]!.name = 'Lĩnh vực mang tên hoàn toàn khác trước';
    host.snapshot.state = stateText({ ...emptyState, framework: newer });
    const pane = await chosen(host, first);
    const offer = pane.find('.ask').textContent;
    expect(offer).toContain('tiêu chí mang sang được');
    expect(offer).toContain('1 mục đổi tên');
    await pane.click('.ask button', 'Xem trước việc chuyển điểm');
    await pane.click('.preview button', 'Thực hiện');
    expect(host.sheet(sample.tables[0]!.sheet)).toEqual(before);
    const { reports } = pane.session.current();
    expect(reports).toHaveLength(2);
    expect(reports[1]!.summary.self?.toString()).toBe(reports[0]!.summary.self?.toString());
  });

  test('lists what has no place in it', async () => {
    const pane = await chosen(carrying(first), second);
    expect(pane.find('.ask').textContent).toMatch(/\d+ tiêu chí không có chỗ trong bộ mới/);
  });

  test('may only be attached: no cell changes, and the checks hold the sheet against it', async () => {
    const host = new FakeHost(copyOf(sample.snapshot));
    const before = copyOf(host.sheet(sample.tables[0]!.sheet));
    const stricter = copyOf(first);
    const leaf = stricter.areas[0]!.children!.find(({ code }) => code === '1.2')!;
    leaf.max = '3';
    const pane = await renderPane(host);
    await act(async () => pane.session.fill('load', { own: [stricter], framework: stricter.id }));
    await pane.click('nav button', 'Nạp khung');
    await pane.click('.ask button', 'Chỉ gắn vào tệp');
    await pane.click('.preview button', 'Thực hiện');
    expect(host.sheet(sample.tables[0]!.sheet)).toEqual(before);
    const codes = () => pane.session.current().reports[0]!.findings.map(({ code }) => code);
    expect(codes()).toContain('max-differs-from-framework');
    expect(pane.has('.ask')).toBe(false);
    await pane.click('header button', 'Hoàn tác');
    expect(codes()).not.toContain('max-differs-from-framework');
    expect(host.snapshot.state).toBeNull();
  });

  test('says which scoring rules go along and which do not', async () => {
    const older = copyOf(first);
    const leaves = older.areas
      .flatMap((area) => area.children ?? [])
      .filter((one) => !one.children);
    leaves.slice(0, 3).forEach((leaf) => (leaf.rule = { kind: 'allOrNothing' }));
    leaves[0]!.name = 'Một tên khác hẳn trước đây';
    const pane = await chosen(carrying(older), first);
    const offer = pane.find('.ask').textContent;
    expect(offer).toContain('Quy tắc tính điểm của 2 tiêu chí được giữ');
    expect(offer).toContain('Quy tắc tính điểm của 1 tiêu chí không mang sang được');
  });

  test('is not offered where nothing of the sheet is in it', async () => {
    const host = new FakeHost(copyOf(sample.snapshot));
    const other = copyOf(first);
    other.areas = [{ code: 'A', name: 'Một việc khác hẳn', max: '5' }];
    const pane = await renderPane(host);
    await act(async () => pane.session.fill('load', { own: [other], framework: other.id }));
    await pane.click('nav button', 'Nạp khung');
    expect(pane.has('.ask')).toBe(false);
  });

  test('is not offered for the framework the sheet was made from, nor for an empty workbook', async () => {
    expect((await chosen(carrying(first), first)).has('.ask')).toBe(false);
    expect((await chosen(emptyHost(), first)).has('.ask')).toBe(false);
  });
});

describe('a framework goes out', () => {
  /** What a copy command is given, by kind. */
  function clipboard(): Record<string, string> {
    const given: Record<string, string> = {};
    document.execCommand = () => {
      const event = new Event('copy', { bubbles: true, cancelable: true });
      const setData = (kind: string, data: string) => (given[kind] = data);
      Object.assign(event, { clipboardData: { setData } });
      document.dispatchEvent(event);
      return true;
    };
    return given;
  }

  async function exporting(host: FakeHost): Promise<RenderedPane> {
    const pane = await chosen(host, first);
    await pane.click('.about summary', 'Xuất bộ chỉ số này');
    return pane;
  }

  test('as JSON', async () => {
    const pane = await exporting(emptyHost());
    const given = clipboard();
    await pane.click('.about button', 'Sao chép JSON');
    expect(JSON.parse(given['text/plain'] ?? '')).toEqual(first);
    expect(pane.find('.about').textContent).toContain('Đã sao chép');
  });

  test('as a table to paste, which the pane reads back the same', async () => {
    const pane = await exporting(emptyHost());
    const given = clipboard();
    await pane.click('.about button', 'Sao chép bảng');
    expect(pane.find('.about').textContent).toContain('rồi dán (Ctrl+V)');
    const [html, text] = [given['text/html'] ?? '', given['text/plain'] ?? ''];
    for (const clip of [
      { html, text },
      { html: '', text },
    ]) {
      const imported = await fromClipboard(clip);
      expect(imported.kind === 'reading' && imported.reading.draft?.areas).toEqual(first.areas);
    }
  });

  test('as a sheet, after a preview, that is taken for no score sheet', async () => {
    const host = new FakeHost(copyOf(sample.snapshot));
    const pane = await exporting(host);
    const before = pane.session.current().reports.length;
    await pane.click('.about button', 'Thêm thành trang tính');
    expect(pane.find('.preview').textContent).toContain('“Bảng bộ chỉ số”');
    await pane.click('.preview button', 'Thực hiện');
    const imported = fromSnapshotSheet(host.sheet('Bảng bộ chỉ số'));
    expect(imported.kind === 'reading' && imported.reading.draft?.areas).toEqual(first.areas);
    const { reports, table } = pane.session.current();
    expect(reports).toHaveLength(before);
    expect(table).toBe(sample.tables[0]!.id);
  });
});

test('bonus and penalty beside the scale are asked for, and a slip of the key is not passed over', async () => {
  const host = emptyHost();
  const pane = await chosen(host, first);
  await pane.enter('.beyond input', 'hai');
  expect(pane.find('.beyond').textContent).toContain('Cần là số lớn hơn 0');
  await pane.click('main button', 'Xem trước thay đổi');
  expect(pane.has('.preview')).toBe(false);
  await pane.enter('.beyond input', '2,5');
  await pane.click('main button', 'Xem trước thay đổi');
  await pane.click('.preview button', 'Thực hiện');
  const outside = pane.session
    .current()
    .reports[0]!.scoreSheet.rows.filter((row) => row.outside !== undefined);
  expect(outside.map(({ name, figures }) => [name, figures.max?.text])).toEqual([
    ['Điểm thưởng', '2.5'],
  ]);
});

test('where points come from a survey, that part may be left out of the period', async () => {
  const surveyed = builtInFrameworks().find(({ id }) => id === 'binh-dinh-2878-huyen-2021')!;
  const pane = await chosen(emptyHost(), surveyed);
  await pane.click('main label', 'Chưa tính phần điều tra xã hội học (40 điểm)');
  await pane.click('main button', 'Xem trước thay đổi');
  await pane.click('.preview button', 'Thực hiện');
  const { max, base } = pane.session.current().reports[0]!.summary;
  expect([max?.toString(), base?.toString()]).toEqual(['60', '60']);
  expect((await chosen(emptyHost(), first)).has('main label', 'Chưa tính phần điều tra')).toBe(
    false,
  );
});

test('what the workbook carries can be chosen, and the first rule asks for its column', async () => {
  const carried = copyOf(first);
  carried.title = 'Bộ chỉ số của tệp';
  const pane = await renderPane(carrying(carried));
  await pane.click('nav button', 'Nạp khung');
  expect(pane.find('main optgroup[label="Bộ chỉ số đi theo tệp đang mở"]').textContent).toBe(
    carried.title,
  );
  await pane.enter('main select', '*carried');
  expect(pane.find('#framework-title').textContent).toContain(carried.title);
  expect(pane.has('summary', 'Thêm cột cho bảng: Số liệu kê khai')).toBe(false);
  const ruled = copyOf(first);
  ruled.id = 'co-quy-tac';
  ruled.areas[0]!.children![0]!.rule = { kind: 'linear' };
  await act(async () => pane.session.fill('load', { own: [ruled] }));
  await pane.enter('main select', ruled.id);
  expect(pane.has('summary', 'Thêm cột cho bảng: Số liệu kê khai')).toBe(true);
});
