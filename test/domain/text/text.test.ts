import fc from 'fast-check';
import { points, pointsText } from '../../../src/domain/points';
import {
  compareCodes,
  normaliseCode,
  codeShape,
  parentCode,
  romanValue,
} from '../../../src/domain/text/code';
import { formatPercent, formatPoints } from '../../../src/domain/text/formatNumber';
import { readNumber } from '../../../src/domain/text/readNumber';
import { foldBare, foldText } from '../../../src/domain/text/vietnamese';

const read = (text: string, ceiling?: string) => {
  const reading = readNumber(text, ceiling === undefined ? {} : { ceiling: points(ceiling) });
  if (reading.kind === 'number' || reading.kind === 'percent')
    return `${reading.kind} ${pointsText(reading.points)}`;
  if (reading.kind === 'ambiguous')
    return `ambiguous ${reading.candidates.map(pointsText).join(' or ')}`;
  return reading.kind;
};

describe('numbers as people type them', () => {
  test.each([
    ['0.25', 'number 0.25'],
    ['2,3', 'number 2.3'],
    ['-1,15', 'number -1.15'],
    ['−1,15', 'number -1.15'],
    [' 2 ', 'number 2'],
    ['2,00', 'number 2'],
    ['1,577', 'number 1.577'],
    ['97, 9%', 'percent 97.9'],
    ['99.63%', 'percent 99.63'],
    ['14.678', 'ambiguous 14678 or 14.678'],
    ['1.234,5', 'number 1234.5'],
    ['1,234.5', 'number 1234.5'],
    ['1 234,5', 'number 1234.5'],
    ['01/10', 'notNumber'],
    ['76/482', 'notNumber'],
    ['-0,5/1', 'notNumber'],
    ['2/7 điểm', 'notNumber'],
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['1,2,3', 'notNumber'],
    ['2..5', 'notNumber'],
    ['1 2', 'notNumber'],
  ])('%j reads as %s', (text, expected) => expect(read(text)).toBe(expected));

  test('a ceiling decides between thousands and decimals only when one of them fits', () => {
    expect(read('1.577', '2')).toBe('number 1.577');
    expect(read('1.577', '3000')).toBe('ambiguous 1577 or 1.577');
    expect(read('14.678', '3')).toBe('ambiguous 14678 or 14.678');
  });

  test('every decimal survives writing in either style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), fc.constantFrom(',', '.'), (n, mark) => {
        const value = points(n).div(100);
        const text = formatPoints(value, { mark: mark as ',' | '.', minDecimals: 2 });
        const reading = readNumber(text);
        expect(reading.kind === 'number' && reading.points.eq(value)).toBe(true);
      }),
    );
  });
});

describe('codes', () => {
  test('natural order', () => {
    expect(['3.10.1', '3.4', '3.10', '3.9', '10', '2'].sort(compareCodes)).toEqual([
      '2',
      '3.4',
      '3.9',
      '3.10',
      '3.10.1',
      '10',
    ]);
  });
  test.each([
    ['1.1.3.', '1.1.3'],
    [' 3 . 10 ', '3.10'],
    ['3.10', '3.10'],
    ['Lĩnh vực 1:', '1'],
    ['Tiêu chí 1.2', '1.2'],
    ['a)', 'a)'],
    ['II.', 'II'],
  ])('%j is %j', (text, code) => expect(normaliseCode(text)).toBe(code));
  test('shapes', () => {
    expect(['3.10.1', 'IV', 'B', 'a)', '', 'xx'].map(codeShape)).toEqual([
      'decimal',
      'roman',
      'capital',
      'letter',
      'none',
      'other',
    ]);
    expect(romanValue('XIV')).toBe(14);
    expect(romanValue('IIII')).toBeNull();
    expect(parentCode('3.10.1')).toBe('3.10');
    expect(parentCode('3')).toBeNull();
    expect(parentCode('3.a')).toBe('3');
  });

  test('a letter may number the last level', () => {
    expect(codeShape('3.10.a')).toBe('decimal');
    expect(['3.b', '3.a', '3.2', '3.1', '4', '3.đ', '3.e', '3.d'].sort(compareCodes)).toEqual([
      '3.1',
      '3.a',
      '3.2',
      '3.b',
      '3.d',
      '3.đ',
      '3.e',
      '4',
    ]);
  });
});

describe('Vietnamese words', () => {
  test.each([
    ['hoà', 'hòa'],
    ['uỷ ban', 'Ủy ban'],
    ['HOÁ', 'HÓA'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['Điểm', 'điểm'.normalize('NFD')],
    ['Tài chính –  Kế hoạch', 'tài chính - kế hoạch'],
  ])('%s folds with %s', (a, b) => expect(foldText(a)).toBe(foldText(b)));
  test('what differs stays apart', () => {
    expect(foldText('quý')).toBe('quý');
    expect(foldText('hoàn')).toBe('hoàn');
    expect(foldText('mã')).not.toBe(foldText('ma'));
    expect(foldBare('Điểm tối đa')).toBe('diem toi da');
  });
});

describe('numbers as people read them', () => {
  test('half-up, decimal comma, no minus zero', () => {
    expect(formatPoints(points('23.41'), { mark: ',' })).toBe('23,41');
    expect(formatPoints(points('-0.0004'), { mark: ',' })).toBe('0');
    expect(formatPoints(points('2'), { mark: ',', minDecimals: 2 })).toBe('2,00');
    expect(formatPoints(points('0.0005'), { mark: ',' })).toBe('0,001');
    expect(formatPercent(points('70.367088'), ',', 2)).toBe('70,37%');
    expect(formatPercent(points('84.5'), ',', 0)).toBe('85%');
  });
});
