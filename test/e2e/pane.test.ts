/**
 * The five steps in Chromium, in the built pane beside the real spreadsheet, on the sample workbook: once
 * with the mouse, once with the keyboard alone; with axe on every step, in light and dark and at 320
 * pixels; and the size of what the pane loads first.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { cellValue, launch, onHost, openPage, type OpenPage } from '../support/browser';
import { startBuilt } from '../support/server';

jest.setTimeout(180_000);

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const stepNames = ['Nạp khung', 'Kiểm tra', 'Tính điểm trừ', 'Phân công', 'Phụ lục'];

const step = (pane: FrameLocator, name: string) =>
  pane.locator('nav button', { hasText: name }).click();
const button = (pane: FrameLocator, name: string) => pane.getByRole('button', { name });

/** Waits until the code of the step has come and the step stands. */
const content = (pane: FrameLocator) =>
  pane.locator('.step').locator('button, input, select').locator('visible=true').first().waitFor();

/** The score sheet as it is now: its cells, and the names around it. */
const readSheet = (page: Page) =>
  onHost(
    page,
    async (host) => {
      const { sheets, activeSheet, sheetNames } = await host.read({ sheets: 'active' });
      return { sheet: sheets[0]!, activeSheet, sheetNames };
    },
    null,
  );

