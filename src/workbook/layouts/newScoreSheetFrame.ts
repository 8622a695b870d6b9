/** What stands around the table of a new score sheet: title block, header, widths, freeze and print. */
import type { Framework } from '../../domain/framework/framework';
import type { CellWrite, Change } from '../patch';
import { rowHeightFor } from '../textSize';
import type { SheetColumn, SheetOptions } from './newScoreSheetColumns';
import { BODY_SIZE, FONT, HEADER_FORMAT, formatArea, landscapePrint } from './sheetStyle';

const TITLE_SIZE = 14;

export function titleBlock(
  sheet: string,
  columns: readonly SheetColumn[],
  framework: Framework,
  options: SheetOptions,
): Change[] {
  const right = columns.length - 1;
  const lines = [options.unit.toLocaleUpperCase('vi'), titleOf(options), sourceOf(framework)];
  const sizes = [BODY_SIZE + 1, TITLE_SIZE, BODY_SIZE];
  return [
    formatArea(
      sheet,
      { top: 0, left: 0, bottom: 2, right },
      {
        numberFormat: '@',
        fontName: FONT,
        fontSize: BODY_SIZE,
        wrap: true,
        horizontal: 'center',
        vertical: 'middle',
      },
    ),
    formatArea(sheet, { top: 0, left: 0, bottom: 1, right }, { bold: true, fontSize: TITLE_SIZE }),
    formatArea(sheet, { top: 0, left: 0, bottom: 0, right }, { fontSize: BODY_SIZE + 1 }),
    formatArea(sheet, { top: 2, left: 0, bottom: 2, right }, { italic: true }),
    {
      kind: 'write',
      sheet,
      at: { row: 0, column: 0 },
      cells: lines.map((line) => [line === '' ? null : { value: line }]),
    },
    ...lines.map((_, row): Change => ({
      kind: 'merge',
      sheet,
      area: { top: row, left: 0, bottom: row, right },
    })),
    {
      kind: 'rowHeight',
      sheet,
      first: 0,
      heights: lines.map((text, i) =>
        rowHeightFor([
          { text, widthChars: totalWidth(columns), fontSize: sizes[i] ?? BODY_SIZE, bold: i < 2 },
        ]),
      ),
    },
  ];
}

function titleOf(options: SheetOptions): string {
  const period = options.period === '' ? '' : ` ${options.period.toLocaleUpperCase('vi')}`;
  return `BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH${period}`;
}

function sourceOf(framework: Framework): string {
  const decision = framework.decision === '' ? '' : ` (${framework.decision})`;
  return `Theo ${framework.title}${decision}`;
}

function totalWidth(columns: readonly SheetColumn[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

/** One row, or two with group captions merged over their columns and the rest merged downwards. */
export function headerRows(
  sheet: string,
  columns: readonly SheetColumn[],
  top: number,
  height: 1 | 2,
): Change[] {
  const bottom = top + height - 1;
  const right = columns.length - 1;
  const upper: (CellWrite | null)[] = columns.map((column, i) => upperCaption(columns, column, i));
  const lower: (CellWrite | null)[] = columns.map((column) =>
    column.group === '' ? null : { value: column.header },
  );
  return [
    formatArea(sheet, { top, left: 0, bottom, right }, HEADER_FORMAT),
    {
      kind: 'write',
      sheet,
      at: { row: top, column: 0 },
      cells: height === 2 ? [upper, lower] : [upper],
    },
    ...(height === 2 ? headerMerges(sheet, columns, top, bottom) : []),
    {
      kind: 'rowHeight',
      sheet,
      first: top,
      heights: headerHeights(columns, height),
    },
  ];
}

function upperCaption(
  columns: readonly SheetColumn[],
  column: SheetColumn,
  i: number,
): CellWrite | null {
  if (column.group === '') return { value: column.header };
  return columns[i - 1]?.group === column.group ? null : { value: column.group };
}

function headerMerges(
  sheet: string,
  columns: readonly SheetColumn[],
  top: number,
  bottom: number,
): Change[] {
  const merges: Change[] = [];
  columns.forEach((column, left) => {
    if (column.group === '')
      merges.push({ kind: 'merge', sheet, area: { top, left, bottom, right: left } });
    else if (columns[left - 1]?.group !== column.group) {
      const count = columns.filter((other) => other.group === column.group).length;
      merges.push({
        kind: 'merge',
        sheet,
        area: { top, left, bottom: top, right: left + count - 1 },
      });
    }
  });
  return merges;
}

function headerHeights(columns: readonly SheetColumn[], height: 1 | 2): number[] {
  const tallest = rowHeightFor(
    columns
      .filter((column) => column.group === '')
      .map((column) => ({
        text: column.header,
        widthChars: column.width,
        fontSize: BODY_SIZE,
        bold: true,
      })),
  );
  return Array.from({ length: height }, () => Math.ceil(tallest / height));
}

export function sheetFrame(
  sheet: string,
  columns: readonly SheetColumn[],
  headerRow: number,
  headerHeight: number,
): Change[] {
  const lastHeader = headerRow + headerHeight - 1;
  return [
    { kind: 'columnWidth', sheet, first: 0, widths: columns.map((column) => column.width) },
    { kind: 'freeze', sheet, rows: lastHeader + 1, columns: 2 },
    { kind: 'print', sheet, setup: landscapePrint({ first: headerRow, last: lastHeader }) },
  ];
}
