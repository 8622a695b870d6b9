import axe from 'axe-core';
import { act } from 'react';
import { HostError, type HostFiles } from '../../src/workbook/host';
import { copyOf, FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sampleReading } from '../support/sample';

// The sample is taken as data here; what writes it to a file has no place in jsdom.
jest.mock('@cj-tech-master/excelts', () => ({}));

const sample = sampleReading();
const table = sample.tables[0]!;

function sampleHost(files?: HostFiles): FakeHost {
  return new FakeHost(copyOf(sample.snapshot), files);
}

function emptyHost(): FakeHost {
  return new FakeHost({ sheets: [], sheetNames: [], activeSheet: '', state: null });
}

const step = (pane: RenderedPane, name: string) => pane.click('nav button', name);

describe('the overview', () => {
  test('says what the sheet is and one thing to do next', async () => {
    const pane = await renderPane(sampleHost());
    expect(pane.find('h2').textContent).toMatch(/^Bảng điểm: 27 tiêu chí, \d+ vấn đề cần xem$/);
    expect(pane.find('.figures').textContent).toContain('23,41');
    expect(pane.root.querySelectorAll('.next')).toHaveLength(1);
    await pane.click('.next button');
    expect(pane.has('nav button[aria-current]', 'Tính điểm trừ')).toBe(true);
  });

  test('of a workbook without a table leads to loading a framework', async () => {
    const pane = await renderPane(emptyHost());
    expect(pane.find('h2').textContent).toBe('Chưa thấy bảng điểm trong tệp này');
    await pane.click('.next button', 'Nạp khung');
    expect(pane.find('h2').textContent).toBe('Nạp khung');
  });

  test('speaks English where Office does', async () => {
    const pane = await renderPane(sampleHost(), 'en');
    expect(pane.find('h2').textContent).toMatch(/^Score sheet: 27 criteria/);
    expect(pane.find('.figures').textContent).toContain('23.41');
  });
});

describe('files', () => {
  const files: HostFiles = {
    open: async () => false,
    save: async () => undefined,
    current: () => ({ name: 'a.xlsx', unsaved: true, opened: 1, origin: 'own' }),
    listen: () => () => undefined,
  };

  test('are offered only where the host keeps them', async () => {
    const inExcel = await renderPane(sampleHost());
    expect(inExcel.has('header button', 'Lưu tệp')).toBe(false);
    const inPage = await renderPane(sampleHost(files));
    expect(inPage.find('header').textContent).toContain('a.xlsx');
    expect(inPage.has('header button', 'Lưu tệp')).toBe(true);
  });
});

describe('loading a framework', () => {
  async function chosen(host: FakeHost): Promise<RenderedPane> {
    const pane = await renderPane(host);
    await step(pane, 'Nạp khung');
    await pane.enter('main select', 'quang-tri-1325-huyen-2023');
    return pane;
  }

  test('shows what it lacks, its tree and totals before anything is built', async () => {
    const pane = await chosen(emptyHost());
    const about = pane.find('.about').textContent;
    expect(about).toContain('Chưa đầy đủ');
    expect(about).toContain('01/7/2025');
    expect(about).toMatch(/5 lĩnh vực, 27 tiêu chí chấm điểm, tổng điểm chuẩn 40/);
  });

  test('makes a sheet that the next steps work on', async () => {
    const host = emptyHost();
    const pane = await chosen(host);
    await pane.enter('section.fields .fui-Input__input', 'UBND xã Vĩnh Linh');
    await pane.click('main button', 'Xem trước thay đổi');
    expect(pane.find('.preview').textContent).toMatch(/Lập trang tính mới “Bảng điểm”/);
    expect(host.applied).toHaveLength(0);
    await pane.click('.preview button', 'Thực hiện');
    expect(host.snapshot.sheetNames).toContain('Bảng điểm');
    expect(pane.find('.notice').textContent).toContain('Đã thực hiện: Nạp khung');
    await pane.click('nav button[aria-label="Tổng quan"]');
    expect(pane.find('h2').textContent).toMatch(/^Bảng điểm: 27 tiêu chí/);
  });
});

describe('checking', () => {
  test('a click goes to the cell, F8 to the next one and Shift+F8 back', async () => {
    const host = sampleHost();
    const pane = await renderPane(host);
    await step(pane, 'Kiểm tra');
    await pane.click('.finding-open');
    const first = host.selected.at(-1);
    expect(first).toBeDefined();
    await pane.press('F8');
    const second = host.selected.at(-1);
    expect(second).not.toEqual(first);
    expect(document.activeElement?.closest('.finding-current')).not.toBeNull();
    await pane.press('F8', { shiftKey: true });
    expect(host.selected.at(-1)).toEqual(first);
  });

  test('shows what to do at the finding she is at, and hides severities on demand', async () => {
    const pane = await renderPane(sampleHost());
    await step(pane, 'Kiểm tra');
    expect(pane.has('.finding-more')).toBe(false);
    await pane.click('.finding-open');
    expect(pane.find('.finding-more').textContent?.length).toBeGreaterThan(20);
    const all = pane.root.querySelectorAll('.finding').length;
    await pane.click('.chip', 'cảnh báo');
    expect(pane.root.querySelectorAll('.finding').length).toBeLessThan(all);
  });

  test('mends all that is certain as one change', async () => {
    const host = sampleHost();
    const { place } = table.rows[2]!.figures.self!;
    const sheet = host.sheet(table.sheet);
    sheet.values[place.row]![place.column] = '1,5';
    sheet.numberFormats[place.row]![place.column] = '@';
    const pane = await renderPane(host);
    await step(pane, 'Kiểm tra');
    await pane.click('main button', /^Sửa tất cả điều chắc chắn \(\d+\)$/);
    await pane.click('.preview button', 'Thực hiện');
    expect(host.applied).toHaveLength(1);
    expect(host.sheet(table.sheet).values[place.row]![place.column]).toBe(1.5);
  });
});