describe('with the mouse', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage();
    await open.pane.getByText('27 tiêu chí').first().waitFor();
  });
  afterAll(() => open.close());

  test('the overview says what the sheet is', async () => {
    await open.pane.getByRole('heading', { name: /^Bảng điểm: 27 tiêu chí/ }).waitFor();
    const figures = await open.pane.locator('.figures').textContent();
    for (const figure of ['40', '31,87', '16,59', '23,41']) expect(figures).toContain(figure);
  });

  test('a click on a finding goes to its cell', async () => {
    await step(open.pane, 'Kiểm tra');
    const finding = open.pane.locator('.finding-open').first();
    const cell = (await finding.locator('.finding-place').textContent())?.split(' ')[0];
    await finding.click();
    await open.page.locator('#cell-line strong', { hasText: new RegExp(`^${cell}$`) }).waitFor();
  });

  test('deductions: the base gives 70,37%, and the sheet gets its sums', async () => {
    await step(open.pane, 'Tính điểm trừ');
    await open.pane.getByLabel('Tổng điểm chuẩn trong kỳ').fill('79');
    await open.pane.locator('.index-line', { hasText: '70,37%' }).waitFor();
    const before = (await readSheet(open.page)).sheet.rowCount;
    await button(open.pane, 'Xem trước thay đổi').click();
    expect((await readSheet(open.page)).sheet.rowCount).toBe(before);
    await button(open.pane, 'Thực hiện').click();
    await open.pane.getByText('Đã thực hiện: Tính điểm trừ').waitFor();
    const { sheet } = await readSheet(open.page);
    expect(sheet.rowCount).toBeGreaterThan(before);
    expect(sheet.values.flat()).toEqual(expect.arrayContaining([79]));
  });

  test('assignments: a column for each unit, nothing the second time, taken back by undo', async () => {
    await step(open.pane, 'Phân công');
    await open.pane.getByText('4 ô trống lấy theo ô gộp phía trên').waitFor();
    const units = await open.pane.locator('.unit-name').allTextContents();
    const columns = (await readSheet(open.page)).sheet.columnCount;
    await button(open.pane, 'Xem trước thay đổi').click();
    await open.pane.getByText(`Chèn ${units.length} cột sau cột H`).waitFor();
    await button(open.pane, 'Thực hiện').click();
    await open.pane.getByText('Đã thực hiện: Phân công').waitFor();
    const { sheet } = await readSheet(open.page);
    expect(sheet.columnCount).toBe(columns + units.length);
    const words = sheet.values.slice(0, 6).flat();
    expect(words).toEqual(expect.arrayContaining(['PHÂN CÔNG KHẮC PHỤC', ...units]));
    await button(open.pane, 'Xem trước thay đổi').click();
    await open.pane.getByText('không có gì cần thay đổi').waitFor();
    await button(open.pane, 'Quay lại').click();
    await open.pane.locator('header').getByRole('button', { name: 'Hoàn tác' }).click();
    await open.pane.getByText('Đã hoàn tác: Phân công').waitFor();
    expect((await readSheet(open.page)).sheet.columnCount).toBe(columns);
  });

  test('the appendix goes to the clipboard as HTML and as text', async () => {
    await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await step(open.pane, 'Phụ lục');
    await button(open.pane, 'Sao chép phụ lục').click();
    await open.pane.getByText('Đã sao chép').waitFor();
    const clip = await open.page.evaluate(async () => {
      window.focus();
      const [item] = await navigator.clipboard.read();
      const text = async (kind: string) => (await item!.getType(kind)).text();
      return { html: await text('text/html'), plain: await text('text/plain') };
    });
    expect(clip.html).toContain('Times New Roman');
    expect(clip.html).toContain('-1,15');
    expect(clip.plain).toContain('1.1.3\t');
  });

  test('a framework becomes a new sheet, which the steps then speak of', async () => {
    await step(open.pane, 'Nạp khung');
    await open.pane.getByLabel('Bộ chỉ số', { exact: true }).selectOption({ index: 1 });
    await open.pane.getByLabel('Tên đơn vị').fill('UBND xã Vĩnh Linh');
    await open.pane.getByLabel('Kỳ đánh giá').fill('6 tháng đầu năm 2026');
    await step(open.pane, 'Kiểm tra');
    await step(open.pane, 'Nạp khung');
    expect(await open.pane.getByLabel('Tên đơn vị').inputValue()).toBe('UBND xã Vĩnh Linh');
    await button(open.pane, 'Xem trước thay đổi').click();
    await open.pane.getByText('Lập trang tính mới “Bảng điểm”').waitFor();
    await button(open.pane, 'Thực hiện').click();
    await open.pane.getByText('Đã thực hiện: Nạp khung').waitFor();
    const { activeSheet, sheet } = await readSheet(open.page);
    expect(activeSheet).toBe('Bảng điểm');
    expect(sheet.values.flat()).toEqual(expect.arrayContaining(['3.10.1']));
    await open.pane.getByRole('button', { name: 'Tổng quan' }).click();
    await open.pane.getByRole('heading', { name: /^Bảng điểm: 27 tiêu chí/ }).waitFor();
    await step(open.pane, 'Kiểm tra');
    expect(await open.pane.getByLabel('Bảng điểm ở trang tính').inputValue()).toBe('Bảng điểm');
  });

  test('nothing was complained about on the way', () => {
    expect(open.complaints).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage();
    await open.pane.getByText('27 tiêu chí').first().waitFor();
    await open.pane.locator('body').press('Tab');
  });
  afterAll(() => open.close());

  /** Tabs until what has the focus says so; fails after a round. */
  async function tabTo(name: string | RegExp): Promise<void> {
    for (let i = 0; i < 120; i++) {
      if (matches(await focused(), name)) return;
      await open.page.keyboard.press('Tab');
    }
    throw new Error(`no way by Tab to: ${String(name)}`);
  }

  const focused = (): Promise<string> =>
    frameOf(open.page).evaluate(() => {
      const at = document.activeElement;
      if (!at?.matches('button, input, select, textarea, summary')) return '';
      const labels = [...((at as HTMLInputElement).labels ?? [])].map((one) => one.textContent);
      return [at.getAttribute('aria-label'), ...labels, at.textContent].join(' ').trim();
    });

  const press = (key: string) => open.page.keyboard.press(key);

  async function openStep(name: string): Promise<void> {
    await open.pane.locator('nav button').first().focus();
    await tabTo(new RegExp(`^[1-5]${name}$`));
    await press('Enter');
    await open.pane.locator('h2:focus').waitFor();
    await content(open.pane);
  }

  test('findings: F8 walks, and the pane keeps the focus', async () => {
    await openStep('Kiểm tra');
    await press('F8');
    const cells: (string | null)[] = [];
    for (let i = 0; i < 3; i++) {
      const current = open.pane.locator('.finding-current');
      await current.waitFor();
      cells.push(await current.locator('.finding-place').textContent());
      await press('F8');
    }
    expect(new Set(cells).size).toBe(3);
    await press('Shift+F8');
    await press('Shift+F8');
    expect(await open.pane.locator('.finding-current .finding-place').textContent()).toBe(cells[1]);
  });

  test('deductions, preview, do it, undo', async () => {
    await openStep('Tính điểm trừ');
    await tabTo('Tổng điểm chuẩn trong kỳ');
    await open.page.keyboard.type('79');
    await tabTo('Xem trước thay đổi');
    await press('Enter');
    await open.pane.locator('#preview-title:focus').waitFor();
    const before = (await readSheet(open.page)).sheet.rowCount;
    await tabTo('Thực hiện');
    await press('Enter');
    await open.pane.getByText('Đã thực hiện: Tính điểm trừ').waitFor();
    expect((await readSheet(open.page)).sheet.rowCount).toBeGreaterThan(before);
    await tabTo('Hoàn tác');
    await press('Enter');
    await open.pane.getByText('Đã hoàn tác: Tính điểm trừ').waitFor();
    expect((await readSheet(open.page)).sheet.rowCount).toBe(before);
  });

  test('assignments: a unit folds open, its role is changed, columns are inserted', async () => {
    await openStep('Phân công');
    await tabTo(/^Phòng Nội vụ \d* ?.*tiêu chí/);
    await press('Enter');
    await open.pane.locator('.unit-body').waitFor();
    await tabTo(/^Vai trò của Phòng Nội vụ ở tiêu chí/);
    await press('ArrowDown');
    await tabTo('Xem trước thay đổi');
    await press('Enter');
    await tabTo('Thực hiện');
    await press('Enter');
    await open.pane.getByText('Đã thực hiện: Phân công').waitFor();
    expect(await cellValue(open.page, 'I3')).toBe('PHÂN CÔNG KHẮC PHỤC');
  });

  test('appendix: sign and copy', async () => {
    await openStep('Phụ lục');
    await tabTo(/có dấu trừ/);
    await press('ArrowDown');
    await open.pane.locator('.paper', { hasText: '1,15' }).waitFor();
    await tabTo('Sao chép phụ lục');
    await press('Enter');
    await open.pane.getByText('Đã sao chép').waitFor();
  });

  test('a framework is chosen and loaded', async () => {
    await openStep('Nạp khung');
    await tabTo('Bộ chỉ số');
    await press('ArrowDown');
    await tabTo('Tên đơn vị');
    await open.page.keyboard.type('UBND xã A');
    await tabTo('Xem trước thay đổi');
    await press('Enter');
    await tabTo('Thực hiện');
    await press('Enter');
    await open.pane.getByText('Đã thực hiện: Nạp khung').waitFor();
    expect((await readSheet(open.page)).sheetNames).toContain('Bảng điểm');
  });
});

