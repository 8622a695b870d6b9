/** Kiểm tra: deciding about findings, filters, marks, following edits, and scores by rule. */
import { act } from 'react';
import { copyOf, FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sampleReading } from '../support/sample';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import { emptyState, parseState, stateText } from '../../src/workbook/state';
import type { Framework } from '../../src/domain/framework/framework';

jest.mock('@cj-tech-master/excelts', () => ({}));

const sample = sampleReading();
const table = sample.tables[0]!;

function sampleHost(): FakeHost {
  return new FakeHost(copyOf(sample.snapshot));
}

async function checking(host: FakeHost): Promise<RenderedPane> {
  const pane = await renderPane(host);
  await pane.click('nav button', 'Kiểm tra');
  return pane;
}

const shown = (pane: RenderedPane) => pane.root.querySelectorAll('.finding').length;

/** Of the first finding with a cell. */
async function accepted(pane: RenderedPane, reason: string): Promise<void> {
  await pane.click('.finding-open', 'Tiêu chí');
  await pane.click('.finding-more button', 'Đã xem, chấp nhận');
  await pane.enter('.reason input', reason);
  await pane.click('.reason button', 'Chấp nhận');
}

describe('accepting a finding', () => {
  test('takes it from the list and the counts, with its reason in the file', async () => {
    const host = sampleHost();
    const pane = await checking(host);
    const before = shown(pane);
    await accepted(pane, 'Hội đồng đã thống nhất');
    expect(shown(pane)).toBe(before - 1);
    expect(Object.values(parseState(host.snapshot.state).accepted)[0]).toMatchObject({
      reason: 'Hội đồng đã thống nhất',
      date: expect.stringMatching(/^\d{1,2}\/\d{1,2}\/\d{4}$/) as string,
    });
    await pane.click('nav button[aria-label="Tổng quan"]');
    expect(pane.find('h2').textContent).toContain(`${before - 1} vấn đề`);
  });

  test('needs a reason', async () => {
    const host = sampleHost();
    const pane = await checking(host);
    await accepted(pane, '   ');
    expect(host.applied).toHaveLength(0);
    expect(pane.has('.reason')).toBe(true);
  });

  test('is shown on demand, and taken back', async () => {
    const host = sampleHost();
    const pane = await checking(host);
    const before = shown(pane);
    await accepted(pane, 'Đã rõ');
    await pane.click('.chip', '1 đã chấp nhận');
    expect(shown(pane)).toBe(before);
    await pane.click('.finding-open', 'đã chấp nhận');
    expect(pane.find('.finding-more').textContent).toContain('Đã rõ');
    await pane.click('.finding-more button', 'Bỏ chấp nhận');
    expect(parseState(host.snapshot.state).accepted).toEqual({});
    expect(pane.has('.chip', 'đã chấp nhận')).toBe(false);
  });

  test('lapses when the cell changes: the finding is open again, and says so', async () => {
    const host = sampleHost();
    const pane = await checking(host);
    await accepted(pane, 'Đã rõ');
    const state = parseState(host.snapshot.state);
    const [key, entry] = Object.entries(state.accepted)[0]!;
    state.accepted[key] = { ...entry, seen: 'what it held before' };
    host.snapshot.state = stateText(state);
    await pane.click('main button', 'Kiểm tra lại');
    await pane.click('.finding-open', 'hết hiệu lực');
    expect(pane.find('.finding-more').textContent).toContain('Ô đã thay đổi từ đó');
  });
});

test('findings are grouped by unit, and F8 walks through all of the groups', async () => {
  const pane = await checking(sampleHost());
  await pane.enter('.filter select', 'unit');
  const titles = [...pane.root.querySelectorAll('.findings h3')].map((h3) => h3.textContent);
  expect(titles.join()).toContain('Phòng Nội vụ');
  for (let i = 0; i < shown(pane); i++) await pane.press('F8');
  expect(pane.find('.walk').textContent).toContain(`${shown(pane)}/${shown(pane)}`);
});

