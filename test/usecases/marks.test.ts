/** Marks in the sheet: a fill and a note on each cell with a finding; off again, the file is as it was. */
import { unzipSync, strFromU8 } from 'fflate';
import { planLines as en } from '../../src/i18n/en/plan';
import { findingMessage } from '../../src/i18n/findingText';
import { findingMessages } from '../../src/i18n/vi/findings';
import { planLines as vi } from '../../src/i18n/vi/plan';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { createHistory } from '../../src/usecases/history';
import {
  MARK_COLORS,
  hasMarks,
  planMarks,
  planUnmark,
  type MarkWords,
} from '../../src/usecases/marks';
import { planAccept, reviewFindings } from '../../src/usecases/review';
import { areaName, cellName } from '../../src/workbook/address';
import { isMarkCondition } from '../../src/workbook/marks';
import type { SheetView, WorkbookFile } from '../../src/workbook/view';
import { openSample, readAll, reopened } from '../support/files';

const words: MarkWords = {
  message: (finding) => findingMessage(finding),
  action: (code) => findingMessages[code].action,
  severity: { error: 'LỖI', warning: 'CẢNH BÁO', info: 'LƯU Ý' },
};

async function review(file: WorkbookFile) {
  const reading = await readAll(file);
  const [report] = checkWorkbook(reading);
  if (!report) throw new Error('the sample has a table');
  return { reading, reviewed: reviewFindings(report, reading.state) };
}

/** The file's parts as text, by path. */
function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([path, content]) => [path, strFromU8(content)]));
}

const firstSheet = (file: WorkbookFile): SheetView => {
  const [sheet] = file.view().sheets;
  if (!sheet) throw new Error('a sheet');
  return sheet;
};

/** "G6" → colour, of our conditional formats. */
function fills(file: WorkbookFile): Map<string, string> {
  const found = new Map<string, string>();
  for (const { areas, formulas, format } of firstSheet(file).conditionalFormats)
    if (formulas.some(isMarkCondition))
      for (const area of areas) found.set(areaName(area), format?.fill ?? '');
  return found;
}

const notes = (file: WorkbookFile) =>
  new Map((firstSheet(file).notes ?? []).map(({ at, text }) => [cellName(at), text]));

async function marked(file: WorkbookFile) {
  const { reading, reviewed } = await review(file);
  await file.apply(planMarks(reading, reviewed, words).patch);
  return reviewed;
}

test('every cell with a finding gets a fill by severity and a note; no style is touched', async () => {
  const file = await openSample();
  const before = file.view();
  const reviewed = await marked(file);
  const cells = new Set(
    reviewed.flatMap(({ finding }) => (finding.place ? [cellName(finding.place)] : [])),
  );
  const opened = await reopened(file);
  expect(new Set(fills(opened).keys())).toEqual(cells);
  expect(new Set(notes(opened).keys())).toEqual(cells);
  for (const { finding } of reviewed) {
    if (!finding.place) continue;
    const cell = cellName(finding.place);
    expect(notes(opened).get(cell)).toContain(findingMessage(finding));
    if (finding.severity === 'error') expect(fills(opened).get(cell)).toBe(MARK_COLORS.error);
  }
  const { cells: now } = firstSheet(file);
  expect(now).toEqual(before.sheets[0]?.cells);
});

test('taken off, the file is the one that it was, part by part', async () => {
  const file = await openSample();
  const untouched = partsOf(await file.toBytes());
  await marked(file);
  expect(hasMarks(await readAll(file))).toBe(true);
  expect(partsOf(await file.toBytes())).not.toEqual(untouched);
  const plan = planUnmark(await readAll(file));
  expect(plan.lines.map(({ code }) => code)).toEqual(['unmarkCells']);
  for (const { code, params } of plan.lines)
    for (const words of [vi, en]) expect(words[code](params)).not.toContain('?');
  await file.apply(plan.patch);
  expect(partsOf(await file.toBytes())).toEqual(untouched);
  expect(hasMarks(await readAll(file))).toBe(false);
});

test('undo gives the same', async () => {
  const file = await openSample();
  const untouched = partsOf(await file.toBytes());
  const history = createHistory(file);
  const { reading, reviewed } = await review(file);
  await history.apply(planMarks(reading, reviewed, words), 'Đánh dấu', reading.snapshot);
  await history.undo();
  expect(partsOf(await file.toBytes())).toEqual(untouched);
});

test('marks follow their rows, and are found there after saving and opening', async () => {
  const file = await openSample();
  const sheet = firstSheet(file).name;
  await marked(file);
  const [first = ''] = fills(file).keys();
  await file.apply({ changes: [{ kind: 'insertRows', sheet, before: 0, count: 2 }], expects: [] });
  const opened = await reopened(file);
  const moved = first.replace(/\d+/, (row) => String(Number(row) + 2));
  expect(fills(opened).has(moved)).toBe(true);
  expect(notes(opened).has(moved)).toBe(true);
  await opened.apply(planUnmark(await readAll(opened)).patch);
  expect(fills(opened).size).toBe(0);
  expect(notes(opened).size).toBe(0);
});

test('accepted findings are not marked; marking again replaces what there was', async () => {
  const file = await openSample();
  await marked(file);
  const { reading, reviewed } = await review(file);
  const one = reviewed.filter(({ finding }) => finding.place);
  const kept = one.slice(0, 1);
  const cell = cellName(kept[0]?.finding.place ?? { row: 0, column: 0 });
  const inCell = one.filter(({ finding }) => finding.place && cellName(finding.place) === cell);
  await file.apply(planAccept(reading, inCell, 'đã xem').patch);
  const all = fills(file).size;
  await marked(file);
  expect(fills(file).has(cell)).toBe(false);
  expect(notes(file).has(cell)).toBe(false);
  expect(fills(file).size).toBe(all - 1);
});

test('a renamed sheet keeps its marks findable; nothing marked is nothing to do', async () => {
  const file = await openSample();
  expect(planUnmark(await readAll(file)).lines).toEqual([{ code: 'nothing', params: {} }]);
  await marked(file);
  const reading = await readAll(file);
  const renamed = { ...reading, state: { ...reading.state, marked: ['Tên cũ'] } };
  await file.apply(planUnmark(renamed).patch);
  expect(fills(file).size).toBe(0);
});
