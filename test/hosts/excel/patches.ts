/** Patches of every kind of change, over the workbook of `scoreBook.ts`. */
import type { Change, NumberRule, Patch } from '../../../src/workbook/patch';
import { emptyState, STATE_SHEET, stateText } from '../../../src/workbook/state';
import { column, firstRow, sheetName } from './scoreBook';

const sheet = sheetName;
const table = (criteria: number) => ({
  top: firstRow,
  bottom: firstRow + criteria - 1,
  left: column.code,
  right: column.unit,
});

export const patchOf = (...changes: Change[]): Patch => ({ changes, expects: [] });

/** Over several cells of the hidden sheet. */
const longState = stateText({
  ...emptyState,
  unitMemory: Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`=phòng số ${i}`, `Phòng chuyên môn số ${i}`]),
  ),
});

export const numberRule: NumberRule = {
  kind: 'decimal',
  min: '0',
  max: '2.5',
  prompt: { title: 'Điểm thẩm định', message: 'Nhập từ 0 đến 2,5' },
  error: { title: 'Điểm không hợp lệ', message: 'Chỉ nhập số từ 0 đến 2,5' },
};

/** What assigning units does: columns in the middle of merges, texts and counts in them, a header over. */
export function assignUnits(criteria: number, units = 3): Patch {
  const before = column.unit + 1;
  const bottom = firstRow + criteria;
  const roles = Array.from({ length: criteria }, (_, r) =>
    Array.from({ length: units }, (__, c) =>
      (r + c) % 2 === 0 ? { value: c === 0 ? '- Chủ trì' : 'Phối hợp' } : null,
    ),
  );
  const counts = Array.from({ length: units }, () => ({
    formula: `=COUNTA(I5:I${bottom})`,
    value: Math.ceil(criteria / 2),
  }));
  return patchOf(
    { kind: 'insertColumns', sheet, before, count: units },
    {
      kind: 'write',
      sheet,
      at: { row: 2, column: before },
      cells: [[{ value: 'PHÂN CÔNG KHẮC PHỤC' }]],
    },
    { kind: 'write', sheet, at: { row: firstRow, column: before }, cells: roles },
    { kind: 'write', sheet, at: { row: bottom, column: before }, cells: [counts] },
    {
      kind: 'merge',
      sheet,
      area: { top: 2, bottom: 2, left: before, right: before + units - 1 },
    },
    {
      kind: 'format',
      sheet,
      area: { top: 2, bottom, left: before, right: before + units - 1 },
      format: { fontName: 'Times New Roman', border: 'thin', wrap: true, horizontal: 'center' },
    },
    { kind: 'columnWidth', sheet, first: before, widths: Array.from({ length: units }, () => 12) },
  );
}

