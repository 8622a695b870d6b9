/** What is a ratio, a percentage, a sum, a citation, and what only looks like one. */
import {
  readExceedingParts,
  readPercentClaims,
  readPercentsOverWhole,
} from '../../../../src/domain/findings/evidence/claims';
import {
  contradict,
  dateText,
  daysBetween,
  readCitations,
  readDates,
  readPeriod,
} from '../../../../src/domain/findings/evidence/citations';
import { explainScore } from '../../../../src/domain/findings/evidence/explainScore';
import { readTextNumbers } from '../../../../src/domain/findings/evidence/numbersInText';
import {
  evaluate,
  readStatedFormulas,
} from '../../../../src/domain/findings/evidence/statedFormula';
import { points } from '../../../../src/domain/points';

const ratiosOf = (text: string) => readTextNumbers(text).ratios.map((ratio) => ratio.text);

describe('ratios', () => {
  it.each([
    ['Đơn vị hoàn thành 18/42 nhiệm vụ', ['18/42']],
    ['Tạm tính 9/14 vấn đề đã khắc phục và 6/14 chưa ht.', ['9/14', '6/14']],
    ['đạt 7.904/14.835 hồ sơ', ['7.904/14.835']],
    ['$10/29=34.48\\%$', ['10/29']],
    ['đạt 11,84/15 điểm, xếp hạng 9/19 hạng', ['11,84/15']],
    ['17/17 xã, thị trấn', ['17/17']],
  ])('%s', (text, expected) => expect(ratiosOf(text)).toEqual(expected));

  it.each([
    ['document numbers in a list', 'đôn đốc công tác CCHC: 76/482, 1017/74, 1055, 234'],
    ['a numbered document', 'Công văn số 985/UBND-NC và văn bản số 76/482 của tỉnh'],
    ['a decree', 'Nghị định số 130/2005/NĐ-CP ngày 17/10/2005'],
    ['a rank', 'xếp thứ **01/10** huyện; xếp thứ 03/11 huyện'],
    ['a date', 'đến ngày 15/11/2023 và ngày 10/3 vừa qua'],
    ['a month', 'trong tháng 8/2023, quý 3/2023'],
    ['more than the whole', 'các số 1017/74 văn bản'],
    ['round the clock', 'trực 24/24 giờ'],
  ])('not %s', (_, text) => expect(ratiosOf(text)).toEqual([]));

  it('tells points from counts, and what was not done', () => {
    const [done, undone, score] = readTextNumbers(
      '9/14 đã xong và 6/14 chưa xong; đạt 1,5/2 điểm',
    ).ratios;
    expect([done?.negated, undone?.negated]).toEqual([false, true]);
    expect([done?.kind, score?.kind]).toEqual(['count', 'points']);
  });
});

describe('percentages', () => {
  it('tells a bound or target from what was reached', () => {
    const { percents } = readTextNumbers('dưới 80% KH, đạt 42,5% kế hoạch, tối thiểu 70%, tăng 5%');
    expect(percents.map(({ text, isBound }) => [text, isBound])).toEqual([
      ['80%', true],
      ['42,5%', false],
      ['70%', true],
      ['5%', true],
    ]);
  });

  it.each([
    ['18/42 nhiệm vụ (42,86%)', [true]],
    ['42,86% (18/42 nhiệm vụ)', [true]],
    ['18/42 nhiệm vụ, đạt 42,8%', [true]],
    ['18/42 nhiệm vụ, đạt 43,8%', [false]],
    ['còn 4/9 nhiệm vụ chưa hoàn thành, đạt 55,56%', [true]],
    ['18/42 nhiệm vụ, tăng 10% so với năm trước', []],
    ['18/42 nhiệm vụ. Giải ngân đạt 50%', []],
    ['18/42 nhiệm vụ, trong đó đúng hạn 100%', []],
    ['325/408=79.66%', []],
  ])('%s', (text, expected) => {
    expect(readPercentClaims(text).map((claim) => claim.holds)).toEqual(expected);
  });

  it('a share above 100', () => {
    expect(readPercentsOverWhole('Đạt 112,5% hồ sơ đúng hạn')).toHaveLength(1);
    expect(readPercentsOverWhole('Thu ngân sách đạt 112,5% dự toán')).toEqual([]);
    expect(readPercentsOverWhole('tăng 112,5%')).toEqual([]);
  });
});

describe('parts of one whole', () => {
  it.each([
    ['9/14 đã khắc phục và 6/14 chưa', 1],
    ['9/14 đã khắc phục và 5/14 chưa', 0],
    ['18/42 văn bản đúng hạn, 30/42 văn bản có ký số', 0],
    ['9/14 đã khắc phục và 6/15 chưa', 0],
  ])('%s', (text, count) => expect(readExceedingParts(text)).toHaveLength(count));
});

