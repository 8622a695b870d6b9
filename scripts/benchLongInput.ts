/**
 * What one long cell, one long sentence and many empty rows cost. Each of these once took a time that grew
 * with the square of its length; a ratio that grows with the size says that it does so again.
 */
import { proposeRule } from '../src/domain/framework/proposeRule';
import { readAssignments } from '../src/domain/remediation/readAssignments';
import { openWorkbookFile } from '../src/hosts/file/fileHost';
import { xlsx } from '../test/hosts/file/xlsxParts';
import { report, time, type Timing } from './benchReport';

export async function benchLongInput(): Promise<void> {
  const timings: Timing[] = [];
  for (const size of [2048, 8192, 32_767]) {
    const texts = ['Phòng Nội vụ, Phòng Tư pháp và UBND các xã; ', 'Sở A-', '(', 'Phòng '].map(
      (text, at) => ({
        row: at,
        criterion: `1.${at + 1}`,
        text: fill(text, size),
        inherited: false,
      }),
    );
    timings.push(await time('read units from a long cell', size, () => readAssignments(texts)));
  }
  for (const size of [500, 2000, 4000]) {
    const sentences = ['từ 1', 'a/', '1 - ', 'tỷ lệ a ', 'không quá 1 điểm '].map((text) =>
      fill(text, size),
    );
    const read = () => sentences.forEach((sentence) => proposeRule(sentence, '1'));
    timings.push(await time('propose a rule from a long text', size, read));
  }
  for (const size of [10_000, 100_000, 1_000_000]) {
    const bytes = formattedRows(size);
    const open = async () => (await openWorkbookFile(bytes, 'a.xlsx')).read({ sheets: 'all' });
    timings.push(await time('open formatted empty rows', size, open));
  }
  report(timings);
}

function fill(text: string, size: number): string {
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

function formattedRows(count: number): Uint8Array {
  const rows = Array.from(
    { length: count },
    (_, i) => `<row r="${i + 2}" s="1" customFormat="1"/>`,
  );
  const first = '<row r="1"><c r="A1"><v>1</v></c></row>';
  return xlsx({ sheets: [`<sheetData>${first}${rows.join('')}</sheetData>`] });
}