describe('deductions', () => {
  test('ask for the base and give the index of the sample', async () => {
    const pane = await renderPane(sampleHost());
    await step(pane, 'Tính điểm');
    expect(pane.find('.ask').textContent).toContain('cộng được 40 điểm chuẩn');
    await pane.enter('input[inputmode=decimal]', '79');
    expect(pane.find('.index-line').textContent).toContain('70,37%');
    expect(pane.find('.areas tfoot').textContent).toContain('23,41');
  });

  test('refuse a base that is no number, in words', async () => {
    const pane = await renderPane(sampleHost());
    await step(pane, 'Tính điểm');
    await pane.enter('input[inputmode=decimal]', 'bảy chín');
    expect(pane.find('.ask').textContent).toContain('Nhập một số dương');
    await pane.click('main button', 'Xem trước thay đổi');
    expect(pane.has('.preview')).toBe(false);
  });

  test('are written after the preview, and taken back', async () => {
    const host = sampleHost();
    const before = copyOf(host.snapshot);
    const pane = await renderPane(host);
    await step(pane, 'Tính điểm');
    await pane.enter('input[inputmode=decimal]', '79');
    await pane.click('main button', 'Xem trước thay đổi');
    expect(document.activeElement?.textContent).toBe('Sẽ thực hiện: Tính điểm trừ');
    await pane.click('.preview button', 'Thực hiện');
    expect(host.snapshot).not.toEqual(before);
    expect(pane.find('header button', 'Hoàn tác').title).toBe('Hoàn tác: Tính điểm trừ');
    await pane.click('.notice button', 'Hoàn tác');
    expect(host.snapshot).toEqual(before);
    expect(pane.find('.notice').textContent).toContain('Đã hoàn tác: Tính điểm trừ');
  });

  test('keep what was typed when she looks at another step and comes back', async () => {
    const pane = await renderPane(sampleHost());
    await step(pane, 'Tính điểm');
    await pane.enter('input[inputmode=decimal]', '79,5');
    await step(pane, 'Phụ lục');
    await step(pane, 'Tính điểm');
    expect((pane.find('input[inputmode=decimal]') as HTMLInputElement).value).toBe('79,5');
  });
});

describe('assignments', () => {
  test('are proposed, can be renamed and dropped, and survive a change of step', async () => {
    const pane = await renderPane(sampleHost());
    await step(pane, 'Phân công');
    const units = () =>
      [...pane.root.querySelectorAll('.unit-name')].map((name) => name.textContent);
    const before = units();
    expect(before).toContain('Phòng Nội vụ');
    expect(pane.find('.notes').textContent).toContain('4 ô trống lấy theo ô gộp phía trên');
    pane.find('.unit').setAttribute('open', '');
    await pane.settle();
    await pane.enter('.unit-body input', 'Phòng Nội vụ huyện');
    await pane.click('.unit-body button', 'Đổi tên');
    expect(units()).toContain('Phòng Nội vụ huyện');
    await step(pane, 'Kiểm tra');
    await step(pane, 'Phân công');
    expect(units()).toContain('Phòng Nội vụ huyện');
    expect(units()).toHaveLength(before.length);
  });

  test('insert a column for each unit', async () => {
    const host = sampleHost();
    const pane = await renderPane(host);
    await step(pane, 'Phân công');
    const units = pane.root.querySelectorAll('.unit').length;
    await pane.click('main button', 'Xem trước thay đổi');
    expect(pane.find('.preview').textContent).toContain(`Chèn ${units} cột sau cột H`);
    await pane.click('.preview button', 'Thôi');
    expect(host.applied).toHaveLength(0);
    await pane.click('main button', 'Xem trước thay đổi');
    await pane.click('.preview button', 'Thực hiện');
    const insertion = host.applied[0]!.changes.find(({ kind }) => kind === 'insertColumns');
    expect(insertion).toMatchObject({ before: 8, count: units });
  });
});