/** Every kind of change that touches cells which are there already. */
export function changeEverything(criteria: number): Patch {
  const area = table(criteria);
  return patchOf(
    {
      kind: 'write',
      sheet,
      at: { row: firstRow, column: column.code },
      cells: [
        [{ value: '3.10' }, { value: '=không phải công thức' }, { value: 3 }],
        [{ value: null }, { value: '1/2' }, null],
      ],
    },
    {
      kind: 'write',
      sheet,
      at: { row: firstRow, column: column.deduction },
      cells: [[{ formula: '=C5-E5', value: 0.75 }], [{ value: 0.75 }]],
    },
    { kind: 'format', sheet, area, format: { fontSize: 13, fill: '#FFF2CC', border: 'none' } },
    {
      kind: 'format',
      sheet,
      area: { ...area, left: column.max, right: column.deduction },
      format: {
        numberFormat: '0.000',
        bold: true,
        italic: true,
        fontColor: '#C00000',
        fontName: 'Arial',
        fill: null,
        horizontal: 'right',
        vertical: 'middle',
        wrap: false,
        indent: 1,
        locked: false,
      },
    },
    { kind: 'unmerge', sheet, area: { top: 5, bottom: 7, left: column.unit, right: column.unit } },
    { kind: 'merge', sheet, area: { top: 9, bottom: 11, left: column.name, right: column.max } },
    { kind: 'columnWidth', sheet, first: 0, widths: [8, 40, 10] },
    { kind: 'rowHeight', sheet, first: 0, heights: [20, null, 33, 33] },
    {
      kind: 'validation',
      sheet,
      area: { ...area, left: column.self, right: column.appraised },
      rule: numberRule,
    },
    {
      kind: 'validation',
      sheet,
      area: { ...area, left: column.unit, right: column.unit },
      rule: {
        kind: 'list',
        values: ['Phòng Nội vụ', 'Phòng Tài chính'],
        prompt: { title: 'Đơn vị', message: 'Chọn đơn vị' },
        error: { title: 'Đơn vị', message: 'Chỉ chọn trong danh sách' },
      },
    },
    { kind: 'freeze', sheet, rows: 4, columns: 2 },
    { kind: 'insertRows', sheet, before: firstRow + 2, count: 2 },
    {
      kind: 'write',
      sheet,
      at: { row: firstRow + 2, column: 0 },
      cells: [[{ value: '1.10' }, { value: 'Tiêu chí thêm' }]],
    },
    { kind: 'outline', sheet, first: firstRow + 1, last: firstRow + 5, level: 2 },
    { kind: 'deleteColumns', sheet, first: column.opinion, count: 1 },
    { kind: 'deleteRows', sheet, first: firstRow + 6, count: 2 },
    { kind: 'print', sheet, setup: printSetup },
    { kind: 'titleRows', sheet, was: { first: 2, last: 2 }, rows: { first: 2, last: 4 } },
  );
}

export const printSetup = {
  orientation: 'landscape',
  paper: 'A4',
  fitToWidth: true,
  titleRows: { first: 2, last: 3 },
  margins: { top: 2, bottom: 2, left: 3, right: 1.5 },
  pageNumbers: true,
} as const;

/** What loading a framework does: a new sheet with all there is, and the state in a very hidden one. */
export function loadFramework(criteria: number): Patch {
  const made = "Khung 'mới' 2026";
  const rows = Array.from({ length: criteria }, (_, i) => [
    { value: `1.${i + 1}` },
    { value: `Tiêu chí ${i + 1}: bảo đảm đủ chữ để dòng dài như trong văn bản thật` },
    { value: 2 },
    { value: null },
    { value: null },
    { formula: `=C${i + 2}-E${i + 2}`, value: 2 },
  ]);
  return patchOf(
    { kind: 'newSheet', sheet: made, visibility: 'visible', activate: true },
    {
      kind: 'format',
      sheet: made,
      area: { top: 0, bottom: criteria, left: 0, right: 0 },
      format: { numberFormat: '@' },
    },
    {
      kind: 'write',
      sheet: made,
      at: { row: 0, column: 0 },
      cells: [[{ value: 'BỘ CHỈ SỐ' }]],
    },
    { kind: 'merge', sheet: made, area: { top: 0, bottom: 0, left: 0, right: 5 } },
    { kind: 'write', sheet: made, at: { row: 1, column: 0 }, cells: rows },
    {
      kind: 'format',
      sheet: made,
      area: { top: 0, bottom: criteria, left: 0, right: 5 },
      format: { fontName: 'Times New Roman', fontSize: 12, border: 'thin', wrap: true },
    },
    ...Array.from({ length: criteria }, (_, i): Change => ({
      kind: 'validation',
      sheet: made,
      area: { top: i + 1, bottom: i + 1, left: 3, right: 4 },
      rule: numberRule,
    })),
    {
      kind: 'rowHeight',
      sheet: made,
      first: 0,
      heights: Array.from({ length: criteria + 1 }, (_, i) => 15 + (i % 3) * 15),
    },
    { kind: 'columnWidth', sheet: made, first: 0, widths: [8, 50, 10, 10, 10, 10] },
    { kind: 'outline', sheet: made, first: 2, last: criteria, level: 1 },
    { kind: 'freeze', sheet: made, rows: 1, columns: 0 },
    { kind: 'print', sheet: made, setup: printSetup },
    { kind: 'remember', sheet: STATE_SHEET, seen: null, text: longState },
  );
}
