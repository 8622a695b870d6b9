/** The body of a new score sheet: criteria, formulas, limits of the score cells, outline and heights. */
import { cellNumber, type Points } from '../../domain/points';
import { formatPoints } from '../../domain/text/formatNumber';
import { cellName } from '../address';
import type { CellFormat, CellWrite, Change, NumberRule } from '../patch';
import { rowHeightFor, type SizedText } from '../textSize';
import { ASSESSMENT_CHOICES, assessmentRule } from './assessmentRule';
import { callOver, deductionFormula, formulaWrite, plainSum, quietSum } from './formulas';
import { declaredRule } from './declaredRule';
import { columnOf, fixedColumn, type SheetColumn } from './newScoreSheetColumns';
import type { SheetFigures, StartingEntries } from './newScoreSheetFigures';
import { limitText, type SheetRow } from './newScoreSheetRows';
import {
  comfortable,
  AREA_FILL,
  BODY_SIZE,
  CODE_FORMAT,
  POINTS_FORMAT,
  TEXT_FORMAT,
  formatArea,
} from './sheetStyle';

/** Points that a leaf without a known max may take: no framework gives one criterion more. */
const LIMIT_WHEN_UNKNOWN = '100';

export function scoreSheetBody(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  figures: SheetFigures,
  entries: StartingEntries,
): Change[] {
  const top = rows[0]?.row ?? 0;
  return [
    ...bodyFormats(sheet, columns, rows),
    {
      kind: 'write',
      sheet,
      at: { row: top, column: 0 },
      cells: rows.map((row) =>
        columns.map(
          (column) =>
            entries.get(row.row)?.[column.role] ?? bodyCell(column, row, columns, figures),
        ),
      ),
    },
    ...rows
      .filter((row) => row.isLeaf)
      .flatMap((row) => scoreLimits(sheet, columns, row, figures.maxOf(row))),
    ...outlines(sheet, rows),
    {
      kind: 'rowHeight',
      sheet,
      first: top,
      heights: rows.map((row) => comfortable(rowHeightFor(textSizes(columns, row, entries)))),
    },
  ];
}

function bodyCell(
  column: SheetColumn,
  row: SheetRow,
  columns: readonly SheetColumn[],
  figures: SheetFigures,
): CellWrite | null {
  switch (column.role) {
    case 'code':
      return row.code === '' ? null : { value: row.code };
    case 'name':
      return { value: row.name };
    case 'max':
      return maxCell(row, fixedColumn(columns, 'max'), figures);
    case 'assessment':
      return row.isLeaf && row.notAssessed && row.outside === null
        ? { value: ASSESSMENT_CHOICES[0] }
        : null;
    case 'method':
      return row.method === '' ? null : { value: row.method };
    case 'evidence':
      return row.evidence === '' ? null : { value: row.evidence };
    case 'responsible':
      return row.responsible === '' ? null : { value: row.responsible };
    case 'deduction':
      if (row.outside !== null) return null;
      if (row.isLeaf)
        return formulaWrite(leafDeduction(row, columns), figures.figure(row, 'deduction'));
      return quietSum(fixedColumn(columns, 'deduction'), row.children, [
        figures.figure(row, 'deduction'),
      ]);
    case 'self':
    case 'appraised1':
    case 'appraised2': {
      const at = columnOf(columns, column.role) ?? 0;
      if (row.isLeaf || row.children.length === 0) return null;
      return quietSum(at, row.children, [figures.figure(row, column.role)]);
    }
    default:
      return null;
  }
}

function maxCell(row: SheetRow, column: number, figures: SheetFigures): CellWrite | null {
  const value = figures.maxOf(row);
  switch (row.max.kind) {
    case 'unknown':
      return null;
    case 'given':
      return { value: cellNumber(row.max.points) };
    case 'sum':
      return plainSum(column, row.children, [value]);
    case 'rest':
      return formulaWrite(
        `=${cellName({ row: row.max.declared, column })}-(${callOver('SUM', column, row.max.others)})`,
        value,
      );
  }
}

/** New sheets show deductions as the letters do: negative. */
function leafDeduction(row: SheetRow, columns: readonly SheetColumn[]): string {
  return deductionFormula(
    row.row,
    {
      max: fixedColumn(columns, 'max'),
      appraised1: fixedColumn(columns, 'appraised1'),
      appraised2: columnOf(columns, 'appraised2'),
      assessment: columnOf(columns, 'assessment'),
    },
    'negative',
  );
}