describe('the appendix', () => {
  test('is previewed with the sign and the title she chooses', async () => {
    const pane = await renderPane(sampleHost());
    await step(pane, 'Phụ lục');
    expect(pane.find('.paper').textContent).toContain('-1,15');
    await pane.click('input[value=positive]');
    expect(pane.find('.paper').textContent).not.toContain('-1,15');
    await pane.enter('main textarea', 'PHỤ LỤC 1\nKết quả');
    expect(pane.find('.paper').textContent).toContain('PHỤ LỤC 1');
  });

  test('is copied as HTML and as text', async () => {
    const pane = await renderPane(sampleHost());
    const given: Record<string, string> = {};
    document.execCommand = () => {
      const event = new Event('copy', { bubbles: true, cancelable: true });
      Object.assign(event, {
        clipboardData: { setData: (kind: string, data: string) => (given[kind] = data) },
      });
      document.dispatchEvent(event);
      return true;
    };
    await step(pane, 'Phụ lục');
    await pane.click('main button', 'Sao chép phụ lục');
    expect(given['text/html']).toContain('Times New Roman');
    expect(given['text/plain']).toContain('\t');
    expect(pane.root.textContent).toContain('Đã sao chép');
  });

  test('is selected for copying by hand where the browser refuses', async () => {
    const pane = await renderPane(sampleHost());
    document.execCommand = () => false;
    await step(pane, 'Phụ lục');
    await pane.click('main button', 'Sao chép phụ lục');
    expect(pane.root.textContent).toContain('nhấn Ctrl+C');
    expect(document.getSelection()?.toString()).toContain('1.1.3');
  });
});

describe('trouble', () => {
  test('of the host is one sentence, and the preview stays', async () => {
    const host = sampleHost();
    const pane = await renderPane(host);
    await step(pane, 'Phân công');
    await pane.click('main button', 'Xem trước thay đổi');
    host.failure = new HostError('sheetProtected', { sheet: 'Phụ lục' });
    await pane.click('.preview button', 'Thực hiện');
    expect(pane.find('.notice').textContent).toContain('đang được bảo vệ');
    expect(pane.has('.preview')).toBe(true);
  });

  test('of our own is told with a detail to copy, and not as a blank pane', async () => {
    const host = sampleHost();
    const pane = await renderPane(host);
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    pane.session.current().reports[0]!.areas.splice(0, 1, null as never);
    await step(pane, 'Tính điểm');
    silenced.mockRestore();
    expect(pane.find('.crash').textContent).toContain('Bảng tính không bị ảnh hưởng');
    expect((pane.find('.crash textarea') as HTMLTextAreaElement).value).toContain('9.9.9');
  });
});

test('axe finds nothing in any step', async () => {
  const pane = await renderPane(sampleHost());
  for (const name of ['Nạp khung', 'Kiểm tra', 'Tính điểm', 'Phân công', 'Phụ lục']) {
    await step(pane, name);
    // jsdom has no layout, so colours are looked at in Chromium.
    const { violations } = await axe.run(pane.root, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect({ name, violations: violations.map(({ id, nodes }) => [id, nodes[0]?.html]) }).toEqual({
      name,
      violations: [],
    });
  }
}, 60_000);

describe('a framework of her own', () => {
  const html =
    '<table><tr><th>STT</th><th>Tiêu chí</th><th>Điểm tối đa</th></tr>' +
    '<tr><td>1</td><td><b>CHỈ ĐẠO, ĐIỀU HÀNH</b></td><td>5</td></tr>' +
    '<tr><td>1.1</td><td>Kế hoạch</td><td>2</td></tr>' +
    '<tr><td>1.2</td><td>Báo cáo</td><td>hai</td></tr></table>';

  async function pasted(): Promise<RenderedPane> {
    const pane = await renderPane(emptyHost());
    await step(pane, 'Nạp khung');
    const event = new Event('paste', { bubbles: true, cancelable: true });
    const data: Record<string, string> = { 'text/html': html, 'text/plain': 'x' };
    Object.assign(event, { clipboardData: { getData: (kind: string) => data[kind] ?? '' } });
    await act(async () => {
      pane.find('.own textarea').dispatchEvent(event);
    });
    // The reader of HTML is fetched when it is first needed.
    for (let i = 0; i < 40 && !pane.has('.review'); i++) await pane.settle();
    return pane;
  }

  test('is shown row by row, mended, used, and loaded', async () => {
    const pane = await pasted();
    expect(pane.root.querySelectorAll('.import-row .node-code')).toHaveLength(3);
    expect(pane.find('.review').textContent).toContain('1 dòng cần xem lại');
    await pane.click('.import-row button', 'Báo cáo');
    expect(pane.find('.import-mend').textContent).toContain('“hai” không phải một số');
    await step(pane, 'Kiểm tra');
    await step(pane, 'Nạp khung');
    await pane.enter('.import-mend input[inputmode=decimal]', '3');
    expect(pane.find('.review').textContent).not.toContain('cần xem lại');
    await pane.click('.review button', 'Dùng bộ chỉ số này');
    expect(pane.find('.about').textContent).toContain('tổng điểm chuẩn 5');
    await pane.click('main button', 'Xem trước thay đổi');
    expect(pane.find('.preview').textContent).toContain('2 tiêu chí chấm điểm');
  });
});
