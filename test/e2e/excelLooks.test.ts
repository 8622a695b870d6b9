/**
 * How the built pane looks and is used in Excel, over the stand-in: nothing wider than 320 pixels, the
 * keyboard alone, forced colours, Office's theme changed while the pane is open, Office's language and
 * the system's way of writing numbers.
 */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type RunningExcel, startExcelHost } from '../../scripts/startExcelHost';
import { launch } from '../support/browser';

jest.setTimeout(120_000);

let excel: RunningExcel;
let browser: Browser;
beforeAll(async () => {
  excel = await startExcelHost(0);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await excel.close();
});

interface OpenExcel {
  page: Page;
  pane: FrameLocator;
}

async function open(query = ''): Promise<OpenExcel> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 768 } });
  page.setDefaultTimeout(10_000);
  await page.goto(excel.address + query);
  const pane = page.frameLocator('#pane');
  await pane.locator('.figures').waitFor();
  return { page, pane };
}

const ribbon = (page: Page, name: string) =>
  page.locator('#ribbon').getByRole('button', { name }).click();
const button = (pane: FrameLocator, name: string) => pane.getByRole('button', { name });
const value = (page: Page, cell: string) =>
  page.locator(`#grid td[data-cell="${cell}"]`).textContent();

/** Pixels by which something in the pane is wider than what it is in. */
const overflow = (pane: FrameLocator) =>
  pane.locator('html').evaluate((html) => {
    const boxes = [html, ...html.querySelectorAll('.pane, .content, .header, .strip')];
    return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
  });

test('at 320 pixels nothing scrolls sideways, at any step or in its preview', async () => {
  const { page, pane } = await open('?pane=320');
  expect(await pane.locator('html').evaluate((html) => html.clientWidth)).toBeLessThanOrEqual(320);
  expect(await overflow(pane)).toBe(0);
  const previews: Record<string, () => Promise<void>> = {
    'Nạp khung': async () => {
      await pane.getByLabel('Bộ chỉ số', { exact: true }).selectOption({ index: 1 });
      await button(pane, 'Xem trước thay đổi').click();
    },
    'Kiểm tra': () => button(pane, 'Đánh dấu trên bảng').click(),
    'Tính điểm trừ': async () => {
      await pane.getByLabel('Tổng điểm chuẩn trong kỳ').fill('79');
      await button(pane, 'Xem trước thay đổi').click();
    },
    'Phân công': () => button(pane, 'Xem trước thay đổi').click(),
  };
  for (const name of ['Nạp khung', 'Kiểm tra', 'Tính điểm trừ', 'Phân công', 'Phụ lục']) {
    await ribbon(page, name);
    await pane.getByRole('heading', { level: 2, name }).waitFor();
    await pane.locator('.step').locator('button, input, select').first().waitFor();
    for (const fold of await pane.locator('.step summary:visible').all()) await fold.click();
    expect({ name, overflow: await overflow(pane) }).toEqual({ name, overflow: 0 });
    if (!previews[name]) continue;
    await previews[name]();
    await pane.locator('#preview-title').waitFor();
    expect({ name, overflow: await overflow(pane) }).toEqual({ name, overflow: 0 });
    await button(pane, 'Thôi').click();
  }
  await page.getByLabel('protect sheet').check();
  await ribbon(page, 'Phân công');
  await button(pane, 'Xem trước thay đổi').click();
  await button(pane, 'Thực hiện').click();
  await pane.getByText('đang được bảo vệ nên không ghi được').waitFor();
  expect(await overflow(pane)).toBe(0);
  await page.close();
});

/** What has the focus in the pane, by all its names. */
const focused = (pane: FrameLocator) =>
  pane.locator('html').evaluate((html) => {
    const at = html.ownerDocument.activeElement;
    if (!at?.matches('button, input, select, textarea, summary')) return '';
    const labels = [...((at as HTMLInputElement).labels ?? [])].map((one) => one.textContent);
    return [at.getAttribute('aria-label'), ...labels, at.textContent].join(' ').trim();
  });

/** Past the pane's end Excel leads back to its start; the page around the stand-in does not. */
async function tabTo({ page, pane }: OpenExcel, name: RegExp): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    const at = await focused(pane);
    if (name.test(at)) return;
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) !== 'pane')
      await pane.locator('button:enabled').first().focus();
  }
  throw new Error(`no way by Tab to ${String(name)}`);
}

