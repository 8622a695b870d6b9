/**
 * A person before the page, for tests in Chromium: opens it, waits until the workbook stands, types into
 * the grid, and looks at the workbook through the same host that the pane is given.
 */
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/programs';
import { parseArea, type CellAt } from '../../src/workbook/address';
import type { Host } from '../../src/workbook/host';
import type { CellValue } from '../../src/workbook/snapshot';
import { startBuilt } from './server';

export interface OpenPage {
  page: Page;
  /** The task pane in its frame. */
  pane: FrameLocator;
  /** "http://localhost:…" */
  address: string;
  /** What the page or the pane complained about; a good run leaves it empty. */
  complaints: string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  width?: number;
  height?: number;
  /** After the address: "?lang=en". */
  query?: string;
}

/** Opens the page with the sample workbook and waits until both grid and pane can be used. */
export async function openPage(options: OpenOptions = {}): Promise<OpenPage> {
  const { width = 1366, height = 768, query = '' } = options;
  const server = await startBuilt();
  const browser = await launch();
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${server.address}/${query}`);
  await workbookStands(page);
  return {
    page,
    pane: page.frameLocator('#pane'),
    address: server.address,
    complaints,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Chromium as found on this machine, kept from calling home. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not here: apt-get install chromium');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Waits until the grid shows a workbook. */
export async function workbookStands(page: Page): Promise<void> {
  await page.locator('#loading').waitFor({ state: 'hidden', timeout: 60_000 });
}

/** What a cell of the workbook holds, once calculations are done. */
export async function cellValue(page: Page, name: string): Promise<CellValue> {
  return onHost(
    page,
    async (host, at) => {
      const { sheets } = await host.read({ sheets: 'active' });
      return sheets[0]?.values[at.row]?.[at.column] ?? null;
    },
    cellAt(name),
  );
}

/** Selects a cell as a click on a finding does, and gives the keyboard to the grid. */
export async function goTo(page: Page, name: string): Promise<void> {
  await onHost(
    page,
    async (host, at) => {
      const { activeSheet } = await host.read({ sheets: 'active' });
      await host.select(activeSheet, at);
    },
    cellAt(name),
  );
  await page.locator('#cell-line strong', { hasText: new RegExp(`^${name}$`) }).waitFor();
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('#grid [contenteditable]')?.focus(),
  );
}

/** Types into a cell as a person does, over what is there, and ends with Enter. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await goTo(page, name);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Runs in the page, with the host that the pane is given. `act` may use nothing from around it. */
export async function onHost<Given, Result>(
  page: Page,
  act: (host: Host, given: Given) => Promise<Result>,
  given: Given,
): Promise<Result> {
  type Offer = { bangDiemPageHost: Promise<Host> };
  const host = await page.evaluateHandle(() => (window as unknown as Offer).bangDiemPageHost);
  return (await host.evaluate(act as never, given as never)) as Result;
}

function cellAt(name: string): CellAt {
  const area = parseArea(name);
  if (!area) throw new Error(`no cell: ${name}`);
  return { row: area.top, column: area.left };
}