/** Whole columns first, then what differs: few changes whatever the number of rows. */
function bodyFormats(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): Change[] {
  const top = rows[0]?.row ?? 0;
  const bottom = top + rows.length - 1;
  const changes = columns.map((column, left) =>
    formatArea(
      sheet,
      { top, left, bottom, right: left },
      { ...columnFormat(column), locked: !isFreeText(column) },
    ),
  );
  for (const row of rows) {
    const right = columns.length - 1;
    const line = { top: row.row, left: 0, bottom: row.row, right };
    if (!row.isLeaf) {
      changes.push(
        formatArea(sheet, line, { bold: true, ...(row.depth === 0 ? { fill: AREA_FILL } : {}) }),
      );
    } else {
      const left =
        row.max.kind === 'unknown' ? fixedColumn(columns, 'max') : fixedColumn(columns, 'self');
      const last = columnOf(columns, 'appraised2') ?? fixedColumn(columns, 'appraised1');
      changes.push(
        formatArea(sheet, { top: row.row, left, bottom: row.row, right: last }, { locked: false }),
      );
    }
  }
  return changes;
}

function columnFormat(column: SheetColumn): CellFormat {
  if (column.role === 'code') return CODE_FORMAT;
  if (column.role === 'name' || isFreeText(column)) return TEXT_FORMAT;
  return POINTS_FORMAT;
}

function isFreeText(column: SheetColumn): boolean {
  return !['code', 'name', 'max', 'self', 'appraised1', 'appraised2', 'deduction'].includes(
    column.role,
  );
}

function scoreLimits(
  sheet: string,
  columns: readonly SheetColumn[],
  row: SheetRow,
  max: Points | null,
): Change[] {
  const left = fixedColumn(columns, 'self');
  const right = columnOf(columns, 'appraised2') ?? fixedColumn(columns, 'appraised1');
  return [
    {
      kind: 'validation',
      sheet,
      area: { top: row.row, left, bottom: row.row, right },
      rule: scoreRule(row, max),
    },
    ...assessmentChoice(sheet, columns, row),
    ...declaredChoice(sheet, columns, row),
  ];
}

function assessmentChoice(sheet: string, columns: readonly SheetColumn[], row: SheetRow): Change[] {
  const column = columnOf(columns, 'assessment');
  if (column === undefined || row.outside !== null) return [];
  const area = { top: row.row, left: column, bottom: row.row, right: column };
  return [{ kind: 'validation', sheet, area, rule: assessmentRule }];
}

function declaredChoice(sheet: string, columns: readonly SheetColumn[], row: SheetRow): Change[] {
  const column = columnOf(columns, 'declared');
  const rule = declaredRule(row.rule);
  if (column === undefined || rule === null) return [];
  const area = { top: row.row, left: column, bottom: row.row, right: column };
  return [{ kind: 'validation', sheet, area, rule }];
}

function scoreRule(row: SheetRow, max: Points | null): NumberRule {
  const which = row.code === '' ? '' : ` của tiêu chí ${row.code}`;
  const limit = max === null ? null : formatPoints(max, { mark: ',' });
  const range =
    limit === null ? 'Nhập số không âm (chưa có điểm chuẩn).' : `Nhập số từ 0 đến ${limit}.`;
  return {
    kind: 'decimal',
    min: '0',
    max: max === null ? LIMIT_WHEN_UNKNOWN : limitText(max),
    prompt: { title: 'Nhập điểm', message: `Điểm${which}. ${range} Để trống nếu chưa chấm.` },
    error: {
      title: 'Điểm không hợp lệ',
      message: `Điểm${which} phải là số${limit === null ? ' không âm' : ` từ 0 đến ${limit}`}. Hãy nhập lại; nếu không, ô giữ giá trị cũ.`,
    },
  };
}

/** One change per run of rows of the same depth. */
function outlines(sheet: string, rows: readonly SheetRow[]): Change[] {
  const changes: Change[] = [];
  let start = 0;
  for (let i = 1; i <= rows.length; i += 1) {
    if (i < rows.length && rows[i]?.depth === rows[start]?.depth) continue;
    const level = Math.min(rows[start]?.depth ?? 0, 7);
    if (level > 0) {
      changes.push({
        kind: 'outline',
        sheet,
        first: rows[start]?.row ?? 0,
        last: rows[i - 1]?.row ?? 0,
        level,
      });
    }
    start = i;
  }
  return changes;
}

function textSizes(
  columns: readonly SheetColumn[],
  row: SheetRow,
  entries: StartingEntries,
): SizedText[] {
  const texts: Partial<Record<SheetColumn['role'], string>> = {
    name: row.name,
    method: row.method,
    evidence: row.evidence,
    responsible: row.responsible,
  };
  return columns.map((column) => ({
    text: String(entries.get(row.row)?.[column.role]?.value ?? texts[column.role] ?? ''),
    widthChars: column.width,
    fontSize: BODY_SIZE,
    bold: !row.isLeaf,
  }));
}
