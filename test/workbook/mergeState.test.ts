/** What two people had one workbook remember at the same time. */
import { mergeRemembered } from '../../src/workbook/mergeState';
import type { Remember } from '../../src/workbook/patch';
import {
  emptyState,
  parseState,
  STATE_SHEET,
  stateText,
  type WorkbookState,
} from '../../src/workbook/state';

const text = (part: Partial<WorkbookState>) => stateText({ ...emptyState, ...part });
const change = (seen: string | null, wanted: string | null, yields = false): Remember => ({
  kind: 'remember',
  sheet: STATE_SHEET,
  seen,
  text: wanted,
  ...(yields ? { yields: true } : {}),
});
const merged = (seen: string, wanted: string | null, now: string, yields = false) =>
  parseState(mergeRemembered(change(seen, wanted, yields), now));

test('what nobody else touched becomes what was planned, to the letter', () => {
  const [seen, wanted] = [text({}), text({ settings: { base: '79' } })];
  expect(mergeRemembered(change(seen, wanted), seen)).toBe(wanted);
  expect(mergeRemembered(change(null, wanted), null)).toBe(wanted);
  expect(mergeRemembered(change(seen, null), seen)).toBeNull();
});

test.each<[string, Partial<WorkbookState>, Partial<WorkbookState>]>([
  ['another part', { settings: { base: '79' } }, { unitMemory: { a: 'A' } }],
  ['another unit', { unitMemory: { b: 'B' } }, { unitMemory: { a: 'A' } }],
  [
    'another assignment of the same sheet',
    { writtenAssignments: { 'Bảng điểm': { '1|b': 'x' } } },
    { writtenAssignments: { 'Bảng điểm': { '1|a': 'y' } } },
  ],
  ['another sheet that is marked', { marked: ['B'] }, { marked: ['A'] }],
  ['the same, alike', { unitMemory: { a: 'A' } }, { unitMemory: { a: 'A' } }],
])('both remember, one %s: both are kept', (_, mine, theirs) => {
  const result = merged(text({}), text(mine), text(theirs));
  expect(result).toMatchObject({
    ...theirs,
    ...mine,
    ...(mine.marked ? { marked: ['A', 'B'] } : {}),
  });
  if (mine.writtenAssignments)
    expect(Object.keys(result.writtenAssignments['Bảng điểm']!)).toHaveLength(2);
});

test('what one takes back and the other leaves alone is taken back; what the other added stays', () => {
  const both = { unitMemory: { a: 'A', b: 'B' } };
  const result = merged(
    text(both),
    text({ unitMemory: { b: 'B' } }),
    text({ unitMemory: { ...both.unitMemory, c: null } }),
  );
  expect(result.unitMemory).toEqual({ b: 'B', c: null });
});

test('the same entry changed by both stops a change, and is left to them by one that yields', () => {
  const base = (value: string) => text({ settings: { base: value } });
  expect(() => merged(text({}), base('79'), base('80'))).toThrow('changedMeanwhile');
  expect(merged(text({}), base('79'), base('80'), true).settings.base).toBe('80');
});

test('nothing is left only where nobody else has anything remembered', () => {
  const mine = text({ settings: { base: '79' } });
  expect(mergeRemembered(change(mine, null, true), mine)).toBeNull();
  expect(mergeRemembered(change(mine, null, true), text({}))).toBeNull();
  const theirs = text({ settings: { base: '79' }, unitMemory: { a: 'A' } });
  expect(merged(mine, null, theirs, true)).toMatchObject({
    settings: { base: null },
    unitMemory: { a: 'A' },
  });
});

test('what is damaged counts as nothing', () => {
  const wanted = text({ settings: { base: '79' } });
  expect(mergeRemembered(change(text({}), wanted), '{')).toBe(wanted);
});
