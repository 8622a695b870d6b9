/** A framework of her own, as a person brings it into the pane: selected, pasted, its columns put right. */
import { act } from 'react';
import { HostError } from '../../src/workbook/host';
import { FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';

jest.mock('@cj-tech-master/excelts', () => ({}));

const sheetName = 'Khung 2026';

function hostWith(rows: (string | number | null)[][]): FakeHost {
  const grid = <T,>(value: T) => rows.map((row) => row.map(() => value));
  return new FakeHost({
    sheets: [
      {
        name: sheetName,
        visibility: 'visible',
        protected: false,
        rowCount: rows.length,
        columnCount: rows[0]?.length ?? 0,
        values: rows,
        formulas: grid<string | null>(null),
        numberFormats: grid('General'),
        bold: grid(false),
        indents: grid(0),
        merges: [],
        hiddenRows: [2],
        hiddenColumns: [],
        filtered: false,
      },
    ],
    sheetNames: [sheetName],
    activeSheet: sheetName,
    state: null,
  });
}

const table = () => [
  ['STT', 'Tiêu chí', 'Điểm tối đa', 'Năm trước'],
  ['1', 'Chỉ đạo, điều hành', 3, 2.5],
  ['1.1', 'Kế hoạch', 1, 1],
  ['1.2', 'Báo cáo', 2, 1.5],
];

async function opened(host: FakeHost): Promise<RenderedPane> {
  const pane = await renderPane(host);
  await pane.click('nav button', 'Nạp khung');
  return pane;
}

async function paste(pane: RenderedPane, text: string, html = ''): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  const getData = (kind: string) => (kind === 'text/html' ? html : text);
  Object.assign(event, { clipboardData: { getData } });
  await act(async () => pane.find('.own textarea').dispatchEvent(event));
  await pane.settle();
}

const choiceOf = (pane: RenderedPane, role: string) => {
  const label = pane.find('.own label', role) as HTMLLabelElement;
  return pane.root.querySelector<HTMLSelectElement>(`[id="${label.htmlFor}"]`)!;
};
const choose = (pane: RenderedPane, role: string, column: string) =>
  pane.enter(`[id="${choiceOf(pane, role).id}"]`, column);
const maxima = (pane: RenderedPane) =>
  [...pane.root.querySelectorAll('.import-row .node-max')].map((each) => each.textContent);

describe('what is selected', () => {
  test('is not offered where the host does not know it', async () => {
    expect((await opened(hostWith(table()))).has('.own button', 'vùng đang chọn')).toBe(false);
  });

  test('is read as it is now, its address said, with what is hidden', async () => {
    const host = hostWith(table());
    host.choose(sheetName, 'B3');
    const pane = await opened(host);
    // Edited meanwhile; the pane has not read that.
    host.sheet(sheetName).values[3]![2] = 4;
    await pane.click('.own button', 'vùng đang chọn');
    const own = pane.find('.own').textContent;
    expect(own).toContain('Đã đọc từ “Khung 2026!A1:D4”. Có 1 dòng đang ẩn, cũng được đọc.');
    expect(maxima(pane)).toEqual(['3', '1', '4']);
    await pane.click('.own button', 'Dùng bộ chỉ số này');
    expect(pane.session.current().forms.load.own).toHaveLength(1);
  });

  test('areas apart and cells being typed into are one sentence each, and nothing is lost', async () => {
    const host = hostWith(table());
    host.choose(sheetName, 'A1:D4', 2);
    const pane = await opened(host);
    await pane.click('.own button', 'vùng đang chọn');
    expect(pane.find('.own').textContent).toContain('Đang chọn 2 vùng rời nhau.');
    host.choose(sheetName, 'A1:D4');
    await pane.click('.own button', 'vùng đang chọn');
    host.selection = () => Promise.reject(new HostError('cellEditing'));
    await pane.click('.own button', 'vùng đang chọn');
    expect(pane.session.current().notice).toMatchObject({ problem: 'cellEditing' });
    expect(maxima(pane)).toHaveLength(3);
  });

  test('a sheet is read afresh as well', async () => {
    const host = hostWith(table());
    const pane = await opened(host);
    host.sheet(sheetName).values[3]![2] = 7;
    await pane.enter('.own select', sheetName);
    expect(maxima(pane)).toEqual(['3', '1', '7']);
  });
});

