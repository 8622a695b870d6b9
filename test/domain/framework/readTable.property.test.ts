/** A framework printed in any layout reads back the same: codes, names, points, the tree. */
import fc from 'fast-check';
import {
  frameworkSchema,
  type Framework,
  type FrameworkNode,
} from '../../../src/domain/framework/framework';
import { readFrameworkTables } from '../../../src/domain/framework/readTable';
import type { SourceTable } from '../../../src/domain/framework/sourceTable';
import { arbitraryFramework } from '../../support/arbitraryFramework';
import { printFramework, type Layout } from '../../support/printFramework';

interface Bare {
  code: string;
  name: string;
  max: string | null;
  children: Bare[];
}

const bare = (node: FrameworkNode): Bare => ({
  code: node.code,
  name: node.name,
  max: node.max,
  children: (node.children ?? []).map(bare),
});

function read(tables: SourceTable[]): Bare[] | null {
  return readFrameworkTables(tables, { year: 2026 }).draft?.areas.map(bare) ?? null;
}

/** Only leaves carry points in a table with one column a level. */
function leafMaxima(nodes: Bare[]): Bare[] {
  return nodes.map((node) => ({
    ...node,
    max: node.children.length > 0 ? null : node.max,
    children: leafMaxima(node.children),
  }));
}

const expected = (framework: Framework, layout: Layout) =>
  layout === 'nested' ? leafMaxima(framework.areas.map(bare)) : framework.areas.map(bare);

describe.each<[Layout, boolean, boolean]>([
  ['coded', false, false],
  ['coded', false, true],
  ['leading', false, false],
  ['bold', true, false],
  ['indent', false, false],
  ['nested', true, false],
])('layout %s (deep %s, roman %s)', (layout, deep, roman) => {
  test('reads back the same, bare or with title, column numbers, total, footnote, signature', () => {
    fc.assert(
      fc.property(
        arbitraryFramework(deep, roman),
        fc.constantFrom<',' | '.'>(',', '.'),
        fc.boolean(),
        (framework, mark, trimmings) => {
          const table = printFramework(framework, { layout, mark, trimmings });
          expect(read([table])).toEqual(expected(framework, layout));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe.each<[Layout, boolean]>([
  ['coded', false],
  ['coded', true],
  ['leading', false],
  ['bold', false],
  ['indent', false],
])('layout %s (roman %s) cut in pieces by page breaks', (layout, roman) => {
  test('reads back the same, with or without the header again', () => {
    fc.assert(
      fc.property(
        arbitraryFramework(layout === 'bold', roman),
        fc.array(fc.nat(30), { maxLength: 4 }),
        fc.boolean(),
        (framework, cuts, again) => {
          const { rows } = printFramework(framework, { layout });
          const [header = [], ...body] = rows;
          const at = [...new Set(cuts.map((cut) => cut % body.length))].sort((a, b) => a - b);
          const pieces = [0, ...at].map((from, i) => body.slice(from, at[i] ?? body.length));
          const tables = pieces
            .filter((piece, i) => i === 0 || piece.length > 0)
            .map((piece, i) => ({ rows: again || i === 0 ? [header, ...piece] : piece }));
          expect(read(tables)).toEqual(expected(framework, layout));
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('every source row is understood as something, whatever the cells hold', () => {
  const cell = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        'STT',
        'Điểm tối đa',
        'Tiêu chí',
        '1.1',
        '2,5',
        'Tổng cộng',
        '- Kịp thời',
        'I',
        '',
      ),
    ),
    rowSpan: fc.integer({ min: -1, max: 5 }),
    colSpan: fc.integer({ min: -1, max: 5 }),
    bold: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 25 }), (rows) => {
      const reading = readFrameworkTables([{ rows }], { year: 2026 });
      if (reading.rows.length === 0) {
        expect(['emptyTable']).toContain(reading.problems[0]?.code);
        return;
      }
      expect(new Set(reading.rows.map((row) => row.row)).size).toBe(rows.length);
      if (reading.draft) expect(frameworkSchema.parse(reading.draft)).toEqual(reading.draft);
    }),
    { numRuns: 300 },
  );
});