/** Beside the steps, and what they say of the sample. */
const asides = [
  ['So sánh hai bảng điểm', 'Hai bảng giống nhau'],
  ['Kiểm tra nhiều tệp', '1 tệp, 1 bảng điểm'],
] as const;
const sampleFile = join(__dirname, '../../assets/samples/vinh-linh-6t2023.xlsx');

describe('looks', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage();
    await open.pane.getByText('27 tiêu chí').first().waitFor();
    await frameOf(open.page).evaluate(axeSource);
  });
  afterAll(() => open.close());

  test.each([
    { colorScheme: 'light' as const, width: 350 },
    { colorScheme: 'dark' as const, width: 350 },
    { colorScheme: 'light' as const, width: 320 },
  ])('axe finds nothing and nothing overflows: $colorScheme, $width px', async (look) => {
    const { page, pane } = open;
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.evaluate((width) => {
      const side = document.getElementById('pane-side')!;
      side.style.cssText = `flex: none; width: ${width}px; min-width: 0; max-width: none`;
    }, look.width);
    await pane.getByRole('button', { name: 'Tổng quan' }).click();
    for (const name of ['', ...stepNames]) {
      if (name !== '') await step(pane, name);
      if (name === 'Nạp khung')
        await pane.getByLabel('Bộ chỉ số', { exact: true }).selectOption({ index: 1 });
      if (name === 'Kiểm tra') await pane.locator('.finding-open').first().click();
      if (name === 'Phân công') await pane.locator('.unit > summary').first().click();
      await content(pane);
      expect({ name, ...(await lookAt(frameOf(page))) }).toEqual({
        name,
        violations: [],
        overflow: 0,
      });
    }
    for (const [name, outcome] of asides) {
      await pane.getByRole('button', { name: 'Tổng quan' }).click();
      await pane.getByRole('button', { name }).click();
      await pane.locator('input[type=file]').setInputFiles(sampleFile);
      await pane.getByText(outcome).waitFor();
      expect({ name, ...(await lookAt(frameOf(page))) }).toEqual({
        name,
        violations: [],
        overflow: 0,
      });
    }
  });
});

describe('what loads first', () => {
  test('is at most 150 KB of script, compressed, without office.js', async () => {
    const server = await startBuilt();
    const html = await (await fetch(`${server.address}/taskpane.html`)).text();
    const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source]) => source!);
    expect(scripts.some((source) => source.startsWith('scripts/taskpane.'))).toBe(true);
    const sizes = await Promise.all(
      scripts.map(async (source) => {
        const body = await (await fetch(`${server.address}/${source}`)).arrayBuffer();
        return gzipSync(Buffer.from(body), { level: 9 }).length;
      }),
    );
    await server.close();
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150 * 1024);
  });

  test('shows its name before any script, and says what to do when office.js does not come', async () => {
    const server = await startBuilt();
    const browser = await launch();
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(`${server.address}/taskpane.html`);
    expect(await still.locator('h1').textContent()).toBe('Bảng điểm CCHC');
    const lost = await browser.newPage();
    await lost.route('**/office.js', (route) => route.abort());
    await lost.goto(`${server.address}/taskpane.html`);
    await lost.getByText('Không tải được thư viện Office').waitFor();
    await browser.close();
    await server.close();
  });
});

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text.includes(name) : name.test(text);
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!frame) throw new Error('the page has no pane');
  return frame;
}

/** Runs in the frame: what axe finds, and by how many pixels the content is too wide. */
async function lookAt(frame: Frame): Promise<{ violations: unknown[]; overflow: number }> {
  return frame.evaluate(async () => {
    type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    const content = document.querySelector('.content')!;
    return {
      violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      overflow: Math.max(
        content.scrollWidth - content.clientWidth,
        document.documentElement.scrollWidth - innerWidth,
      ),
    };
  });
}
