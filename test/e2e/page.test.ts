/** The page as a person meets it in Chromium: grid and pane side by side, over the sample workbook. */
import { readFileSync } from 'node:fs';
import {
  cellValue,
  goTo,
  onHost,
  openPage,
  typeInto,
  workbookStands,
  type OpenPage,
} from '../support/browser';

jest.setTimeout(180_000);

let open: OpenPage;

beforeAll(async () => {
  open = await openPage();
});
afterAll(() => open.close());

/** Pixels of the grid's picture that are nearly black: text and borders. */
function darkPixels(): Promise<number> {
  return open.page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('#grid canvas')];
    const largest = canvases.sort(
      (one, other) => other.width * other.height - one.width * one.height,
    )[0];
    const data =
      largest?.getContext('2d')?.getImageData(0, 0, largest.width, largest.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at]! < 60 && data[at + 1]! < 60 && data[at + 2]! < 60 && data[at + 3]! > 200) dark++;
    return dark;
  });
}

describe('the page', () => {
  test('shows the sample in the grid and the pane beside it, 350 pixels wide', async () => {
    const { page, pane } = open;
    expect(await page.title()).toContain('vinh-linh-6t2023.xlsx');
    expect(await cellValue(page, 'A4')).toBe('1.1.3');
    expect(await cellValue(page, 'E4')).toBe(0.85);
    expect(await darkPixels()).toBeGreaterThan(5000);
    const box = await page.locator('#pane').boundingBox();
    expect(box?.width).toBe(350);
    await pane.locator('body').waitFor();
  });

  test('takes a decimal comma as a number and keeps codes, bullets and ranks as text', async () => {
    const { page } = open;
    const typed: [string, string, string | number][] = [
      ['E5', '0,85', 0.85],
      ['E6', '0.4', 0.4],
      ['A6', '3.10', '3.10'],
      ['B6', '-x', '-x'],
      ['D6', '01/10', '01/10'],
      ['D7', '1.577', '1.577'],
    ];
    for (const [cell, text, value] of typed) {
      await typeInto(page, cell, text);
      expect([cell, await cellValue(page, cell)]).toEqual([cell, value]);
    }
  });

  test('leaves an entry alone while the workbook is read, and takes it when the pane is entered', async () => {
    const { page, pane } = open;
    await goTo(page, 'L4');
    await page.keyboard.type('nhập ');
    expect(await cellValue(page, 'L4')).toBe(null);
    await page.keyboard.type('dở');
    await pane.locator('button').first().focus();
    await expect(cellValue(page, 'L4')).resolves.toBe('nhập dở');
  });

  test('calculates what a person writes as a formula, and again when a part of it changes', async () => {
    const { page } = open;
    await typeInto(page, 'K8', '=C8-E8');
    expect(await cellValue(page, 'K8')).toBe(0.15);
    await typeInto(page, 'E8', '0,5');
    expect(await cellValue(page, 'K8')).toBe(0.5);
  });

  test('undoes and redoes in grid and file alike', async () => {
    const { page } = open;
    const before = await cellValue(page, 'E9');
    await typeInto(page, 'E9', '0,1');
    expect(await cellValue(page, 'E9')).toBe(0.1);
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(200);
    expect(await cellValue(page, 'E9')).toBe(before);
    await page.keyboard.press('Control+y');
    await page.waitForTimeout(200);
    expect(await cellValue(page, 'E9')).toBe(0.1);
  });

  test('pastes a table from elsewhere as text and numbers, never as formulas', async () => {
    const { page } = open;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('0,5\t=1+1\n"a\nb"\t-x\n'));
    await goTo(page, 'K10');
    await page.keyboard.press('Control+v');
    await page.waitForTimeout(300);
    expect(await cellValue(page, 'K10')).toBe(0.5);
    expect(await cellValue(page, 'L10')).toBe('=1+1');
    expect(await cellValue(page, 'K11')).toBe('a\nb');
    expect(await cellValue(page, 'L11')).toBe('-x');
  });

  test('refuses what would change the picture and not the file, and says so', async () => {
    const { page } = open;
    await goTo(page, 'B8');
    await page.keyboard.press('Control+b');
    const notice = page.locator('.notice', { hasText: 'Ở trang này chỉ nhập và sửa nội dung ô' });
    await notice.getByRole('button', { name: 'Đóng' }).click();
    expect(await notice.count()).toBe(0);
  });

  test('draws a patch, keeps to its limit, and speaks the file’s own words', async () => {
    const { page } = open;
    await onHost(
      page,
      async (host) => {
        const { activeSheet: sheet } = await host.read({ sheets: 'active' });
        const prompt = { title: 'Điểm thẩm định', message: 'Nhập số từ 0 đến 2.' };
        const error = { title: 'Ngoài khung', message: 'Điểm phải từ 0 đến 2.' };
        const area = { top: 9, left: 4, bottom: 9, right: 4 };
        await host.apply({
          changes: [
            { kind: 'write', sheet, at: { row: 9, column: 4 }, cells: [[{ value: 0.25 }]] },
            {
              kind: 'validation',
              sheet,
              area,
              rule: { kind: 'decimal', min: '0', max: '2', prompt, error },
            },
          ],
          expects: [],
        });
      },
      null,
    );
    await goTo(page, 'E10');
    await page.locator('#cell-line', { hasText: 'Nhập số từ 0 đến 2.' }).waitFor();
    expect(await page.textContent('#cell-line')).toContain('0,25');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.getByText('Điểm phải từ 0 đến 2.').waitFor();
    await page.keyboard.press('Escape');
    expect(await cellValue(page, 'E10')).toBe(0.25);
    await typeInto(page, 'E10', '1.577');
    expect(await cellValue(page, 'E10')).toBe(1.577);
  });

  test('gives a table to those who cannot see the grid, and leads from it back into the grid', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Xem dạng bảng' }).click();
    const table = page.getByRole('table', { name: /Phụ lục/ });
    await table.getByRole('button', { name: '3.10.2', exact: true }).click();
    await page.locator('#cell-line strong', { hasText: 'A13' }).waitFor();
    expect(await table.count()).toBe(0);
    await page.locator('#announcer', { hasText: 'Ô A13: 3.10.2' }).waitFor({ state: 'attached' });
  });

  test('can be used by keyboard: F6 leaves the grid, arrows move the splitter', async () => {
    const { page } = open;
    await goTo(page, 'A4');
    await page.keyboard.press('F6');
    const splitter = page.getByRole('separator');
    expect(await splitter.evaluate((element) => element === document.activeElement)).toBe(true);
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
    expect(await splitter.getAttribute('aria-valuenow')).toBe('398');
    expect((await page.locator('#pane').boundingBox())?.width).toBe(398);
    await page.keyboard.press('Home');
    expect((await page.locator('#pane').boundingBox())?.width).toBe(320);
  });

  test('has nothing for axe to find, in the table view as well; Univer’s own parts aside', async () => {
    const { page } = open;
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = () =>
      page.evaluate(async () => {
        type Axe = {
          run(context: object, options: object): Promise<{ violations: AxeViolation[] }>;
        };
        type AxeViolation = { id: string; nodes: { html: string }[] };
        const { axe } = window as unknown as { axe: Axe };
        const context = { exclude: ['#grid', '[data-sonner-toaster]', 'section[aria-live]'] };
        const { violations: found } = await axe.run(context, { iframes: false });
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
    expect(await violations()).toEqual([]);
    await page.locator('#table-toggle').click();
    expect(await violations()).toEqual([]);
    await page.locator('#table-toggle').click();
  });

  test('keeps the open workbook when another file cannot be read, and says why', async () => {
    const { page } = open;
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Mã;Điểm\n1;2'], 'bang-diem.xlsx'));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    });
    const notice = page.locator('.notice[data-kind="problem"]');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('bang-diem.xlsx');
    expect(await cellValue(page, 'A4')).toBe('1.1.3');
  });

  // Last, since it leaves the page.
  test('asks before a reload loses work, offers that work again, and forgets it once saved', async () => {
    const { page } = open;
    await typeInto(page, 'E12', '0,75');
    expect(await cellValue(page, 'E12')).toBe(0.75);
    const asked = page.waitForEvent('dialog');
    const reloaded = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloaded;
    await workbookStands(page);
    expect(await cellValue(page, 'E12')).toBe(0);
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    await page.locator('#file-state', { hasText: 'Chưa lưu' }).waitFor();
    expect(await cellValue(page, 'E12')).toBe(0.75);

    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    expect((await download).suggestedFilename()).toBe('vinh-linh-6t2023.xlsx');
    await page.locator('#file-state', { hasText: 'Đã lưu' }).waitFor();
    await page.reload();
    await workbookStands(page);
    await page.waitForTimeout(500);
    expect(await page.getByRole('button', { name: 'Khôi phục' }).count()).toBe(0);
    expect(open.complaints).toEqual([]);
  });
});
