/**
 * Arbitrary correct score sheets, and slips to put into them. A sheet is made as data (a tree of criteria
 * with points in hundredths), so that it can also be laid out as a workbook; `toLiteral` makes the core's
 * form of it, its sums typed or as formulas with what they refer to.
 */
import fc from 'fast-check';
import type { CellRange } from '../../src/domain/scoring/scoreSheet';
import type { Framework, FrameworkNode } from '../../src/domain/framework/framework';
import { columnLetters } from '../../src/workbook/address';
import { FIRST_ROW, type Cell, type SheetLiteral } from './scoreSheetFactory';
import { plainFramework } from './frameworkFactory';

/** A criterion; points in hundredths so that sums are whole numbers. Parents have no points of their own. */
export interface GeneratedRow {
  code: string;
  name: string;
  max: number;
  self: number;
  appraised: number;
  opinion: string;
  responsible: string;
  children: GeneratedRow[];
}

export interface GeneratedSheet {
  areas: GeneratedRow[];
  sign: 'negative' | 'positive';
  /** Deductions, sums and the total as live formulas, or typed. */
  formulas: boolean;
  hasTotal: boolean;
}

const names = [
  'Kế hoạch cải cách hành chính năm',
  'Báo cáo định kỳ và đột xuất',
  'Công tác tuyên truyền',
  'Kiểm tra việc thực hiện nhiệm vụ',
  'Rà soát văn bản quy phạm pháp luật',
  'Niêm yết công khai thủ tục',
  'Giải quyết hồ sơ đúng hạn',
  'Số hóa kết quả giải quyết',
  'Bố trí công chức theo vị trí việc làm',
  'Đào tạo, bồi dưỡng đội ngũ',
  'Giải ngân vốn đầu tư công',
  'Áp dụng chữ ký số trong điều hành',
] as const;

/** Words that name no figure a score could be held to. */
const opinions = [
  'Chưa gửi phụ lục theo hướng dẫn',
  'Thiếu tài liệu kiểm chứng của quý II',
  'Kết quả được trích xuất từ phần mềm',
  'Đạt 37% kế hoạch, xếp thứ 03/10 huyện (Công văn số 985/UBND-NC ngày 15/3/2023)',
  'Các văn bản đã ban hành: 76/482, 1017/74',
];
const units = [
  'Phòng Nội vụ chủ trì, phối hợp với Văn phòng HĐND&UBND huyện',
  'Văn phòng HĐND&UBND huyện chủ trì theo dõi',
  'Phòng Tư pháp thực hiện rà soát',
];

type Leaf = Pick<GeneratedRow, 'max' | 'self' | 'appraised' | 'opinion' | 'responsible'>;

const leafArbitrary: fc.Arbitrary<Leaf> = fc
  .record({
    max: fc.constantFrom(50, 100, 150, 200, 300),
    conceded: fc.nat({ max: 100 }),
    cut: fc.nat({ max: 100 }),
    opinion: fc.constantFrom(...opinions),
    responsible: fc.constantFrom(...units),
  })
  .map(({ max, conceded, cut, opinion, responsible }) => {
    const self = max - Math.floor((max * (conceded % 3 === 0 ? conceded : 0)) / 100);
    const appraised = self - Math.floor((self * (cut % 2 === 0 ? cut : 0)) / 100);
    const isLost = appraised < max;
    return {
      max,
      self,
      appraised,
      opinion: isLost ? opinion : '',
      responsible: isLost ? responsible : '',
    };
  });

/** Each area has one to four criteria; a criterion is a leaf or has two or three subcriteria. */
export const sheetArbitrary: fc.Arbitrary<GeneratedSheet> = fc.record({
  areas: fc
    .array(
      fc.array(fc.array(leafArbitrary, { minLength: 1, maxLength: 3 }), {
        minLength: 2,
        maxLength: 4,
      }),
      { minLength: 2, maxLength: 4 },
    )
    .map((areas) => areas.map(makeArea)),
  sign: fc.constantFrom('negative' as const, 'positive' as const),
  formulas: fc.boolean(),
  hasTotal: fc.boolean(),
});

let serial = 0;

function makeArea(criteria: readonly (readonly Leaf[])[], index: number): GeneratedRow {
  const code = String(index + 1);
  serial = index * 5;
  return parentOf(
    code,
    criteria.map((leaves, i) => {
      const own = `${code}.${i + 1}`;
      const [only] = leaves;
      if (leaves.length === 1 && only)
        return { ...only, code: own, name: nextName(own), children: [] };
      const children = leaves.map((leaf, j) => {
        const leafCode = `${own}.${j + 1}`;
        return { ...leaf, code: leafCode, name: nextName(leafCode), children: [] };
      });
      return parentOf(own, children);
    }),
  );
}