describe('columns', () => {
  test('are shown with header and example; another choice reads again and keeps what was mended', async () => {
    const host = hostWith(table());
    const pane = await opened(host);
    await pane.enter('.own select', sheetName);
    const max = choiceOf(pane, 'Điểm chuẩn');
    expect(max.selectedOptions[0]?.textContent).toBe('C – Điểm tối đa (ví dụ: 3)');
    await pane.click('.import-row button', 'Kế hoạch');
    await pane.enter('.import-open .field-row .fui-Field:nth-child(2) input', '0,75');
    await choose(pane, 'Điểm chuẩn', '3');
    expect(maxima(pane)).toEqual(['2,5', '0,75', '1,5']);
    expect(pane.find('.own').textContent).toContain('Đã giữ 1 dòng sửa tay.');
    await pane.click('.own button', 'Đọc lại theo cách ban đầu');
    expect(maxima(pane)).toEqual(['3', '0,75', '2']);
  });

  test('can be chosen where nothing was recognised', async () => {
    const pane = await opened(hostWith(table()));
    await paste(pane, 'Mức\tViệc\tKí hiệu\n3đ\tChỉ đạo\tX-1\n1,5đ\tKế hoạch\tX-2');
    expect(pane.find('.own').textContent).toContain('Không nhận ra bảng tiêu chí');
    expect(pane.find('.own .fold').hasAttribute('open')).toBe(true);
    await choose(pane, 'Điểm chuẩn', '0');
    expect(maxima(pane)).toEqual(['3', '1,5']);
    expect(pane.find('.own').textContent).not.toContain('Không nhận ra');
  });

  test('stand open where there is no column of maxima, and folded where all is well', async () => {
    const pane = await opened(hostWith(table()));
    await paste(pane, 'STT\tTiêu chí\tGhi gì đó\n1\tChỉ đạo\tx\n2\tThể chế\ty');
    expect(pane.find('.review .fold').hasAttribute('open')).toBe(true);
    await pane.click('.own button', 'Thôi');
    await pane.enter('.own select', sheetName);
    expect(pane.find('.review .fold').hasAttribute('open')).toBe(false);
  });
});

test('points of a survey are marked where the row is mended', async () => {
  const pane = await opened(hostWith([]));
  await paste(
    pane,
    table()
      .map((row) => row.slice(0, 3).join('\t'))
      .join('\n'),
  );
  await pane.click('.import-row button', '1.2');
  await pane.click('.import-open label', 'Điểm lấy từ điều tra xã hội học');
  await pane.click('.own button', 'Dùng bộ chỉ số này');
  const [area] = pane.session.current().forms.load.own[0]!.areas;
  expect(area!.children!.map(({ survey }) => survey ?? false)).toEqual([false, true]);
});

test('a row can be told to be a part of the criterion above', async () => {
  const pane = await opened(hostWith([]));
  const [head, ...rows] = table().map((row) => row.slice(0, 3).join('\t'));
  await paste(pane, [head, ...rows].join('\n'));
  await pane.click('.import-row button', '1.2');
  await pane.enter('.import-open select', 'continuation');
  expect((pane.find('.import-open select') as HTMLSelectElement).value).toBe('continuation');
  await pane.click('.own button', 'Dùng bộ chỉ số này');
  const [area] = pane.session.current().forms.load.own[0]!.areas;
  expect(area!.children!.map(({ name }) => name)).toEqual(['Kế hoạch Báo cáo']);
});

test('a row taken for something else can be made a criterion, and keeps the keyboard', async () => {
  const pane = await opened(hostWith([]));
  const rows = table().map((row) => row.slice(0, 3).join('\t'));
  await paste(pane, [...rows, '\tTổng cộng\t1'].join('\n'));
  expect(pane.has('.review .fold summary', '2 dòng không phải tiêu chí')).toBe(true);
  await pane.click('.review .fold .import-row button', 'Tổng cộng');
  await pane.enter('.import-open select', '1');
  expect(pane.has('.review .fold .import-row', 'Tổng cộng')).toBe(false);
  expect(document.activeElement?.textContent).toContain('Tổng cộng');
  await pane.click('.own button', 'Dùng bộ chỉ số này');
  const [area] = pane.session.current().forms.load.own[0]!.areas;
  expect(area!.children!.at(-1)).toMatchObject({ name: 'Tổng cộng', max: '1' });
});

test('a table that could not be read stands in the way no longer once another one is chosen', async () => {
  const pane = await opened(hostWith([]));
  await paste(pane, 'Kính gửi các đồng chí');
  expect(pane.has('.own strong', 'Chưa đọc được bộ chỉ số')).toBe(true);
  await pane.enter('main select', 'hai-duong-3395-xa-2022');
  expect(pane.has('.own strong', 'Chưa đọc được bộ chỉ số')).toBe(false);
});
