/**
 * The Vĩnh Linh appendix of 2023 gives exactly the findings that a careful reader agrees with; the reason
 * stands beside each. Whatever is added or lost here is a false alarm or a blind spot.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScoreSheet } from '../../../src/domain/findings/checkScoreSheet';
import type { ScoreSheet } from '../../../src/domain/scoring/scoreSheet';
import { findingMessage } from '../../../src/i18n/findingText';
import { scoreSheetOf, type Cell } from '../../support/scoreSheetFactory';

interface Sample {
  title: string[];
  merges: { first: string; last: string }[];
  rows: Record<
    'code' | 'name' | 'max' | 'self' | 'appraised' | 'deduction' | 'opinion' | 'responsible',
    string
  >[];
}

const sample = JSON.parse(
  readFileSync(join(__dirname, '../../../assets/samples/vinh-linh-6t2023.json'), 'utf8'),
) as Sample;

/** "0,85" typed in a Vietnamese Excel becomes a number; "0.25" stays text. */
function typed(text: string): Cell {
  if (text === '') return null;
  return /^-?\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

/** @param raw texts as printed, leftovers of conversion and all, by code and column */
function sampleSheet(raw: Readonly<Record<string, Partial<Sample['rows'][0]>>> = {}): ScoreSheet {
  const rows = sample.rows
    .map((row) => ({ ...row, ...raw[row.code] }))
    .map((row): Cell[] => [
      row.code,
      row.name,
      ...[row.max, row.self, row.appraised, row.deduction].map(typed),
      row.opinion,
      row.responsible,
    ]);
  const indexOf = (code: string) => sample.rows.findIndex((row) => row.code === code);
  for (const { first, last } of sample.merges) {
    for (let i = indexOf(first) + 1; i <= indexOf(last); i += 1) {
      (rows[i] ?? [])[7] = { under: i - indexOf(first) };
    }
  }
  return scoreSheetOf({ rows, sheet: { title: sample.title } });
}

const findingsOf = (sheet: ScoreSheet) => checkScoreSheet({ sheet, framework: null, base: null });

it('gives exactly these findings, each for its reason', () => {
  expect(
    findingsOf(sampleSheet()).map((finding) => [
      finding.criterion,
      finding.code,
      findingMessage(finding),
    ]),
  ).toEqual([
    // 325/408 × 0,5 = 0,398 is printed 0,4 (half-up); 18/42 × 2 = 0,857 is printed 0,85 (cut).
    [
      null,
      'rounding-mixed',
      'Có tiêu chí làm tròn lên (3.12.1), có tiêu chí bỏ phần lẻ (1.1.3) (các ô E16, E3).',
    ],
    // 4 ÷ 9 = 0,4444…; 55,56 % is 5/9. The score 0,55 follows the percentage, so it is not accused as well.
    [
      '1.4.1',
      'evidence-percent-wrong',
      'Ô G5: 4/9 là 44,44%, không phải 55,56% (55,56% ứng với 5/9).',
    ],
    // One department under two spellings: "Văn Hóa" here, "Văn hóa" in the rows of area 7.
    [
      null,
      'unit-spellings',
      'Ô H5: đơn vị “Phòng Văn hóa và Thông tin” còn được viết: “Phòng Văn Hóa và Thông tin”.',
    ],
    // 9/14 × 1 = 0,64; not even 8/14 (what 6/14 undone leaves) makes 0,85.
    [
      '1.5.2',
      'evidence-score-differs',
      'Ô E7: 9/14 × 1 = 0,64, trong khi điểm thẩm định ghi 0,85 (các ô G7, C7).',
    ],
    // 9 + 6 = 15 of 14.
    ['1.5.2', 'evidence-parts-exceed', 'Ô G7: 9/14 và 6/14 cộng lại thành 15/14.'],
    // The letter is of August 2023, the period ended in June; December had not come.
    [
      '1.5.2',
      'date-after-period',
      'Ô G7: ghi ngày 06/12/2023, sau khi kỳ đánh giá (6 THÁNG ĐẦU NĂM 2023) kết thúc ngày 30/06/2023 khá lâu.',
    ],
    // Whole groups are told to remedy, nobody by name; said once for the six criteria.
    [
      '1.5.2',
      'unit-group-unnamed',
      'Ô H7: có 6 tiêu chí chỉ giao cho nhóm “Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc huyện; UBND các xã, thị trấn”, không nêu đơn vị cụ thể nào (các ô H8, H9, H10, H12, H29).',
    ],
    // Other rows say "Đồng ý với kết quả tự đánh giá"; here nothing is said of a lost point.
    [
      '3.10.3',
      'deduction-without-opinion',
      'Ô G13: tiêu chí bị trừ 1 điểm (các ô D13, E13) nhưng không có ý kiến của hội đồng thẩm định.',
    ],
    // Typed with a dot: a Vietnamese Excel keeps it as text, and SUM passes over it.
    ['5.1.2', 'figure-numeric-text', 'Ô D19: điểm tự đánh giá “0.25” là văn bản, đọc là 0,25.'],
    // The council cut 1 to 0,5 and gave no reason.
    [
      '6.1.4',
      'cut-without-opinion',
      'Ô G24: hội đồng cắt 0,5 điểm so với tự đánh giá (từ 1 xuống 0,5) (các ô D24, E24) nhưng không nêu ý kiến.',
    ],
    [
      '6.3.1',
      'deduction-without-opinion',
      'Ô G25: tiêu chí bị trừ 1 điểm (các ô D25, E25) nhưng không có ý kiến của hội đồng thẩm định.',
    ],
    // "huyện" is left out here and written in the other rows.
    [
      null,
      'unit-spellings',
      'Ô H26: đơn vị “Văn phòng HĐND&UBND huyện” còn được viết: “Văn phòng HĐND&UBND”.',
    ],
  ]);
});

it('the only certain fix is the number written as text', () => {
  const fixes = findingsOf(sampleSheet()).flatMap((finding) => finding.fix ?? []);
  expect(fixes).toEqual([
    { certainty: 'certain', edits: [{ place: expect.anything(), to: 'number', points: '0.25' }] },
  ]);
});

it('as printed, with leftovers of conversion, it gives those and the leftovers', () => {
  const raw = {
    '1.2': {
      responsible:
        '<ul style="list-style-type: none"> - Phòng Nội vụ chủ trì thực hiện chế độ báo cáo theo quy định. - Văn phòng HĐND&UBND huyện theo dõi các báo cáo đột xuất để bổ sung tài liệu kiểm chứng.',
    },
    '3.11.1': { opinion: 'Tính điểm theo công thức: $(8/112)*1=0,07$' },
    '3.12.1': { opinion: '$325/408=79.66\\%$' },
    '3.12.2': { opinion: '$10/29=34.48\\%$' },
    '3.12.3': { opinion: '$7904/14835=53.28\\%$' },
  };
  const clean = new Set(findingsOf(sampleSheet()).map((finding) => findingMessage(finding)));
  const more = findingsOf(sampleSheet(raw)).filter(
    (finding) => !clean.has(findingMessage(finding)),
  );
  expect(more.map(({ criterion, code }) => [criterion, code])).toEqual([
    ['1.2', 'text-markup'],
    ['3.11.1', 'text-latex'],
    ['3.12.1', 'text-latex'],
    ['3.12.2', 'text-latex'],
    ['3.12.3', 'text-latex'],
  ]);
  expect(more.map((finding) => finding.fix?.edits[0])).toMatchObject([
    { text: expect.stringMatching(/^- Phòng Nội vụ .* - Văn phòng HĐND&UBND huyện theo dõi/u) },
    { text: 'Tính điểm theo công thức: (8/112)*1=0,07' },
    { text: '325/408=79.66%' },
    { text: '10/29=34.48%' },
    { text: '7904/14835=53.28%' },
  ]);
});
