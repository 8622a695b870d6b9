/** Which file a person works in on the page: the sample, a new one, another of the same name. */
import { cellValue, goTo, onHost, openPage, typeInto, type OpenPage } from '../support/browser';

jest.setTimeout(180_000);

let open: OpenPage;

beforeAll(async () => {
  open = await openPage();
  await open.pane.getByText('27 tiêu chí').first().waitFor();
});
afterAll(() => open.close());

const button = (name: string) => open.pane.getByRole('button', { name, exact: true });
const sheetNames = () =>
  onHost(open.page, async (host) => (await host.read({ sheets: 'all' })).sheetNames, null);

async function loadFramework(): Promise<void> {
  const { pane } = open;
  await pane.locator('nav button', { hasText: 'Nạp khung' }).click();
  await pane.getByLabel('Bộ chỉ số', { exact: true }).selectOption({ index: 1 });
  await button('Xem trước thay đổi').click();
  await button('Thực hiện').click();
  await pane.getByText('Đã thực hiện: Nạp khung').waitFor();
}

test('the sample says that it is one, and a new score sheet begins a file beside it', async () => {
  const { page } = open;
  const tag = page.locator('#file-sample');
  expect(await tag.textContent()).toBe('Tệp mẫu');
  expect(await tag.isVisible()).toBe(true);
  await loadFramework();
  expect(await page.textContent('#file-name')).toBe('bang-diem.xlsx');
  expect(await tag.isVisible()).toBe(false);
  expect(await sheetNames()).toEqual(expect.arrayContaining(['Bảng điểm']));
  expect(await sheetNames()).not.toEqual(expect.arrayContaining(['Phụ lục']));
});

test('a change is drawn wherever she stands, below the last row of another sheet too', async () => {
  const { page, pane } = open;
  // "Sheet1" is drawn with 60 rows.
  await goTo(page, 'C68');
  await pane.locator('header').getByRole('button', { name: 'Hoàn tác' }).click();
  await pane.getByText('Đã hoàn tác: Nạp khung').waitFor();
  expect(await sheetNames()).toEqual(['Sheet1']);
  await page.locator('#grid').getByText('Bảng điểm', { exact: true }).waitFor({ state: 'hidden' });
  expect(await page.locator('.notice').count()).toBe(0);
});

test('after the grid’s own refusal the keyboard is in that cell again', async () => {
  const { page } = open;
  await loadFramework();
  await typeInto(page, 'D7', 'hai');
  await page.getByText('Hãy nhập lại; nếu không, ô giữ giá trị cũ.').waitFor();
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForFunction(() => document.activeElement?.closest('[contenteditable]'));
  await page.keyboard.type('0,5');
  await page.keyboard.press('Enter');
  expect(await cellValue(page, 'D7')).toBe(0.5);
});

test('a row grows with the text entered into it', async () => {
  const { page } = open;
  const box = () =>
    onHost(
      page,
      async (host) => {
        await host.read({ sheets: 'active' });
        type Row = { row: number; height: number };
        type Viewed = { view(): { activeSheet: string; sheets: { name: string; rows: Row[] }[] } };
        const { activeSheet, sheets } = (host as unknown as Viewed).view();
        const sheet = sheets.find(({ name }) => name === activeSheet);
        return sheet?.rows.find(({ row }) => row === 8)?.height ?? 0;
      },
      null,
    );
  const before = await box();
  await typeInto(page, 'G9', 'Đề nghị cung cấp báo cáo kết quả thực hiện các nhiệm vụ. '.repeat(6));
  expect(await box()).toBeGreaterThan(before * 2);
});

test('another file of the same name is read anew', async () => {
  const { page, pane } = open;
  await page.evaluate(async () => {
    const sample = await fetch('assets/samples/vinh-linh-6t2023.xlsx');
    const data = new DataTransfer();
    data.items.add(new File([await sample.arrayBuffer()], 'bang-diem.xlsx'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await pane.locator('.figures', { hasText: '31,87' }).waitFor();
  expect(await page.textContent('#file-name')).toBe('bang-diem.xlsx');
  expect(await page.locator('#file-sample').isVisible()).toBe(false);
});

test('“Tệp mới” begins an empty workbook', async () => {
  const { page } = open;
  await button('Tệp mới').click();
  await open.pane.getByText('Chưa thấy bảng điểm trong tệp này').waitFor();
  expect(await sheetNames()).toEqual(['Sheet1']);
  expect(await page.textContent('#file-state')).toBe('');
  expect(open.complaints).toEqual([]);
});
