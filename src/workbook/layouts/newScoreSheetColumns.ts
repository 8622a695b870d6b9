/** The columns of a new score sheet: what they are called, how wide, what they hold. */
import type { ColumnRole } from '../../domain/scoring/scoreSheet';

export interface SheetOptions {
  /** Name of the unit that is scored; "" leaves the line out. */
  unit: string;
  /** "năm 2026", "6 tháng đầu năm 2026"; "" leaves it out. */
  period: string;
  /** How often the council appraises. */
  rounds: 1 | 2;
  /** Further columns, in the sheet's own order whatever order they are named in. */
  extras?: readonly ExtraColumn[];
  /** The parts that a survey scores are left out of this period's base. */
  leaveOutSurvey?: boolean;
}

export const extraColumns = [
  'assessment',
  'method',
  'declared',
  'evidence',
  'explanation',
] as const;
export type ExtraColumn = (typeof extraColumns)[number];

export interface SheetColumn {
  role: ColumnRole;
  header: string;
  /** Caption over several columns; "" when it stands alone. */
  group: string;
  /** In characters. */
  width: number;
}

const CODE: SheetColumn = { role: 'code', header: 'STT', group: '', width: 8 };
const NAME: SheetColumn = {
  role: 'name',
  header: 'LĨNH VỰC / TIÊU CHÍ / TIÊU CHÍ THÀNH PHẦN',
  group: '',
  width: 46,
};
const MAX: SheetColumn = { role: 'max', header: 'ĐIỂM CHUẨN', group: '', width: 11 };
const SELF: SheetColumn = { role: 'self', header: 'ĐIỂM TỰ ĐÁNH GIÁ', group: '', width: 11 };
const APPRAISED: SheetColumn = {
  role: 'appraised1',
  header: 'ĐIỂM THẨM ĐỊNH',
  group: '',
  width: 11,
};
const ROUND_1: SheetColumn = {
  role: 'appraised1',
  header: 'LẦN 1',
  group: 'ĐIỂM THẨM ĐỊNH',
  width: 11,
};
const ROUND_2: SheetColumn = {
  role: 'appraised2',
  header: 'LẦN 2',
  group: 'ĐIỂM THẨM ĐỊNH',
  width: 11,
};
const DEDUCTION: SheetColumn = { role: 'deduction', header: 'ĐIỂM BỊ TRỪ', group: '', width: 11 };
const ASSESSMENT: SheetColumn = {
  role: 'assessment',
  header: 'ÁP DỤNG TRONG KỲ',
  group: '',
  width: 14,
};
const METHOD: SheetColumn = { role: 'method', header: 'CÁCH TÍNH ĐIỂM', group: '', width: 34 };
const DECLARED: SheetColumn = { role: 'declared', header: 'SỐ LIỆU KÊ KHAI', group: '', width: 14 };
const EVIDENCE: SheetColumn = {
  role: 'evidence',
  header: 'TÀI LIỆU KIỂM CHỨNG',
  group: '',
  width: 32,
};
const OPINION: SheetColumn = {
  role: 'opinion',
  header: 'Ý KIẾN HỘI ĐỒNG THẨM ĐỊNH',
  group: '',
  width: 36,
};
const EXPLANATION: SheetColumn = {
  role: 'explanation',
  header: 'GIẢI TRÌNH CỦA ĐƠN VỊ',
  group: '',
  width: 30,
};
const RESPONSIBLE: SheetColumn = {
  role: 'responsible',
  header: 'ĐƠN VỊ CHỊU TRÁCH NHIỆM',
  group: '',
  width: 32,
};

/**
 * With two rounds the unit explains in between, so the sheet has room for it; what is left out of the
 * period is left out by a column that says so.
 */
export function sheetColumns(options: SheetOptions): SheetColumn[] {
  const extras = new Set<ExtraColumn>(options.extras ?? []);
  if (options.rounds === 2) extras.add('explanation');
  if (options.leaveOutSurvey) extras.add('assessment');
  const when = (extra: ExtraColumn, column: SheetColumn) => (extras.has(extra) ? [column] : []);
  return [
    CODE,
    NAME,
    MAX,
    ...when('assessment', ASSESSMENT),
    ...when('method', METHOD),
    ...when('declared', DECLARED),
    ...when('evidence', EVIDENCE),
    SELF,
    ...(options.rounds === 2 ? [ROUND_1, ROUND_2] : [APPRAISED]),
    DEDUCTION,
    OPINION,
    ...when('explanation', EXPLANATION),
    RESPONSIBLE,
  ];
}

/** Column number of a role; undefined when the sheet has none. */
export function columnOf(columns: readonly SheetColumn[], role: ColumnRole): number | undefined {
  const index = columns.findIndex((column) => column.role === role);
  return index < 0 ? undefined : index;
}

/** Column number of a role that every sheet has. */
export function fixedColumn(
  columns: readonly SheetColumn[],
  role: 'code' | 'name' | 'max' | 'self' | 'appraised1' | 'deduction',
): number {
  return columns.findIndex((column) => column.role === role);
}