describe('stated sums', () => {
  it.each([
    ['(8/112)*1=0,07', true],
    ['$325/408=79.66\\%$', true],
    ['18/42 x 2 = 0,857', true],
    ['18/42 x 2 = 0,86', true],
    ['18/42 x 2 = 0,85', true],
    ['7.904/14.835 = 53,28%', true],
    ['năm 2023 18/42=42,86%', true],
    ['(8/112)*1=0,7', false],
    ['325/408=97.66%', false],
    ['0,5 + 0,25 = 0,85', false],
  ])('%s', (text, holds) => {
    expect(readStatedFormulas(text).map((formula) => formula.holds)).toEqual([holds]);
  });

  it.each(['806/UBND-NC ngày 06/3/2023=> BC đột xuất', 'điểm = 0,5', 'Điều 4 = 5', '5/0=1'])(
    'no sum: %s',
    (text) => expect(readStatedFormulas(text)).toEqual([]),
  );

  it('works out brackets, order and percentages exactly', () => {
    expect(evaluate('(1 + 2) × 3 - 4/8', true)?.toFixed()).toBe('8.5');
    expect(evaluate('79,66% x 0,5', true)?.toFixed()).toBe('0.3983');
    expect(evaluate('1 2', true)).toBeNull();
    expect(evaluate('(1+2', true)).toBeNull();
  });
});

describe('scores from shares', () => {
  it.each([
    ['0.857142', '0.85', 'cut'],
    ['0.857142', '0.86', 'halfUp'],
    ['0.994', '0.99', 'both'],
    ['0.5', '0.5', 'exact'],
    ['0.857142', '0.8571', 'near'],
    ['0.642857', '0.85', null],
  ])('%s → %s: %s', (exact, score, expected) => {
    expect(explainScore(points(exact), points(score))).toBe(expected);
  });
});

describe('documents and dates', () => {
  const cite = (text: string) => readCitations(text)[0];

  it('reads number, date and whose it is', () => {
    const citation = cite('Kế hoạch số 46/KH-UBND ngày 22/02/2022 của UBND huyện (các vấn đề');
    expect(citation).toMatchObject({ number: '46/KH-UBND', issuer: 'ubnd huyện' });
    expect(citation && dateText(citation.date)).toBe('22/02/2022');
    expect(cite('Nghị định 130/2005/NĐ-CP ngày 17 tháng 10 năm 2005')?.number).toBe(
      '130/2005/NĐ-CP',
    );
  });

  it.each([
    ['another year', '46/KH-UBND ngày 22/02/2022', '46/KH-UBND ngày 22/02/2023', true],
    ['another day', '46/KH-UBND ngày 22/02/2023', '46/ KH-UBND ngày 12/02/2023', true],
    ['the same', '46/KH-UBND ngày 22/02/2023', '46/KH-UBND ngày 22/2/2023', false],
    ['another document', '46/KH-UBND ngày 22/02/2023', '47/KH-UBND ngày 23/02/2023', false],
    [
      'the number of another year',
      '46/KH-UBND ngày 22/02/2022',
      '46/KH-UBND ngày 10/3/2023',
      false,
    ],
    [
      'another body',
      '46/KH-UBND ngày 22/02/2023 của UBND tỉnh',
      '46/KH-UBND ngày 12/02/2023 của UBND huyện',
      false,
    ],
  ])('%s', (_, first, second, expected) => {
    const [a, b] = [cite(first), cite(second.replace('46/ KH', '46/KH'))];
    expect(a && b && contradict(a, b)).toBe(expected);
  });

  it.each([
    ['KẾT QUẢ 6 THÁNG ĐẦU NĂM 2023', '30/06/2023'],
    ['quý III/2025', '30/09/2025'],
    ['Quý 1 năm 2025', '31/03/2025'],
    ['chỉ số CCHC năm 2022', '31/12/2022'],
  ])('the period %s ends on %s', (text, end) => {
    const period = readPeriod(text);
    expect(period && dateText(period.end)).toBe(end);
  });

  it('counts days across months, years and leap days', () => {
    expect(daysBetween({ year: 2023, month: 6, day: 30 }, { year: 2023, month: 12, day: 6 })).toBe(
      159,
    );
    expect(daysBetween({ year: 2024, month: 2, day: 28 }, { year: 2024, month: 3, day: 1 })).toBe(
      2,
    );
    expect(daysBetween({ year: 2023, month: 12, day: 31 }, { year: 2024, month: 1, day: 1 })).toBe(
      1,
    );
  });

  it('tells a deadline from a date', () => {
    expect(
      readDates('trước ngày 15/11/2023; đánh giá CCHC 6/12/2023').map((date) => date.isDeadline),
    ).toEqual([true, false]);
    expect(readDates('ngày 31/02/2023')).toEqual([]);
  });
});