function nextName(code: string): string {
  serial += 1;
  return `${names[serial % names.length]} ${code.replace(/\./g, ' ')}`;
}

function parentOf(code: string, children: GeneratedRow[]): GeneratedRow {
  const none = { max: 0, self: 0, appraised: 0, opinion: '', responsible: '' };
  return { ...none, code, name: nextName(code), children };
}

/** Rows in reading order. */
export function rowsOf(sheet: GeneratedSheet): GeneratedRow[] {
  const walk = (row: GeneratedRow): GeneratedRow[] => [row, ...row.children.flatMap(walk)];
  return sheet.areas.flatMap(walk);
}

export function leavesOf(sheet: GeneratedSheet): GeneratedRow[] {
  return rowsOf(sheet).filter((row) => row.children.length === 0);
}

export type GeneratedFigure = 'max' | 'self' | 'appraised';

/** In hundredths. */
export function sumOf(row: GeneratedRow, figure: GeneratedFigure): number {
  if (row.children.length === 0) return row[figure];
  return row.children.reduce((sum, child) => sum + sumOf(child, figure), 0);
}

export const generatedColumns = {
  code: 0,
  name: 1,
  max: 2,
  self: 3,
  appraised: 4,
  deduction: 5,
  opinion: 6,
  responsible: 7,
} as const;

/** The sheet as the core has it; `references` go with the formulas. */
export function toLiteral(sheet: GeneratedSheet): SheetLiteral {
  const rows = rowsOf(sheet);
  const rowNumber = new Map(rows.map((row, i) => [row, FIRST_ROW + i]));
  const sign = sheet.sign === 'negative' ? -1 : 1;
  const figure = (row: GeneratedRow, column: number): Cell => {
    const value = valueOf(row, column, sign) / 100;
    if (!sheet.formulas) return value;
    const own = rowNumber.get(row) ?? 0;
    if (row.children.length > 0) {
      return sumFormula(
        row.children.map((child) => rowNumber.get(child) ?? 0),
        column,
        value,
      );
    }
    return column === generatedColumns.deduction ? deductionFormula(own, sign, value) : value;
  };
  const cells = rows.map((row): Cell[] => [
    row.code,
    row.name,
    ...[2, 3, 4, 5].map((column) => figure(row, column)),
    row.opinion,
    row.responsible,
  ]);
  return { rows: cells, ...(sheet.hasTotal ? { summary: [totalOf(sheet, rowNumber, sign)] } : {}) };
}

function totalOf(
  sheet: GeneratedSheet,
  rowNumber: ReadonlyMap<GeneratedRow, number>,
  sign: 1 | -1,
): { kind: 'total'; cells: Cell[] } {
  const areas = sheet.areas.map((area) => rowNumber.get(area) ?? 0);
  const figures = [2, 3, 4, 5].map((column): Cell => {
    const value = sheet.areas.reduce((sum, area) => sum + valueOf(area, column, sign), 0) / 100;
    return sheet.formulas ? sumFormula(areas, column, value) : value;
  });
  return { kind: 'total', cells: ['', 'Tổng cộng', ...figures] };
}

function valueOf(row: GeneratedRow, column: number, sign: 1 | -1): number {
  if (column === generatedColumns.max) return sumOf(row, 'max');
  if (column === generatedColumns.self) return sumOf(row, 'self');
  if (column === generatedColumns.appraised) return sumOf(row, 'appraised');
  return (sumOf(row, 'max') - sumOf(row, 'appraised')) * sign;
}

export function sumFormula(rows: readonly number[], column: number, value: number): Cell {
  const letters = columnLetters(column);
  return {
    formula: `=SUM(${rows.map((row) => `${letters}${row + 1}`).join(',')})`,
    value,
    references: rows.map((row) => cellRange(row, column)),
  };
}

export function deductionFormula(row: number, sign: 1 | -1, value: number): Cell {
  const [first, second] = sign === 1 ? ['C', 'E'] : ['E', 'C'];
  const columns = sign === 1 ? [2, 4] : [4, 2];
  return {
    formula: `=${first}${row + 1}-${second}${row + 1}`,
    value,
    references: columns.map((column) => cellRange(row, column)),
  };
}

export function cellRange(row: number, column: number): CellRange {
  return { sheet: null, top: row, left: column, bottom: row, right: column };
}

/** The framework that the sheet follows to the letter. */
export function frameworkOf(sheet: GeneratedSheet): Framework {
  const node = (row: GeneratedRow): FrameworkNode => ({
    code: row.code,
    name: row.name,
    max: String(sumOf(row, 'max') / 100),
    ...(row.children.length > 0 ? { children: row.children.map(node) } : {}),
  });
  return plainFramework({
    id: 'generated',
    title: 'Bộ tiêu chí thử',
    areas: sheet.areas.map(node),
  });
}
