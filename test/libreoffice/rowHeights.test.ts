/**
 * Our row heights against those that LibreOffice chooses for itself: every word shows, and no row is
 * much too tall. There is no Excel here; its lines stand wider apart, by its documented row heights.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { rowHeightFor } from '../../src/workbook/textSize';
import { optimalHeights } from '../support/libreOffice';

const sample = JSON.parse(
  readFileSync(join(__dirname, '../../assets/samples/vinh-linh-6t2023.json'), 'utf8'),
) as { rows: { name: string; opinion: string; responsible: string }[] };
const texts = sample.rows.flatMap(({ name, opinion, responsible }) => [name, opinion, responsible]);

/** Widths, sizes and weights that the product's own layouts use, and some beyond. */
const styles = [
  { widthChars: 12, fontSize: 12, bold: false },
  { widthChars: 30, fontSize: 12, bold: false },
  { widthChars: 30, fontSize: 12, bold: true },
  { widthChars: 45, fontSize: 13, bold: false },
  { widthChars: 60, fontSize: 11, bold: true },
  { widthChars: 90, fontSize: 14, bold: false },
];

const lines = texts.filter((text) => text !== '');
let needed: number[][];

beforeAll(async () => {
  const workbook = new Workbook();
  styles.forEach(({ widthChars, fontSize, bold }, sheetNumber) => {
    const sheet = workbook.addWorksheet(`S${sheetNumber}`);
    sheet.getColumn(1).width = widthChars;
    lines.forEach((text, i) => {
      const cell = sheet.getCell(i + 1, 1);
      cell.value = text;
      cell.font = { name: 'Times New Roman', size: fontSize, bold };
      cell.alignment = { wrapText: true };
    });
  });
  needed = await optimalHeights(new Uint8Array(await workbook.xlsx.writeBuffer()));
}, 60_000);

test.each(styles.map((style, i) => ({ ...style, i })))(
  'every word shows at $widthChars characters, size $fontSize, bold $bold',
  ({ i, ...style }) => {
    const theirs = needed[i] ?? [];
    const ours = lines.map((text) => rowHeightFor([{ text, ...style }]));
    const hidden = lines.filter((_text, row) => (ours[row] ?? 0) < Math.min(theirs[row] ?? 0, 409));
    expect(theirs).toHaveLength(lines.length);
    expect(hidden).toEqual([]);
    // LibreOffice sets these lines at 1.06 of the size, Excel at 1.19: an eighth of it is Excel's.
    const sum = (heights: number[]) => heights.reduce((total, height) => total + height, 0);
    expect(sum(ours) / sum(theirs)).toBeLessThan(1.3);
  },
);
