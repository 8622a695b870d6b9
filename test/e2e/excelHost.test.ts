/**
 * The built pane in Chromium as Excel would load it: Microsoft's own library, unmodified, over the
 * stand-in; the ribbon's buttons, the steps, undo, and what a person is told when Excel refuses.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { type RunningExcel, startExcelHost } from '../../scripts/startExcelHost';
import { launch } from '../support/browser';

jest.setTimeout(180_000);

/** In the pane. */
declare const OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };

let excel: RunningExcel;
let browser: Awaited<ReturnType<typeof launch>>;
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
  complaints: string[];
}

async function open(query = ''): Promise<OpenExcel> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.goto(excel.address + query);
  const pane = page.frameLocator('#pane');
  await pane.getByRole('heading', { level: 2 }).first().waitFor();
  return { page, pane, complaints };
}

/** The workbook's sheets as data, for comparing. */
const dump = (page: Page) =>
  page.evaluate(() => window.excelDoor?.book.sheets.map((sheet) => sheet.dump()));
const press = (page: Page, name: string) =>
  page.locator('#ribbon').getByRole('button', { name }).click();
const button = (pane: FrameLocator, name: string) => pane.getByRole('button', { name });

/** Nothing was asked of the stand-in that it does not have. */
async function allKnown({ page, complaints }: OpenExcel): Promise<void> {
  const unknown = await page.evaluate(() => window.excelDoor?.interpreter.unknown);
  expect(unknown).toEqual([]);
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  const checked = () => OfficeExtension.CommonUtility._doApiNotSupportedCheck;
  expect(await frame?.evaluate(checked)).toBe(true);
  expect(await page.evaluate(() => window.excelDoor?.interpreter.broken.map(String))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
}

test('opening asks for the culture in one trip and reads the workbook in two', async () => {
  const opened = await open();
  await opened.pane.getByRole('heading', { name: /^Bảng điểm: 27 tiêu chí/ }).waitFor();
  const reads = await opened.page.evaluate(
    () =>
      window.excelDoor?.trips.filter((trip) =>
        trip.request.Actions.some((action) => action.QueryInfo),
      ).length,
  );
  // One before them asks how numbers are written.
  expect(reads).toBe(3);
  await allKnown(opened);
});

test('the ribbon leads through the job, and undo takes all of it back', async () => {
  const opened = await open();
  const { page, pane } = opened;
  const atFirst = await dump(page);
  await press(page, 'Kiểm tra');
  const finding = pane.locator('.finding-open').first();
  const cell = (await finding.locator('.finding-place').textContent())?.split(' ')[0] ?? '';
  await finding.click();
  await page.locator(`#grid td.selected[data-cell="${cell}"]`).waitFor();
  expect(await page.evaluate(() => window.excelDoor?.paneShown)).toBe(true);

  await press(page, 'Tính điểm trừ');
  await pane.getByLabel('Tổng điểm chuẩn trong kỳ').fill('79');
  await pane.locator('.index-line', { hasText: '70,37%' }).waitFor();
  await button(pane, 'Xem trước thay đổi').click();
  expect(await dump(page)).toEqual(atFirst);
  await button(pane, 'Thực hiện').click();
  await pane.getByText('Đã thực hiện: Tính điểm trừ').waitFor();
  const withDeductions = await dump(page);

  await press(page, 'Phân công');
  await button(pane, 'Xem trước thay đổi').click();
  await button(pane, 'Thực hiện').click();
  await pane.getByText('Đã thực hiện: Phân công').waitFor();
  await page.locator('#grid td', { hasText: 'PHÂN CÔNG KHẮC PHỤC' }).waitFor();
  await button(pane, 'Xem trước thay đổi').click();
  await pane.getByText('không có gì cần thay đổi').waitFor();

  await press(page, 'Hoàn tác');
  await pane.getByText('Đã hoàn tác: Phân công').waitFor();
  expect(await dump(page)).toEqual(withDeductions);
  await press(page, 'Hoàn tác');
  await pane.getByText('Đã hoàn tác: Tính điểm trừ').waitFor();
  expect(await dump(page)).toEqual(atFirst);
  await allKnown(opened);
});

test('a framework becomes a new sheet, and undo removes it', async () => {
  const opened = await open();
  const { page, pane } = opened;
  await pane.getByRole('heading', { name: /^Bảng điểm: 27 tiêu chí/ }).waitFor();
  const atFirst = await dump(page);
  await press(page, 'Nạp khung');
  await pane.getByLabel('Bộ chỉ số', { exact: true }).selectOption({ index: 1 });
  await button(pane, 'Xem trước thay đổi').click();
  await button(pane, 'Thực hiện').click();
  await pane.getByText('Đã thực hiện: Nạp khung').waitFor();
  await page.locator('#tabs button[aria-pressed=true]', { hasText: 'Bảng điểm' }).waitFor();
  await press(page, 'Hoàn tác');
  await pane.getByText('Đã hoàn tác: Nạp khung').waitFor();
  expect(await dump(page)).toEqual(atFirst);
  await allKnown(opened);
});

test('what Excel refuses is told in a sentence, and nothing is changed', async () => {
  const opened = await open();
  const { page, pane } = opened;
  await press(page, 'Phân công');
  await button(pane, 'Xem trước thay đổi').click();
  const before = await dump(page);
  await page.getByLabel('a cell is being edited').check();
  await button(pane, 'Thực hiện').click();
  await pane.getByText('Có một ô đang được nhập dở').waitFor();
  await page.getByLabel('a cell is being edited').uncheck();
  expect(await dump(page)).toEqual(before);
  await page.getByLabel('protect sheet').check();
  await button(pane, 'Thực hiện').click();
  await pane.getByText('đang được bảo vệ nên không ghi được').waitFor();
  await page.getByLabel('protect sheet').uncheck();
  expect(await dump(page)).toEqual(before);
  await allKnown(opened);
});

test('an edit in the sheet is noticed, and what the pane writes is not', async () => {
  const opened = await open();
  const { page, pane } = opened;
  await press(page, 'Kiểm tra');
  await pane.locator('.finding-open').first().waitFor();
  const cell = page.locator('#grid td[data-cell="E4"]');
  await cell.fill('9');
  await cell.press('Enter');
  await pane.locator('.finding-place', { hasText: /^E4/ }).first().waitFor();
  await allKnown(opened);
});

test('the pane speaks Office’s language and wears its theme', async () => {
  const opened = await open('?lang=en-US&theme=dark');
  const { page, pane } = opened;
  await pane.getByText('Check', { exact: true }).first().waitFor();
  expect(await pane.locator('html').getAttribute('lang')).toBe('en');
  const shade = await pane
    .locator('.provider')
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  const [red = 255] = (shade.match(/\d+/g) ?? []).map(Number);
  expect(red).toBeLessThan(80);
  await allKnown({ ...opened, page });
});
