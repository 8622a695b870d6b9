/** What is shown of a row beyond its own words: beside the scale, under a survey, a code that two have. */
import { checkFramework } from '../../../src/domain/framework/checkFramework';
import * as edit from '../../../src/domain/framework/editReading';
import { countInScale, frameworkTotal } from '../../../src/domain/framework/framework';
import { points } from '../../../src/domain/points';
import { computeExpected, formatWorking } from '../../../src/domain/scoring/expectedScore';
import { fromTsv } from '../../../src/usecases/importFramework';
import { besideSign, doubledRows, isUnderSurvey } from '../../../src/taskpane/state/importView';

function reading(...lines: string[]) {
  const imported = fromTsv(['STT|Tiêu chí|Điểm tối đa', ...lines].join('\n').replace(/\|/g, '\t'));
  if (imported.kind !== 'reading') throw new Error(imported.kind);
  return imported.reading;
}

test('a bonus after the areas is none of them; another row can be told to be one, and back', () => {
  const read = reading('1|Chỉ đạo|4', '1.1|Kế hoạch|4', '2|Sáng kiến|2', '|ĐIỂM THƯỞNG|3');
  const row = (name: string) => read.rows.find((each) => each.name === name)!;
  expect(read.rows.map(besideSign)).toEqual([null, null, null, null, 'bonus']);
  const told = edit.setOutside(read, row('Sáng kiến').id, 'penalty');
  expect(besideSign(told.rows[3]!)).toBe('penalty');
  expect(told.rows[3]!.name).toBe('Điểm phạt: Sáng kiến');
  expect(frameworkTotal(told.draft!).toFixed()).toBe('4');
  expect(countInScale(told.draft!)).toEqual({ areas: 1, leaves: 1 });
  expect(checkFramework(told.draft!)).toEqual([]);
  expect(edit.setOutside(told, 3, 'bonus').rows[3]!.name).toBe('Điểm thưởng: Sáng kiến');
  const back = edit.setLevel(told, 3, 0);
  expect([back.rows[3]!.name, besideSign(back.rows[3]!)]).toEqual(['Sáng kiến', null]);
});

test('a survey mark holds for what stands beneath, and for nothing beside', () => {
  const read = reading(
    '1|Điều tra xã hội học|4',
    '1.1|Mức độ hài lòng (SIPAS)|2',
    '1.1.1|Hai|2',
    '2|Thể chế|3',
    '2.1|Ba|3',
  );
  const suggested = (some: typeof read) =>
    some.problems.filter(({ code }) => code === 'maybeSurvey').length;
  const marked = edit.setSurvey(read, 1, true);
  expect([suggested(read), suggested(marked)]).toEqual([2, 0]);
  expect(marked.rows.map((row) => isUnderSurvey(marked, row))).toEqual([
    ...[false, false, true, true, false, false],
  ]);
});

test('two rows with one code each name the other', () => {
  const read = reading('1|Chỉ đạo|4', '1.1|Kế hoạch|2', '1.1|Báo cáo|2', '2|Thể chế|3');
  const doubled = [...doubledRows(read)].map(([id, { name }]) => [read.rows[id]?.name, name]);
  expect(doubled).toEqual([
    ['Kế hoạch', 'Báo cáo'],
    ['Báo cáo', 'Kế hoạch'],
  ]);
});

test('what a rule gives is shown rounded half up, whatever its figures', () => {
  const shown = (max: string, declared: string) => {
    const expected = computeExpected({ kind: 'linear' }, points(max), declared);
    return expected.kind === 'score' ? formatWorking(expected.working, ',') : expected.kind;
  };
  expect(shown('2', '18/42')).toBe('18/42 × 2 = 0,86');
  expect(shown('1', '7904/14835')).toBe('7904/14835 × 1 = 0,53');
});
