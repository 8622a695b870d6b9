import fc from 'fast-check';
import { decimalText, readTyped, typedText } from '../../../src/hosts/page/typedEntry';

const plain = { numberFormat: 'General', ceiling: null };
const text = { numberFormat: '@', ceiling: null };
const percent = { numberFormat: '0.00%', ceiling: null };
const date = { numberFormat: 'dd/mm/yyyy', ceiling: null };

describe('what a person types', () => {
  test.each<[string, string | number | null]>([
    ['0,85', 0.85],
    ['0.85', 0.85],
    [' 2 ', 2],
    ['−1,15', -1.15],
    ['+3', 3],
    ['1,577', 1.577],
    ['0.125', 0.125],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['', null],
    // A dot before three figures is a decimal to some and thousands to others.
    ['1.577', '1.577'],
    ['14.678', '14.678'],
    // None of these is a number, a date or a formula here.
    ['01/10', '01/10'],
    ['3.10.1', '3.10.1'],
    ['007', '007'],
    ['-x', '-x'],
    ['1-2', '1-2'],
    ['97,9%', '97,9%'],
    ['12345678901234567', '12345678901234567'],
    ['1.234,', '1.234,'],
  ])('%j in an ordinary cell is %j', (typed, value) => {
    expect(readTyped(typed, plain)).toBe(value);
  });

  test('the limit of the cell decides between a decimal and thousands', () => {
    expect(readTyped('1.577', { ...plain, ceiling: 2 })).toBe(1.577);
    expect(readTyped('-1.577', { ...plain, ceiling: 2 })).toBe(-1.577);
    expect(readTyped('14.678', { ...plain, ceiling: 20_000 })).toBe('14.678');
    expect(readTyped('9.999', { ...plain, ceiling: 2 })).toBe('9.999');
  });

  test('everything stays text in a text cell', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => readTyped(typed, text) === typed),
    );
  });

  test('a percent cell takes per cents with and without the sign', () => {
    expect(readTyped('85%', percent)).toBe(0.85);
    expect(readTyped('70,37', percent)).toBe(0.7037);
    expect(readTyped('0,5', percent)).toBe(0.5);
  });

  test('a date cell takes day, month, year, and only a real day', () => {
    expect(readTyped('30/6/2023', date)).toBe(45107);
    expect(readTyped('30/2/2023', date)).toBe('30/2/2023');
    expect(typedText(45107, 'dd/mm/yyyy')).toBe('30/06/2023');
  });

  test('a number shown in the editor reads as itself again', () => {
    const thousandths = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(
        thousandths,
        fc.constantFrom('General', '0.00', '0.0%'),
        (value, numberFormat) => {
          // Below 1 per cent in a percent cell the sign in the editor's text settles what is meant.
          expect(readTyped(typedText(value, numberFormat), { numberFormat, ceiling: null })).toBe(
            value,
          );
        },
      ),
    );
    expect(decimalText(0.85)).toBe('0,85');
  });
});
