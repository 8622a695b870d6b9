/**
 * Single slips to put into a correct generated sheet. Each is named with the code of the one finding that it
 * must give, and does nothing where the sheet has no place for it.
 */
import type { FindingCode } from '../../src/domain/findings/catalogue';
import { FIRST_ROW, type Cell, type SheetLiteral } from './scoreSheetFactory';
import {
  cellRange,
  deductionFormula,
  generatedColumns as at,
  leavesOf,
  rowsOf,
  sumFormula,
  sumOf,
  toLiteral,
  type GeneratedRow,
  type GeneratedSheet,
} from './scoreSheetGenerator';

/** Replaces one cell of a row. */
function put(sheet: GeneratedSheet, row: GeneratedRow, column: number, cell: Cell): SheetLiteral {
  const literal = toLiteral(sheet);
  const index = rowsOf(sheet).indexOf(row);
  const rows = literal.rows.map((cells, i) =>
    i === index ? cells.map((old, j) => (j === column ? cell : old)) : cells,
  );
  return { ...literal, rows };
}

/** The sheet with one leaf changed before anything is summed. */
function withLeaf(
  sheet: GeneratedSheet,
  leaf: GeneratedRow,
  change: Partial<GeneratedRow>,
): GeneratedSheet {
  const walk = (row: GeneratedRow): GeneratedRow =>
    row === leaf ? { ...row, ...change } : { ...row, children: row.children.map(walk) };
  return { ...sheet, areas: sheet.areas.map(walk) };
}

export interface Slip {
  name: string;
  code: FindingCode;
  /** Null where the sheet has no place for it. */
  make(sheet: GeneratedSheet, leaf: GeneratedRow): SheetLiteral | null;
  /** Held against the sheet's framework as it was before the slip. */
  withFramework?: boolean;
}

const isLost = (row: GeneratedRow) => row.appraised < row.max;
const valueIn = (literal: SheetLiteral, row: number, column: number): number => {
  const cell = literal.rows[row]?.[column];
  if (typeof cell === 'number') return cell;
  return typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : 0;
};
const parentsOf = (sheet: GeneratedSheet) => rowsOf(sheet).filter((row) => row.children.length > 0);
const indexOf = (sheet: GeneratedSheet, row: GeneratedRow) => rowsOf(sheet).indexOf(row);
const half = (leaf: GeneratedRow): Partial<GeneratedRow> => ({
  self: leaf.max,
  appraised: leaf.max / 2,
  opinion: 'Chưa gửi phụ lục',
  responsible: 'Phòng Nội vụ chủ trì',
});
const withOpinion = (sheet: GeneratedSheet, leaf: GeneratedRow, opinion: string) =>
  toLiteral(withLeaf(sheet, leaf, { ...half(leaf), opinion }));
const moreThan = (sheet: GeneratedSheet, count: number) =>
  leavesOf(sheet).filter(isLost).length > count;

