/**
 * The rows under a score table: sub-totals per area (where no area rows carry them), total, base, index.
 * Rows that exist are filled where blank; missing ones are added right under the table, and what stands
 * below (signature, notes) moves down.
 */
import { cellNumber, sumPoints, type Points } from '../../domain/points';
import type { FigureRole, ScoreRow, ScoreSheet, SummaryRow } from '../../domain/scoring/scoreSheet';
import { assessedLeaves } from '../../domain/scoring/summary';
import { cellName, type CellAt } from '../address';
import type { CellWrite, Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import { leafFigure, type Columns, type DeductionOptions } from './deductions';
import { baseFormula, callOver, formulaWrite, indexFormula, quietSum } from './formulas';
import { SUMMARY_LABELS } from './newScoreSheetSummary';
import { isComplete, leavesInTotal, maximaOf, rowsApart } from './ownFormulas';
import {
  figureInSheet,
  isMarkedOut,
  outsideRows,
  outsideTotal,
  summedLeaves,
} from './sheetFigures';
import {
  comfortable,
  AREA_FILL,
  INDEX_NUMBER_FORMAT,
  POINTS_FORMAT,
  formatArea,
} from './sheetStyle';

interface Line {
  kind: SummaryRow['kind'];
  row: number;
  label: string;
  /** Empty when it sums all leaves. */
  areaCode: string;
  existing: SummaryRow | null;
}

type Put = (row: number, column: number, write: CellWrite) => void;

export interface SummaryLayout {
  /** Changes that must come before the cells are written, and after. */
  before: Change[];
  after: Change[];
  rows: number;
  insertedRows: number;
  conflicts: { at: CellAt; kept: string; wouldBe: string }[];
}

export function summaryRowsLayout(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  columns: Columns,
  sign: 'negative' | 'positive',
  options: DeductionOptions,
  put: Put,
): SummaryLayout {
  const leaves = summedLeaves(table);
  const lines = planLines(table, options);
  const added = lines.filter((line) => line.existing === null);
  const layout: SummaryLayout = {
    before: [],
    after: [],
    rows: added.length,
    insertedRows: 0,
    conflicts: [],
  };
  if (added.length > 0) addRows(snapshot, table, columns, added, layout);
  for (const line of added) put(line.row, columns.label, { value: line.label });
  const totals = new Map<FigureRole, Points | null>();
  for (const line of lines) {
    if (line.kind === 'subtotal' || line.kind === 'total') {
      sumLine(line, leaves, columns, sign, put, totals);
    }
  }
  const total = lines.find((line) => line.kind === 'total');
  const base = lines.find((line) => line.kind === 'base');
  const index = lines.find((line) => line.kind === 'index');
  const baseValue =
    base && total ? baseLine(table, base, total, totals, columns, options, layout, put) : null;
  if (index && base && total)
    indexLine(index, base, total, { table, leaves, columns, sign, totals, baseValue, put });
  return layout;
}

/** The lines the table should have, with the row each has or will get. */
function planLines(table: ScoreSheet, options: DeductionOptions): Line[] {
  const existing = (kind: SummaryRow['kind']) =>
    table.summaryRows.find((row) => row.kind === kind) ?? null;
  const knowsBase = options.base !== null || options.isWhole || existing('base') !== null;
  const wanted: Omit<Line, 'row'>[] = subtotalLines(table, options);
  wanted.push({
    kind: 'total',
    label: SUMMARY_LABELS.total,
    areaCode: '',
    existing: existing('total'),
  });
  if (knowsBase) {
    wanted.push({
      kind: 'base',
      label: SUMMARY_LABELS.base,
      areaCode: '',
      existing: existing('base'),
    });
    wanted.push({
      kind: 'index',
      label: SUMMARY_LABELS.index,
      areaCode: '',
      existing: existing('index'),
    });
  }
  let next = table.body.last + 1;
  return wanted.map((line) => ({ ...line, row: line.existing?.row ?? next++ }));
}

/** Only where no area row could carry the sums, and there is more than one area. */
function subtotalLines(table: ScoreSheet, options: DeductionOptions): Omit<Line, 'row'>[] {
  const codes = [...new Set(assessedLeaves(table).map((row) => row.areaCode))].filter(
    (code) => code !== '',
  );
  const hasAreaRows = table.rows.some((row) => row.level === 0 && !row.isLeaf);
  const areasAreLeaves = table.rows.some((row) => row.level === 0 && row.isLeaf && row.code !== '');
  const hasTotal = table.summaryRows.some((row) => row.kind === 'total');
  if (hasAreaRows || areasAreLeaves || codes.length < 2 || hasTotal) return [];
  return codes.map((code) => {
    const name = options.areaName(code);
    return {
      kind: 'subtotal',
      label: `Cộng lĩnh vực ${code}${name ? `: ${name}` : ''}`,
      areaCode: code,
      existing: null,
    };
  });
}

function addRows(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  columns: Columns,
  added: readonly Line[],
  layout: SummaryLayout,
): void {
  const { sheet } = table;
  const top = added[0]?.row ?? 0;
  const bottom = top + added.length - 1;
  const below = snapshot.values.slice(table.body.last + 1);
  if (below.some((row) => row.some((value) => value !== null && value !== ''))) {
    layout.before.push({ kind: 'insertRows', sheet, before: top, count: added.length });
    layout.insertedRows = added.length;
  }
  const all = { top, left: columns.first, bottom, right: columns.last };
  layout.before.push(formatArea(sheet, all, { ...POINTS_FORMAT, bold: true, fill: AREA_FILL }));
  layout.before.push(
    formatArea(
      sheet,
      { ...all, left: columns.label, right: columns.name },
      { numberFormat: '@', horizontal: 'left' },
    ),
  );
  for (const line of added) {
    if (line.kind === 'index') {
      const cell = {
        top: line.row,
        left: columns.appraised1,
        bottom: line.row,
        right: columns.appraised1,
      };
      layout.before.push(formatArea(sheet, cell, { numberFormat: INDEX_NUMBER_FORMAT }));
    }
    if (columns.name === columns.label + 1) {
      layout.after.push({
        kind: 'merge',
        sheet,
        area: { top: line.row, left: columns.label, bottom: line.row, right: columns.name },
      });
    }
  }
  layout.after.push({
    kind: 'rowHeight',
    sheet,
    first: top,
    heights: added.map(() => comfortable(0)),
  });
}

function sumLine(
  line: Line,
  leaves: readonly ScoreRow[],
  columns: Columns,
  sign: 'negative' | 'positive',
  put: Put,
  totals: Map<FigureRole, Points | null>,
): void {
  const own = leaves.filter((leaf) => line.areaCode === '' || leaf.areaCode === line.areaCode);
  for (const role of ['max', 'self', 'appraised1', 'appraised2', 'deduction'] as const) {
    const column = columns[role];
    if (column === undefined) continue;
    const values = own.map((leaf) => leafFigure(leaf, role, sign));
    const known = values.filter((value): value is Points => value !== null);
    const entry = line.existing?.figures[role];
    const isBlank = !entry || (entry.kind === 'blank' && entry.formula === null);
    if (isBlank)
      put(
        line.row,
        column,
        quietSum(
          column,
          own.map((leaf) => leaf.row),
          values,
        ),
      );
    if (line.kind !== 'total') continue;
    totals.set(
      role,
      isBlank ? (known.length === 0 ? null : sumPoints(known)) : figureInSheet(entry),
    );
  }
}

/** The base: what the person said; else the sheet's own total, live. Returns what the cell will hold. */
function baseLine(
  table: ScoreSheet,
  line: Line,
  total: Line,
  totals: ReadonlyMap<FigureRole, Points | null>,
  columns: Columns,
  options: DeductionOptions,
  layout: SummaryLayout,
  put: Put,
): Points | null {
  const entry = line.existing?.figures.max;
  const held = figureInSheet(entry);
  const isBlank = !entry || (entry.kind === 'blank' && entry.formula === null);
  const ours = held !== null && options.lastBase !== null && held.eq(options.lastBase);
  if (options.base && (isBlank || ours || entry.formula !== null)) {
    if (!(held?.eq(options.base) && entry?.formula === null))
      put(line.row, columns.max, { value: cellNumber(options.base) });
    return options.base;
  }
  if (options.base && held && !held.eq(options.base)) {
    layout.conflicts.push({
      at: { row: line.row, column: columns.max },
      kept: entry?.text ?? '',
      wouldBe: options.base.toFixed(),
    });
  }
  if (!isBlank) return held;
  const sum = totals.get('max') ?? null;
  const inTotal = leavesInTotal(table, sum);
  // A total that is not what its rows add up to has its finding: of a whole sheet the base goes by the rows.
  const byRows = inTotal === null && options.isWhole;
  // Where it is not clear what the total of an extract holds, nothing can be taken out of it.
  const counted = inTotal ?? (byRows ? summedLeaves(table) : []);
  const rows = counted.map((leaf) => leaf.row);
  const formula = baseFormula(
    byRows ? callOver('SUM', columns.max, rows) : cellName({ row: total.row, column: columns.max }),
    columns.max,
    counted.length > 0 ? columns.assessment : undefined,
    rows,
    rowsApart(table, counted),
  );
  const all = byRows ? maximaOf(counted) : sum;
  const value = all && all.minus(maximaOf(counted.filter(isMarkedOut)));
  put(line.row, columns.max, formulaWrite(formula, value));
  return value;
}

interface IndexContext {
  table: ScoreSheet;
  leaves: readonly ScoreRow[];
  columns: Columns;
  sign: 'negative' | 'positive';
  totals: ReadonlyMap<FigureRole, Points | null>;
  baseValue: Points | null;
  put: Put;
}

function indexLine(line: Line, base: Line, total: Line, context: IndexContext): void {
  const { table, leaves, columns, sign, totals, baseValue, put } = context;
  const entry = line.existing?.figures.appraised1;
  if (entry && (entry.kind !== 'blank' || entry.formula !== null)) return;
  const formula = indexFormula({
    scores: columns,
    outside: outsideRows(table).map(({ row, outside }) => ({
      row,
      penalty: outside === 'penalty',
    })),
    maxColumn: columns.max,
    deductionColumn: columns.deduction,
    leaves: leaves.map((leaf) => leaf.row),
    baseRow: base.row,
    totalRow: total.row,
    sign,
    apart: rowsApart(table, leaves),
  });
  const lost = totals.get('deduction') ?? null;
  const isEntered = isComplete(leaves, (leaf) => leafFigure(leaf, 'deduction', sign));
  const known = baseValue && !baseValue.eq(0) && lost && isEntered;
  const value = known
    ? (sign === 'negative' ? baseValue.plus(lost) : baseValue.minus(lost))
        .plus(outsideTotal(table))
        .div(baseValue)
    : null;
  put(line.row, columns.appraised1, formulaWrite(formula, value));
}
