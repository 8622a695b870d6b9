/**
 * Tables that rank units, or sum up one unit a row: "TT | Đơn vị | Điểm tối đa | Điểm | Xếp hạng". Their rows
 * are no criteria, and adding them up would say nothing.
 */
import { figureRoles, type ColumnRole, type ScoreSheet } from '../../domain/scoring/scoreSheet';
import { headerKey, matchHeader } from '../../domain/text/headerWords';
import { plainText } from '../../domain/text/vietnamese';
import { readColumnData } from './columnData';
import type { Grid } from './grid';

const FIGURES: ReadonlySet<ColumnRole> = new Set(figureRoles);

const KIND =
  'xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|so|ban|nganh|co quan|don vi|dia phuong';
const UNIT_HEADER = new RegExp(
  `^(ten )?(cac )?(ubnd )?(cap )?(${KIND})( (va )?(${KIND}))*( (duoc )?(danh gia|tham dinh|cham diem|xep hang))?$`,
);

/** A header over names of units; a score sheet says so of who is responsible, too. */
function saysUnits(text: string): boolean {
  return UNIT_HEADER.test(headerKey(text));
}

const UNIT_NAME =
  /^(?:\d+[.)]\s*)?((?:UBND|HĐND|[uủ][ỷy] ban nhân dân)\s+)?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?|tỉnh|sở|ban|phòng|văn phòng|chi cục|cục|trung tâm|thanh tra)\s+(\S)/iu;

/** "UBND xã Đồng Tâm", "Phường 2", and neither "Ban hành kế hoạch" nor "BAN HÀNH KẾ HOẠCH". */
function isUnit(name: string): boolean {
  const text = plainText(name).normalize('NFC');
  const [, office, first = ''] = UNIT_NAME.exec(text) ?? [];
  const isCapital = text === text.toUpperCase() && /\p{Lu}/u.test(first);
  return /[\p{Lu}\d]/u.test(first) && (office !== undefined || !isCapital);
}

/** True when nearly every row of the table is a unit. */
export function namesUnits({ rows }: ScoreSheet): boolean {
  const named = rows.filter(({ name }) => name !== '');
  const units = named.filter(({ name }) => isUnit(name));
  return named.length > 1 && units.length * 5 >= named.length * 4;
}

/** True when a row of captions stands on the sheet that has points, and units for names. */
export function listsUnits(grid: Grid): boolean {
  for (let row = 0; row < grid.rowCount; row += 1) {
    const texts = Array.from({ length: grid.columnCount }, (_, column) =>
      plainText(grid.text(row, column)),
    );
    if (!texts.some((text, column) => saysUnits(text) && wordsUnder(grid, row, column) > 1))
      continue;
    const matches = texts.map((text) => matchHeader(text));
    const hasPoints = matches.some((match) => match && FIGURES.has(match.role));
    const hasNames = matches.some(
      (match, column) => match?.role === 'name' && wordsUnder(grid, row, column) > 0,
    );
    if (hasPoints && !hasNames) return true;
  }
  return false;
}

function wordsUnder(grid: Grid, row: number, column: number): number {
  return readColumnData(grid, column, row + 1, grid.rowCount).words;
}