export const slips: readonly Slip[] = [
  { name: 'words', code: 'figure-not-number', make: (s, l) => put(s, l, at.self, 'đạt') },
  {
    name: 'an error',
    code: 'figure-error',
    make: (s, l) => put(s, l, at.appraised, { error: '#REF!' }),
  },
  {
    name: 'a date',
    code: 'figure-date',
    make: (s, l) => put(s, l, at.self, { date: '02/03/2026' }),
  },
  { name: 'a percentage', code: 'figure-percent', make: (s, l) => put(s, l, at.self, '97,9%') },
  {
    name: 'text that is a number',
    code: 'figure-numeric-text',
    make: (s, l) => put(s, l, at.self, (l.self / 100).toFixed(2).replace('.', ',')),
  },
  {
    name: 'two readings',
    code: 'figure-ambiguous',
    make: (s, l) => put(s, l, at.appraised, '1.250'),
  },
  { name: 'below zero', code: 'score-below-zero', make: (s, l) => put(s, l, at.self, -1) },
  {
    name: 'above max',
    code: 'score-above-max',
    make: (s, l) => put(s, l, at.self, l.max / 100 + 1),
  },
  { name: 'no self-score', code: 'score-missing', make: (s, l) => put(s, l, at.self, null) },
  {
    name: 'no appraised score',
    code: 'score-missing',
    make: (s, l) => put(s, l, at.appraised, null),
  },
  { name: 'no max', code: 'max-missing', make: (s, l) => put(s, l, at.max, null) },
  {
    name: 'four decimals',
    code: 'score-too-precise',
    make: (s, l) => (l.self - 1 > l.appraised ? put(s, l, at.self, l.self / 100 - 0.0012) : null),
  },
  {
    name: 'a code twice',
    code: 'code-duplicate',
    make: (s, l) => {
      const other = leavesOf(s)[0];
      return other && other !== l ? put(s, l, at.code, other.code) : null;
    },
  },
  { name: 'blanks', code: 'code-blanks', make: (s, l) => put(s, l, at.code, `${l.code} `) },
  {
    name: 'a code as a number',
    code: 'code-not-text',
    make: (s, l) => put(s, l, at.code, { numberCode: l.code }),
  },
  {
    name: 'a wrong deduction',
    code: 'deduction-wrong',
    make: (s, l) => {
      const value = valueIn(toLiteral(s), indexOf(s, l), at.deduction);
      return put(s, l, at.deduction, value + (s.sign === 'negative' ? -0.3 : 0.3));
    },
  },
  {
    name: 'no deduction',
    code: 'deduction-missing',
    make: (s, l) => (isLost(l) && moreThan(s, 1) ? put(s, l, at.deduction, null) : null),
  },
  {
    name: 'the other sign',
    code: 'deduction-sign',
    make: (s, l) => {
      if (!isLost(l) || !moreThan(s, 4) || s.formulas) return null;
      return put(s, l, at.deduction, -valueIn(toLiteral(s), indexOf(s, l), at.deduction));
    },
  },
  {
    name: 'a parent’s max',
    code: 'parent-max-not-sum',
    make: (s, l) => {
      const row = parentsOf(s)[l.max % parentsOf(s).length];
      return row ? put(s, row, at.max, sumOf(row, 'max') / 100 + 0.5) : null;
    },
  },
  {
    name: 'a parent’s score',
    code: 'parent-sum-wrong',
    make: (s, l) => {
      const row = parentsOf(s)[l.self % parentsOf(s).length];
      return row ? put(s, row, at.self, sumOf(row, 'self') / 100 + 0.5) : null;
    },
  },
  {
    name: 'a total',
    code: 'total-wrong',
    make: (s) => {
      const literal = toLiteral({ ...s, hasTotal: true, formulas: false });
      const total = literal.summary?.[0];
      const cells = total?.cells.map((cell, i) => (i === at.self ? Number(cell) + 0.5 : cell));
      return total && cells ? { ...literal, summary: [{ ...total, cells }] } : null;
    },
  },
  {
    name: 'a cut without an opinion',
    code: 'cut-without-opinion',
    make: (s, l) => (l.appraised < l.self ? put(s, l, at.opinion, null) : null),
  },
  {
    name: 'a loss without an opinion',
    code: 'deduction-without-opinion',
    make: (s, l) => (isLost(l) && l.appraised === l.self ? put(s, l, at.opinion, null) : null),
  },
  {
    name: 'no responsible unit',
    code: 'deduction-without-responsible',
    make: (s, l) => (isLost(l) ? put(s, l, at.responsible, '') : null),
  },
  {
    name: 'appraised above self',
    code: 'appraised-above-self',
    make: (s, l) =>
      toLiteral(withLeaf(s, l, { ...half(l), self: l.max / 2 - 1, opinion: 'Xem lại' })),
  },
  {
    name: 'an opinion of fault, nothing cut',
    code: 'opinion-without-cut',
    make: (s, l) =>
      toLiteral(
        withLeaf(s, l, { self: l.max, appraised: l.max, opinion: 'Thiếu tài liệu kiểm chứng' }),
      ),
  },
  {
    name: 'an opinion that disagrees',
    code: 'opinion-disagrees',
    make: (s, l) =>
      toLiteral(
        withLeaf(s, l, { ...half(l), self: l.max / 2, opinion: 'Không đồng ý với đơn vị' }),
      ),
  },
  {
    name: 'an opinion that agrees',
    code: 'opinion-agrees-but-cut',
    make: (s, l) => withOpinion(s, l, 'Đồng ý với kết quả tự đánh giá của đơn vị'),
  },
  {
    name: 'a wrong percentage',
    code: 'evidence-percent-wrong',
    make: (s, l) => withOpinion(s, l, 'Hoàn thành 4/9 nhiệm vụ tuyên truyền đạt 55.56%'),
  },
  {
    name: 'parts beyond the whole',
    code: 'evidence-parts-exceed',
    make: (s, l) => withOpinion(s, l, '9/14 vấn đề đã khắc phục và 6/14 chưa hoàn thành'),
  },
  {
    name: 'a wrong sum',
    code: 'evidence-formula-wrong',
    make: (s, l) => withOpinion(s, l, 'Tỷ lệ 325/408=97.66%'),
  },
  {
    name: 'a score that its ratio does not make',
    code: 'evidence-score-differs',
    make: (s, l) =>
      toLiteral(
        withLeaf(s, l, {
          ...half(l),
          appraised: Math.round(l.max * 0.9) - 2,
          opinion: 'Hoàn thành 18/42 nhiệm vụ',
        }),
      ),
  },
  {
    name: 'a document with two dates',
    code: 'document-two-dates',
    make: (s, l) =>
      withOpinion(
        s,
        l,
        'Kế hoạch số 46/KH-UBND ngày 22/02/2023; thực hiện Kế hoạch số 46/KH-UBND ngày 22/02/2022',
      ),
  },
  {
    name: 'tags',
    code: 'text-markup',
    make: (s, l) => withOpinion(s, l, '<p>Chưa gửi phụ lục</p>'),
  },
  { name: 'LaTeX', code: 'text-latex', make: (s, l) => withOpinion(s, l, 'Tỷ lệ $10/20=50\\%$') },
  {
    name: 'NFD',
    code: 'text-decomposed',
    make: (s, l) => withOpinion(s, l, 'Chưa gửi phụ lục'.normalize('NFD')),
  },
  {
    name: 'blanks in a text',
    code: 'text-double-blanks',
    make: (s, l) => withOpinion(s, l, 'Chưa  gửi phụ lục'),
  },
  {
    name: 'a broken line',
    code: 'text-line-break',
    make: (s, l) => withOpinion(s, l, 'Chưa gửi\nphụ lục'),
  },
  {
    name: 'a misplaced tone',
    code: 'text-tone',
    make: (s, l) => withOpinion(s, l, 'Qúy II chưa gửi phụ lục'),
  },
  {
    name: 'a hidden row',
    code: 'hidden-rows-with-points',
    make: (s, l) => ({ ...toLiteral(s), more: { [indexOf(s, l)]: { hidden: true } } }),
  },
  {
    name: 'a formula of another row',
    code: 'formula-wrong-row',
    make: (s, l) => {
      const other = leavesOf(s).find(
        (leaf) => leaf !== l && leaf.max - leaf.appraised !== l.max - l.appraised,
      );
      if (!other) return null;
      const row = FIRST_ROW + indexOf(s, other);
      const sign = s.sign === 'negative' ? -1 : 1;
      return put(
        s,
        l,
        at.deduction,
        deductionFormula(row, sign, ((other.max - other.appraised) * sign) / 100),
      );
    },
  },
  {
    name: 'a sum that leaves a row out',
    code: 'formula-omits-rows',
    make: (s, l) => {
      const row = parentsOf(s).find(
        (parent) => parent.children.length > 1 && sumOf(parent, 'self') > 0,
      );
      if (!row || l.max < 0) return null;
      const kept = row.children.slice(1);
      const value = kept.reduce((sum, child) => sum + sumOf(child, 'self'), 0) / 100;
      const rows = kept.map((child) => FIRST_ROW + indexOf(s, child));
      return put(s, row, at.self, sumFormula(rows, at.self, value));
    },
  },
  {
    name: 'a sum over parents and their parts',
    code: 'formula-counts-twice',
    make: (s) => {
      const row = s.areas.find((area) => area.children.some((child) => child.children.length > 0));
      if (!row) return null;
      const first = FIRST_ROW + indexOf(s, row) + 1;
      const below = rowsOf({ ...s, areas: [row] }).length - 1;
      const range = { ...cellRange(first, at.self), bottom: first + below - 1 };
      const formula = `=SUM(D${first + 1}:D${first + below})`;
      return put(s, row, at.self, { formula, value: sumOf(row, 'self') / 50, references: [range] });
    },
  },
  {
    name: 'a formula overwritten by its value',
    code: 'formula-overwritten',
    make: (s, l) => {
      if (!s.formulas || leavesOf(s).length < 4) return null;
      return put(s, l, at.deduction, valueIn(toLiteral(s), indexOf(s, l), at.deduction));
    },
  },
  {
    name: 'a code out of order',
    code: 'code-order',
    make: (s) => {
      const literal = toLiteral({ ...s, formulas: false, hasTotal: false });
      const index = rowsOf(s).findIndex((row, i, all) => {
        const next = all[i + 1];
        return (
          row.children.length === 0 &&
          next?.children.length === 0 &&
          next.code.length === row.code.length
        );
      });
      const [one, two] = [literal.rows[index], literal.rows[index + 1]];
      if (!one || !two) return null;
      return {
        ...literal,
        rows: literal.rows.map((cells, i) => (i === index ? two : i === index + 1 ? one : cells)),
      };
    },
  },
  {
    name: 'a row that is gone',
    code: 'code-gap',
    make: (s) => {
      const gone = rowsOf(s).find(
        (row) => row.children.length === 0 && row.code.endsWith('.1') && leavesOf(s).length > 8,
      );
      if (!gone) return null;
      const literal = toLiteral({ ...s, formulas: false });
      return { ...literal, rows: literal.rows.filter((_, i) => i !== indexOf(s, gone)) };
    },
  },
  {
    name: 'a max that is not the framework’s',
    code: 'max-differs-from-framework',
    withFramework: true,
    make: (s, l) =>
      toLiteral(
        withLeaf(s, l, {
          max: l.max + 100,
          self: l.self,
          appraised: l.appraised,
          ...(isLost(l) ? {} : { opinion: 'Xem lại', responsible: 'Phòng Nội vụ chủ trì' }),
        }),
      ),
  },
  {
    name: 'another name',
    code: 'framework-row-renamed',
    withFramework: true,
    make: (s, l) => toLiteral(withLeaf(s, l, { name: 'Chuyển đổi số và an toàn thông tin mạng' })),
  },
  {
    name: 'a code that is not the framework’s',
    code: 'framework-code-differs',
    withFramework: true,
    make: (s) => {
      const last = leavesOf(s).at(-1);
      return last ? put(s, last, at.code, last.code.replace(/\d+$/, '9')) : null;
    },
  },
];