test('by keyboard alone: check, walk, mend, mark, and take it all back', async () => {
  const opened = await open();
  const { page, pane } = opened;
  const go = async (name: RegExp) => {
    await tabTo(opened, name);
    await page.keyboard.press('Enter');
  };
  const carryOut = async (done: string) => {
    await pane.locator('#preview-title:focus').waitFor();
    await go(/^Thực hiện$/);
    await pane.getByText(done).waitFor();
  };
  await pane.locator('button:enabled').first().focus();
  await go(/^2Kiểm tra/);
  await pane.locator('h2:focus').waitFor();
  await pane.locator('.finding-open').first().waitFor();
  for (let i = 0; i < 3; i += 1) {
    await page.keyboard.press('F8');
    const place = pane.locator('.finding-current .finding-place');
    await place.waitFor();
    const cell = (await place.textContent())?.split(' ')[0] ?? '';
    await page.locator(`#grid td.selected[data-cell="${cell}"]`).waitFor();
    expect(await pane.locator('.finding-current').count()).toBe(1);
  }

  expect(await value(page, 'D20')).toBe('0.25');
  await go(/^Sửa tất cả điều chắc chắn \(1\)$/);
  await carryOut('Đã thực hiện');
  await page.locator('#grid td[data-cell="D20"]', { hasText: '0,25' }).waitFor();

  await go(/^Đánh dấu trên bảng$/);
  await carryOut('Đã thực hiện: Đánh dấu các ô cần xem');
  const marks = () =>
    page.evaluate(() => {
      const sheet = window.excelDoor?.book.active;
      return { texts: sheet?.comments.size, fills: sheet?.conditionalFormats.length };
    });
  expect((await marks()).texts).toBeGreaterThan(5);
  await go(/^Gỡ đánh dấu$/);
  await carryOut('Đã thực hiện: Gỡ đánh dấu');
  expect(await marks()).toEqual({ texts: 0, fills: 0 });

  for (const label of ['Gỡ đánh dấu', 'Đánh dấu các ô cần xem', 'Sửa']) {
    await go(/^Hoàn tác$/);
    await pane.getByText(`Đã hoàn tác: ${label}`).waitFor();
  }
  expect(await marks()).toEqual({ texts: 0, fills: 0 });
  await page.locator('#grid td[data-cell="D20"]', { hasText: '0.25' }).waitFor();
  await page.close();
});

/** Pixels that differ clearly between two pictures of one size. */
function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const pictures = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (sources) => {
    const pixels = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    const [a = new Uint8ClampedArray(), b = new Uint8ClampedArray()] = pixels;
    let count = 0;
    for (let i = 0; i < a.length; i += 4) {
      const light = (data: Uint8ClampedArray) =>
        0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0);
      if (Math.abs(light(a) - light(b)) > 100) count += 1;
    }
    return count;
  }, pictures);
}

describe.each(['light', 'dark'] as const)('in forced colours, %s', (colorScheme) => {
  let opened: OpenExcel;
  beforeAll(async () => {
    opened = await open();
    await opened.page.emulateMedia({ forcedColors: 'active', colorScheme });
    await ribbon(opened.page, 'Kiểm tra');
    await opened.pane.locator('.finding-open').first().waitFor();
  });
  afterAll(() => opened.page.close());

  test('whatever has the focus shows it', async () => {
    const { page, pane } = opened;
    await pane.locator('button:enabled').first().focus();
    const seen: string[] = [];
    const unseen: string[] = [];
    for (let i = 0; i < 18; i += 1) {
      await page.keyboard.press('Tab');
      const at = await focusedBox(page, pane);
      const clip = { x: at.x - 5, y: at.y - 5, width: at.width + 10, height: at.height + 10 };
      const shown = await page.screenshot({ clip });
      await moveFocus(pane, 'away');
      const plain = await page.screenshot({ clip });
      await moveFocus(pane, 'back');
      seen.push(at.name);
      // A ring of one pixel around a small button has some eighty.
      if ((await differing(page, shown, plain)) < 60) unseen.push(at.name);
    }
    expect(new Set(seen).size).toBeGreaterThan(15);
    expect(unseen).toEqual([]);
  });

  test('how grave a finding is can be seen by its sign, and which step one is at', async () => {
    const { page, pane } = opened;
    const warning = pane.locator('.finding-open .severity-warning').first();
    const info = pane.locator('.finding-open .severity-info').first();
    const pictures: Buffer[] = [];
    for (const sign of [warning, info]) {
      await sign.scrollIntoViewIfNeeded();
      const clip = (await sign.boundingBox())!;
      const shown = await page.screenshot({ clip });
      pictures.push(shown);
      await sign.evaluate((element) => (element.style.visibility = 'hidden'));
      expect(await differing(page, shown, await page.screenshot({ clip }))).toBeGreaterThan(40);
      await sign.evaluate((element) => (element.style.visibility = ''));
    }
    expect(await differing(page, pictures[0]!, pictures[1]!)).toBeGreaterThan(20);
    const lines = await pane
      .locator('.strip-step')
      .evaluateAll((steps) => steps.map((step) => getComputedStyle(step).borderBottomColor));
    const current = await pane
      .locator('.strip-step')
      .evaluateAll((steps) => steps.findIndex((step) => step.hasAttribute('aria-current')));
    const others = lines.filter((_, i) => i !== current);
    expect(new Set(others).size).toBe(1);
    expect(others).not.toContain(lines[current]);
  });
});