test('marks are put on after a preview, and taken off', async () => {
  const host = sampleHost();
  const pane = await checking(host);
  await pane.click('main button', 'Đánh dấu trên bảng');
  for (let i = 0; i < 40 && !pane.has('.preview'); i++) await pane.settle();
  expect(pane.find('.preview').textContent).toContain('Tô màu và gắn ghi chú');
  await pane.click('.preview button', 'Thực hiện');
  expect(host.applied[0]!.changes[0]).toMatchObject({ kind: 'mark', sheet: table.sheet });
  await pane.click('main button', 'Gỡ đánh dấu');
  await pane.click('.preview button', 'Thực hiện');
  expect(host.applied[1]!.changes[0]).toMatchObject({ kind: 'mark', marks: [] });
  expect(pane.has('main button', 'Gỡ đánh dấu')).toBe(false);
});

test('minutes list what was decided, and become a sheet', async () => {
  const host = sampleHost();
  const pane = await checking(host);
  await accepted(pane, 'Hội đồng đã thống nhất');
  pane.find('summary', 'Biên bản kiểm tra').parentElement!.setAttribute('open', '');
  for (let i = 0; i < 40 && !pane.has('.paper'); i++) await pane.settle();
  const paper = pane.find('.paper').textContent;
  expect(paper).toContain('BIÊN BẢN KIỂM TRA');
  expect(paper).toContain('Hội đồng đã thống nhất');
  expect(paper).toContain('NGƯỜI KIỂM TRA');
  await pane.click('main button', 'Thêm thành trang tính');
  await pane.click('.preview button', 'Thực hiện');
  expect(host.snapshot.sheetNames).toContain('Biên bản kiểm tra');
  expect(pane.session.current().reports).toHaveLength(1);
});

describe('following edits', () => {
  const edit = async (pane: RenderedPane, host: FakeHost) => {
    const { place } = table.rows[2]!.figures.self!;
    await act(async () => host.type(table.sheet, place, 'mười'));
    await act(async () => new Promise((done) => setTimeout(done, 900)));
    await pane.settle();
  };

  test('findings come by themselves', async () => {
    const host = sampleHost();
    const pane = await checking(host);
    const before = shown(pane);
    await edit(pane, host);
    expect(shown(pane)).toBeGreaterThan(before);
  });

  test('switched off, results say that they are out of date until she asks', async () => {
    const host = sampleHost();
    const pane = await checking(host);
    const before = shown(pane);
    await pane.click('main label', 'Kiểm tra khi nhập');
    await edit(pane, host);
    expect(shown(pane)).toBe(before);
    expect(pane.find('.out-of-date').textContent).toContain('đã cũ');
    await pane.click('.out-of-date button', 'Kiểm tra lại');
    expect(shown(pane)).toBeGreaterThan(before);
    expect(pane.has('.out-of-date')).toBe(false);
  });
});

describe('scores by rule', () => {
  /** The sample's framework with one rule, and a note column that holds what was declared. */
  function ruled(): FakeHost {
    const framework = copyOf(builtInFrameworks()[0]!) as Framework;
    const leaf = table.rows.find((row) => row.isLeaf)!;
    const walk = (nodes: Framework['areas']): void =>
      nodes.forEach((node) => {
        if (node.code === leaf.code)
          Object.assign(node, { rule: { kind: 'linear' }, method: 'Tính theo tỷ lệ phần trăm.' });
        walk((node.children ?? []) as Framework['areas']);
      });
    walk(framework.areas);
    const host = sampleHost();
    host.type(table.sheet, { row: table.header.last, column: 8 }, 'SỐ LIỆU KÊ KHAI');
    host.type(table.sheet, { row: leaf.row, column: 8 }, '50/100');
    host.snapshot.state = stateText({ ...emptyState, framework });
    return host;
  }

  test('show what was declared, the working and the decision’s sentence; a click goes to the cell', async () => {
    const host = ruled();
    const pane = await checking(host);
    const list = pane.find('details.fold', 'Điểm tính theo quy tắc');
    expect(list.textContent).toMatch(/50\/100 × [\d,]+ = [\d,]+/);
    expect(list.textContent).toContain('Tính theo tỷ lệ phần trăm.');
    await pane.click('.row-open');
    expect(host.selected.at(-1)).toMatchObject({ sheet: table.sheet });
  });

  test('are not spoken of where the framework has no rules', async () => {
    const pane = await checking(sampleHost());
    expect(pane.has('details', 'Điểm tính theo quy tắc')).toBe(false);
  });
});
