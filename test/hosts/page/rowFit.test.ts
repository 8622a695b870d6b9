/** Which rows follow an entry, in the picture and in the file. */
import { rowsAfterEntry } from '../../../src/hosts/page/rowFit';
import type { RowView, SheetView } from '../../../src/workbook/view';
import { MemoryWorkbook, plainStyle } from '../../support/memoryWorkbook';

const long = 'Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND xã';
const styles = { 0: { ...plainStyle, wrap: true } };

function sheet(
  text: string | number,
  row: Partial<RowView> | null,
  isProtected = false,
): SheetView {
  const [view] = new MemoryWorkbook('a.xlsx', [{ name: 'S', rows: [[text]] }]).view().sheets;
  const plain = { row: 0, height: null, hidden: false, outlineLevel: 0, styleId: 0 };
  return { ...view!, rows: row ? [{ ...plain, ...row }] : [], protected: isProtected };
}

function after(was: string, text: string | number, row: Partial<RowView> | null, locked = false) {
  const { drawn, shapes } = rowsAfterEntry(
    sheet(was, row),
    sheet(text, row, locked),
    styles,
    new Set([0]),
  );
  return {
    drawn: drawn.get(0) ?? null,
    saved: shapes.map((shape) => (shape.kind === 'rowHeight' ? shape.heights : [])).flat(),
  };
}

test('without a height of its own a row grows and shrinks in the picture, and the file says nothing', () => {
  const grown = after('a', long, null);
  expect(grown.drawn).toBeGreaterThan(60);
  expect(grown.saved).toEqual([]);
  expect(after(long, 'a', null)).toEqual({ drawn: 16.5, saved: [] });
});

test('a height that a program fitted follows as well, and the file forgets it', () => {
  const grown = after('a', long, { height: 16.5, fitted: true });
  expect(grown.drawn).toBeGreaterThan(60);
  expect(grown.saved).toEqual([null]);
});

test('a chosen height grows where all text showed, in the file too, and never shrinks', () => {
  const grown = after('a', long, { height: 22 });
  expect(grown.drawn).toBeGreaterThan(60);
  expect(grown.saved).toEqual([grown.drawn]);
  expect(after(long, 'a', { height: 200 })).toEqual({ drawn: null, saved: [] });
});

test('who made a row low on purpose keeps it low; so does a hidden one', () => {
  expect(after(long, `${long} ${long}`, { height: 15 })).toEqual({ drawn: null, saved: [] });
  expect(after('a', long, { hidden: true })).toEqual({ drawn: null, saved: [] });
});

test('a protected sheet keeps the heights that its file has', () => {
  expect(after('a', long, { height: 22 }, true)).toEqual({ drawn: null, saved: [] });
  expect(after('a', long, { height: 22, fitted: true }, true).saved).toEqual([]);
});

test('a number is never broken into lines', () => {
  expect(after('a', 123456789012, null).drawn).toBe(16.5);
});