/** To the heading, which shows no focus, and back. */
async function moveFocus(pane: FrameLocator, where: 'away' | 'back'): Promise<void> {
  await pane.locator('html').evaluate((html, to) => {
    const held = html.ownerDocument.activeElement as HTMLElement;
    if (to === 'away') held.dataset['held'] = '';
    const target = html.querySelector<HTMLElement>(to === 'away' ? 'h2' : '[data-held]');
    target?.focus({ preventScroll: true });
    if (to === 'back' && target) delete target.dataset['held'];
  }, where);
}

/** Of what has the focus: its name, and where it is on the page around the pane. */
async function focusedBox(page: Page, pane: FrameLocator) {
  const frame = await page.locator('#pane').boundingBox();
  const name = await focused(pane);
  const box = await pane.locator('html').evaluate((html) => {
    const at = html.ownerDocument.activeElement!;
    // A field's frame shows its focus, and a check box is drawn beside its own.
    const whole = at.closest('.fui-Input, .fui-Select, .fui-Checkbox, .fui-Switch') ?? at;
    whole.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = whole.getBoundingClientRect();
    return { x, y, width, height };
  });
  return { ...box, name, x: box.x + (frame?.x ?? 0), y: box.y + (frame?.y ?? 0) };
}

test('Office’s theme, changed while the pane is open, is taken up on return', async () => {
  const { page, pane } = await open();
  const shade = () =>
    pane
      .locator('.provider')
      .evaluate((element) => getComputedStyle(element).backgroundColor.match(/\d+/g)?.[0]);
  expect(await shade()).toBe('255');
  await page.getByLabel('dark theme').check();
  await pane.locator('.brand').click();
  await expectSoon(shade, (red) => Number(red) < 80);
  await page.getByLabel('dark theme').uncheck();
  await pane.locator('html').evaluate((html) => {
    html.ownerDocument.dispatchEvent(new Event('visibilitychange'));
  });
  await expectSoon(shade, (red) => red === '255');
  await page.close();
});

async function expectSoon<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<void> {
  const until = Date.now() + 8000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return;
    if (Date.now() > until) throw new Error(`still ${String(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test.each([
  { office: 'vi-VN', decimal: ',', language: 'vi', step: 'Kiểm tra', figure: '31,87' },
  { office: 'en-US', decimal: '.', language: 'en', step: 'Check', figure: '31.87' },
  { office: 'vi-VN', decimal: '.', language: 'vi', step: 'Kiểm tra', figure: '31.87' },
  { office: 'en-US', decimal: ',', language: 'en', step: 'Check', figure: '31,87' },
])(
  'Office in $office on a system with “$decimal” speaks $language and writes $figure',
  async ({ office, decimal, language, step, figure }) => {
    const { page, pane } = await open(`?lang=${office}&decimal=${decimal}`);
    expect(await pane.locator('html').getAttribute('lang')).toBe(language);
    await pane.locator('.strip-step', { hasText: step }).waitFor();
    expect(await pane.locator('.figures').textContent()).toContain(figure);
    await page.close();
  },
);
