import fc from 'fast-check';
import type { Change } from '../../src/workbook/patch';
import { expectationsFor } from '../../src/workbook/expect';
import { gridSnapshot } from '../support/scoreSheets';

/** Each cell holds its own address as it was read, so that an expectation shows where it looked. */
const snapshot = gridSnapshot('S', [
  ['r0c0', 'r0c1', 'r0c2', 'r0c3'],
  ['r1c0', 'r1c1', '=A1', 'r1c3'],
  ['r2c0', 'r2c1', 'r2c2', 'r2c3'],
  ['r3c0', 'r3c1', 'r3c2', 'r3c3'],
]);

const write = (row: number, column: number, cells: (string | null)[][]): Change => ({
  kind: 'write',
  sheet: 'S',
  at: { row, column },
  cells: cells.map((line) => line.map((value) => (value === null ? null : { value }))),
});

describe('expectationsFor', () => {
  test('covers written cells, passes over null ones, and keeps formulas apart from values', () => {
    expect(expectationsFor(snapshot, [write(1, 1, [['x', 'y', null, 'z']])])).toEqual([
      { sheet: 'S', at: { row: 1, column: 1 }, seen: [['r1c1', { formula: '=A1' }]] },
      { sheet: 'S', at: { row: 1, column: 4 }, seen: [[null]] },
    ]);
  });

  test('joins equal runs of rows that follow each other', () => {
    expect(
      expectationsFor(snapshot, [write(2, 0, [['a'], ['b']]), write(2, 1, [['c'], ['d']])]),
    ).toEqual([
      {
        sheet: 'S',
        at: { row: 2, column: 0 },
        seen: [
          ['r2c0', 'r2c1'],
          ['r3c0', 'r3c1'],
        ],
      },
    ]);
  });

  test('a write after an insertion is looked up where the cell was when it was read', () => {
    const changes: Change[] = [
      { kind: 'insertColumns', sheet: 'S', before: 1, count: 2 },
      { kind: 'insertRows', sheet: 'S', before: 0, count: 1 },
      write(3, 5, [['x']]),
    ];
    expect(expectationsFor(snapshot, changes)).toEqual([
      { sheet: 'S', at: { row: 2, column: 3 }, seen: [['r2c3']] },
    ]);
  });

  test('a write into an inserted column looks at both sides of the seam, in that row', () => {
    const changes: Change[] = [
      { kind: 'insertColumns', sheet: 'S', before: 2, count: 3 },
      write(0, 3, [['head']]),
      write(3, 2, [['x', 'y']]),
    ];
    expect(expectationsFor(snapshot, changes)).toEqual([
      { sheet: 'S', at: { row: 0, column: 1 }, seen: [['r0c1', 'r0c2']] },
      { sheet: 'S', at: { row: 3, column: 1 }, seen: [['r3c1', 'r3c2']] },
    ]);
  });

  test('an insertion within an earlier insertion still finds the original seam', () => {
    const changes: Change[] = [
      { kind: 'insertRows', sheet: 'S', before: 2, count: 2 },
      { kind: 'insertRows', sheet: 'S', before: 3, count: 1 },
      write(3, 0, [['x']]),
      write(5, 0, [['y']]),
    ];
    expect(expectationsFor(snapshot, changes)).toEqual([
      { sheet: 'S', at: { row: 1, column: 0 }, seen: [['r1c0'], ['r2c0']] },
    ]);
  });

  test('merged and deleted cells are covered, and later addresses move back after a deletion', () => {
    const changes: Change[] = [
      { kind: 'merge', sheet: 'S', area: { top: 0, bottom: 1, left: 3, right: 3 } },
      { kind: 'deleteRows', sheet: 'S', first: 2, count: 1 },
      write(2, 0, [['x']]),
    ];
    expect(expectationsFor(snapshot, changes)).toEqual([
      { sheet: 'S', at: { row: 0, column: 3 }, seen: [['r0c3'], ['r1c3']] },
      { sheet: 'S', at: { row: 2, column: 0 }, seen: [['r2c0', 'r2c1', 'r2c2', 'r2c3']] },
      { sheet: 'S', at: { row: 3, column: 0 }, seen: [['r3c0']] },
    ]);
  });

  test('what the plan relied on is covered too; other sheets and formats are not', () => {
    const changes: Change[] = [
      { ...write(0, 0, [['x']]), sheet: 'Other' } as Change,
      {
        kind: 'format',
        sheet: 'S',
        area: { top: 0, bottom: 3, left: 0, right: 3 },
        format: { bold: true },
      },
    ];
    expect(expectationsFor(snapshot, changes, [{ top: 0, bottom: 0, left: 0, right: 1 }])).toEqual([
      { sheet: 'S', at: { row: 0, column: 0 }, seen: [['r0c0', 'r0c1']] },
    ]);
  });

  test('whatever the insertions and deletions, a surviving cell is expected where it was', () => {
    const edit = fc.record({
      kind: fc.constantFrom(
        'insertRows' as const,
        'insertColumns' as const,
        'deleteRows' as const,
        'deleteColumns' as const,
      ),
      at: fc.nat(5),
      count: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.nat(8), fc.nat(8), (edits, row, column) => {
        // The same edits made on a grid of addresses: the oracle.
        const rows = [...Array(30).keys()] as (number | null)[];
        const columns = [...Array(30).keys()] as (number | null)[];
        const changes: Change[] = edits.map(({ kind, at, count }) => {
          const axis = kind.endsWith('Rows') ? rows : columns;
          if (kind.startsWith('insert')) axis.splice(at, 0, ...Array<null>(count).fill(null));
          else axis.splice(at, count);
          return kind.startsWith('insert')
            ? ({ kind, sheet: 'S', before: at, count } as Change)
            : ({ kind, sheet: 'S', first: at, count } as Change);
        });
        const before = cellsOf(expectationsFor(snapshot, changes));
        const after = cellsOf(expectationsFor(snapshot, [...changes, write(row, column, [['x']])]));
        const originalRow = rows[row] ?? null;
        const originalColumn = columns[column] ?? null;
        if (originalRow === null || originalColumn === null) return;
        expect(after).toEqual(new Set([...before, `${originalRow},${originalColumn}`]));
      }),
      { numRuns: 500 },
    );
  });
});

function cellsOf(expectations: ReturnType<typeof expectationsFor>): Set<string> {
  return new Set(
    expectations.flatMap(({ at, seen }) =>
      seen.flatMap((line, r) => line.map((_, c) => `${at.row + r},${at.column + c}`)),
    ),
  );
}
