/**
 * Reading: one trip for what the workbook has and how large it is, one for the cells, whatever the
 * number of rows; only what passes Excel's limit of 5 MB per answer goes in parts.
 */
import type { Area } from '../../workbook/address';
import { HostError, type ReadRequest } from '../../workbook/host';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { areaOf } from './mergedAreas';
import { emptySnapshot, sheetErrands, type SheetToRead } from './readSheet';
import { queueRemembered, rememberedText } from './remembered';
import { type MarkIds, markIdsErrand } from './sheetMarks';
import { runErrands } from './trips';

/** Beyond this, rows and columns that hold formats only are left out; beyond the second, all is refused. */
const cellsWithFormats = 200_000;
const mostCells = 2_000_000;

/** So many sheets are asked for their size at once when all are wanted. */
const sheetsAtOnce = 32;

export interface Reading {
  snapshot: WorkbookSnapshot;
  /** By sheet; missing where Excel does not tell. */
  marks: Map<string, MarkIds>;
}

/** @throws HostError, OfficeExtension.Error */
export async function readWorkbook(request: ReadRequest): Promise<Reading> {
  const outline = await readOutline(request);
  const readings = outline.wanted.map((sheet) => ({ sheet, snapshot: emptySnapshot(sheet) }));
  const marks: Reading['marks'] = new Map();
  await runErrands([
    ...readings.flatMap(({ sheet, snapshot }) => sheetErrands(sheet, snapshot)),
    ...outline.wanted.map(({ name }) =>
      markIdsErrand(
        (context) => context.workbook.worksheets.getItem(name),
        (ids) => marks.set(name, ids),
      ),
    ),
  ]);
  const snapshot = {
    sheets: readings.map((reading) => reading.snapshot),
    sheetNames: outline.names,
    activeSheet: outline.active,
    state: outline.state,
  };
  return { snapshot, marks };
}

interface Outline {
  /** In the order of the tabs. */
  names: string[];
  active: string;
  state: string | null;
  wanted: SheetToRead[];
}

async function readOutline(request: ReadRequest): Promise<Outline> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  const remembered = queueRemembered(context);
  const probes = wantedSheets(worksheets, request).map((sheet) => probe(sheet));
  await context.sync();
  const names = worksheets.items.map((sheet) => sheet.name);
  if (request.sheets === 'all' && names.length > sheetsAtOnce)
    probes.push(...(await probeMore(names.slice(sheetsAtOnce))));
  return {
    names,
    active: active.name,
    state: rememberedText(remembered()),
    wanted: chosen(
      request,
      probes.map((found) => found()),
    ),
  };
}

/** Names are not known yet: all sheets are reached one after the other, as far as there are any. */
function wantedSheets(
  worksheets: Excel.WorksheetCollection,
  { sheets }: ReadRequest,
): Excel.Worksheet[] {
  if (sheets === 'active') return [worksheets.getActiveWorksheet()];
  if (sheets !== 'all') return sheets.map((name) => worksheets.getItemOrNullObject(name));
  const chain = [worksheets.getFirst(false)];
  while (chain.length < sheetsAtOnce) {
    const last = chain[chain.length - 1];
    if (last) chain.push(last.getNextOrNullObject(false));
  }
  return chain;
}

/** @returns to be called after the trip: null when there is no such sheet */
function probe(sheet: Excel.Worksheet): () => SheetToRead | null {
  sheet.load('name,visibility,protection/protected,autoFilter/isDataFiltered');
  const used = sheet.getUsedRange(false);
  const valued = sheet.getUsedRange(true);
  for (const range of [used, valued]) range.load('rowIndex,columnIndex,rowCount,columnCount');
  return () => {
    if (sheet.isNullObject) return null;
    return {
      name: sheet.name,
      visibility: visibilities[sheet.visibility],
      protected: sheet.protection.protected,
      filtered: sheet.autoFilter.isDataFiltered,
      area: areaToRead(sheet.name, areaOf(used), areaOf(valued)),
    };
  };
}

async function probeMore(names: readonly string[]): Promise<(() => SheetToRead | null)[]> {
  const context = new Excel.RequestContext();
  const probes = names.map((name) => probe(context.workbook.worksheets.getItem(name)));
  await context.sync();
  return probes;
}

function chosen(request: ReadRequest, probed: readonly (SheetToRead | null)[]): SheetToRead[] {
  const found = probed.filter((sheet) => sheet !== null);
  if (request.sheets === 'all') return found.filter((sheet) => sheet.visibility === 'visible');
  const missing = probed.indexOf(null);
  if (missing >= 0)
    throw new HostError('sheetGone', { sheet: request.sheets[missing] ?? String(request.sheets) });
  return found;
}

const visibilities: Record<Excel.Worksheet['visibility'], SheetSnapshot['visibility']> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** From A1 to the last cell in use, so that a place in the snapshot is a place on the sheet. */
export function areaToRead(sheet: string, used: Area, valued: Area): Area {
  const whole = { ...used, top: 0, left: 0 };
  if (cells(whole) <= cellsWithFormats) return whole;
  const withValues = { ...valued, top: 0, left: 0 };
  if (cells(withValues) > mostCells)
    throw new HostError('tooLarge', { name: sheet, limit: `${mostCells}` });
  return withValues;
}

function cells(area: Area): number {
  return (area.bottom + 1) * (area.right + 1);
}
