/**
 * The figures of the other published reports, held to their own arithmetic: area tables as score sheets,
 * sentences as they stand.
 */
import { checkScoreSheet } from '../../../src/domain/findings/checkScoreSheet';
import { readPercentClaims } from '../../../src/domain/findings/evidence/claims';
import { scoreSheetOf } from '../../support/scoreSheetFactory';

/** Area rows and the total as the report states it. */
function reportFindings(
  areas: readonly (readonly [number, number])[],
  total: readonly [number, number],
) {
  const sheet = scoreSheetOf({
    columns: ['code', 'name', 'max', 'appraised1'],
    rows: areas.map(([score, max], i) => [String(i + 1), `Lĩnh vực ${i + 1}`, max, score]),
    summary: [{ kind: 'total', cells: ['', 'Tổng cộng', total[1], total[0]] }],
  });
  return checkScoreSheet({ sheet, framework: null, base: null }).map(({ code, params }) => [
    code,
    params['value'],
    params['sum'],
  ]);
}

describe('totals of the reports', () => {
  it('An Lão 2021 adds up: 84,31/100', () => {
    const areas = [
      [9.25, 10],
      [5, 5],
      [6.99, 10],
      [6.5, 7],
      [10.5, 11],
      [3, 5],
      [9.18, 12],
      [33.89, 40],
    ] as const;
    expect(reportFindings(areas, [84.31, 100])).toEqual([]);
  });

  it('Đồng Tâm 2022 adds up: 87,747 is stated as 87,75', () => {
    const areas = [
      [11.84, 15],
      [4.75, 5],
      [16.62, 18.5],
      [6, 6],
      [11, 11],
      [5, 7],
      [10.19, 11.5],
      [1.577, 2],
      [11.49, 14],
      [9.28, 10],
    ] as const;
    expect(reportFindings(areas, [87.75, 100])).toEqual([]);
  });

  it('Gio Linh 2022 is a hundredth off, which rounding may have made', () => {
    const areas = [
      [16.45, 19.5],
      [10, 10],
      [16.89, 20.5],
      [10.5, 10.5],
      [11, 13],
      [8, 10],
      [13.5, 14.5],
    ] as const;
    expect(reportFindings(areas, [86.33, 98])).toEqual([['sum-off-by-rounding', '86.33', '86.34']]);
  });

  it('Phường 2, 2022 is 0,23 off, and its maxima make 100, not 99', () => {
    const areas = [
      [18, 21],
      [12, 12],
      [20.16, 25],
      [7, 7],
      [11.07, 12],
      [7, 10],
      [13, 13],
    ] as const;
    expect(reportFindings(areas, [88.46, 99])).toEqual([
      ['total-wrong', '99', '100'],
      ['total-wrong', '88.46', '88.23'],
    ]);
  });
});

describe('percentages in sentences of the reports', () => {
  it.each([
    ['Đạt 16,45/19,50 điểm. Tỷ lệ hoàn \n\nthành 84%.', true],
    ['Đạt 11/13 điểm. Tỷ lệ  hoàn thành 85%', true],
    ['đạt 13,5/14,5 điểm. Tỷ lệ hoàn thành 93%', true],
    ['Phường 2 có 6/7 cán bộ đạt 85,71%, công chức', true],
    ['đã số hóa 188/192 hồ sơ đạt 97, 9%', true],
    ['đạt 167/191 hồ sơ (87,4%)', true],
    ['Kết quả năm 2021 huyện 33,89/40 điểm, với chỉ số đạt 87,36%', false],
    ['Hoàn thành 4/9 nhiệm vụ tuyên truyền đạt 55.56%', false],
  ])('%s', (text, holds) => {
    expect(readPercentClaims(text).map((claim) => claim.holds)).toEqual([holds]);
  });
});
