/** A framework from what is selected in the page's grid, as a person selects: keys, headings, Ctrl. */
import { goTo, onHost, openPage, typeInto, type OpenPage } from '../support/browser';

jest.setTimeout(180_000);

let open: OpenPage;

beforeAll(async () => {
  open = await openPage();
  const { pane } = open;
  await pane
    .getByRole('button', { name: /^Nạp khung/ })
    .first()
    .click();
  await pane.getByText('Bộ chỉ số của đơn vị').click();
});
afterAll(() => open.close());

const selection = () => onHost(open.page, async (host) => (await host.selection?.()) ?? null, null);

/** What the pane says after reading it. */
async function read(): Promise<string> {
  const { pane } = open;
  await pane.getByRole('button', { name: 'Đọc vùng đang chọn' }).click();
  await open.page.waitForTimeout(300);
  return (await pane.locator('.own').textContent()) ?? '';
}

test('an area by Shift and arrows, with an entry under way in it', async () => {
  const { page } = open;
  await goTo(page, 'A3');
  for (const key of ['ArrowRight', 'ArrowRight', ...Array.from({ length: 5 }, () => 'ArrowDown')])
    await page.keyboard.press(`Shift+${key}`);
  const area = { top: 2, left: 0, bottom: 7, right: 2 };
  expect(await selection()).toMatchObject({ area, areas: 1 });
  expect(await read()).toMatch(/Đã đọc từ “[^”]+!A3:C8”/);
  expect(await open.pane.locator('.import-row .node-code').count()).toBe(5);
});

test('one cell is the table around it, as it is now', async () => {
  const { page, pane } = open;
  await typeInto(page, 'C4', '0,77');
  await goTo(page, 'B6');
  expect(await read()).toMatch(/Đã đọc từ “[^”]+!A3:H30”/);
  expect(await pane.locator('.import-row .node-max').allTextContents()).toContain('0,77');
});

test('whole columns by their headings, and areas apart with Ctrl', async () => {
  const { page } = open;
  await goTo(page, 'A1');
  const grid = (await page.locator('#grid').boundingBox())!;
  // The headings of columns stand under the line that shows a cell's formula.
  await page.mouse.click(grid.x + 77, grid.y + 36);
  const column = await selection();
  expect(column).toMatchObject({ areas: 1, area: { top: 0, left: 0, right: 0 } });
  expect(column!.area.bottom).toBeGreaterThan(20);
  await goTo(page, 'A3');
  await page.keyboard.down('Control');
  await page.mouse.click(grid.x + 300, grid.y + 250);
  await page.keyboard.up('Control');
  expect((await selection())?.areas).toBe(2);
  expect(await read()).toContain('Đang chọn 2 vùng rời nhau');
});
