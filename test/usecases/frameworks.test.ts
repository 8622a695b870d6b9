import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pointsText } from '../../src/domain/points';
import {
  flattenFramework,
  frameworkTotal,
  surveyTotal,
  unlistedRemainder,
} from '../../src/domain/framework/framework';
import {
  builtInFramework,
  builtInFrameworks,
  readFrameworkJson,
} from '../../src/usecases/frameworks';

const total = (id: string) => pointsText(frameworkTotal(builtInFramework(id)!));

describe('the built-in samples', () => {
  test.each(builtInFrameworks().map((framework) => [framework.id, framework] as const))(
    '%s keeps the schema, loses no field by it, and says what it lacks',
    (id, framework) => {
      const file = join(__dirname, '../../src/frameworks', `${id}.json`);
      expect(framework).toEqual(JSON.parse(readFileSync(file, 'utf8')));
      expect(framework.completeness).toBe('partial');
      expect(framework.completenessNote.length).toBeGreaterThan(40);
      const codes = flattenFramework(framework).map(({ node }) => node.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).not.toContain('');
      if (framework.level === 'district') expect(framework.notes.join(' ')).toContain('01/7/2025');
    },
  );

  test('are six, and their totals are those of the documents', () => {
    expect(builtInFrameworks()).toHaveLength(6);
    expect(total('quang-tri-1325-huyen-2023')).toBe('40');
    expect(total('quang-tri-huyen-2022')).toBe('98');
    expect(total('binh-dinh-2878-huyen-2021')).toBe('100');
    expect(total('hai-duong-3395-xa-2022')).toBe('100');
    expect(total('tx-quang-tri-xa-2022')).toBe('100');
    expect(total('phuc-vu-766-2022')).toBe('100');
  });

  test('Quảng Trị 2023: 27 known rows of 40 points in areas 1, 3, 5, 6, 7', () => {
    const framework = builtInFramework('quang-tri-1325-huyen-2023')!;
    expect(framework.areas.map((area) => area.code)).toEqual(['1', '3', '5', '6', '7']);
    expect(flattenFramework(framework).filter(({ isLeaf }) => isLeaf)).toHaveLength(27);
  });

  test('survey parts: 30 + 10 in Bình Định, 14 + 10 in Hải Dương', () => {
    expect(pointsText(surveyTotal(builtInFramework('binh-dinh-2878-huyen-2021')!))).toBe('40');
    expect(pointsText(surveyTotal(builtInFramework('hai-duong-3395-xa-2022')!))).toBe('24');
  });

  test('the unlisted remainder of area 1 of Quảng Trị 2022 is 19,5 − 9', () => {
    const area = builtInFramework('quang-tri-huyen-2022')!.areas[0]!;
    expect(pointsText(unlistedRemainder(area)!)).toBe('10.5');
  });
});

describe('a framework file', () => {
  const minimal = {
    id: 'a',
    title: 'Bộ chỉ số',
    decision: '',
    issuer: '',
    province: '',
    level: 'commune',
    year: 2026,
    completeness: 'complete',
    completenessNote: '',
    notes: [],
    areas: [{ code: '1', name: 'Chỉ đạo', max: '2.5' }],
  };
  const problems = (data: unknown) => {
    const reading = readFrameworkJson(typeof data === 'string' ? data : JSON.stringify(data));
    return reading.ok ? [] : reading.problems.map(({ code, path }) => `${code} ${path}`.trim());
  };

  test('in our JSON is read, also with a byte-order mark', () => {
    expect(readFrameworkJson(`\uFEFF${JSON.stringify(minimal)}`)).toEqual({
      ok: true,
      framework: minimal,
    });
  });

  test.each([
    ['', ['empty']],
    ['{"areas": [', ['notJson']],
    ['[1, 2]', ['notFramework']],
    ['null', ['notFramework']],
    ['{"sheets": []}', ['notFramework']],
  ])('%j: %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('says what is wrong and where, and never throws', () => {
    expect(problems({ ...minimal, title: undefined })).toEqual(['missing title']);
    expect(problems({ ...minimal, level: 'huyện' })).toEqual(['badValue level']);
    expect(problems({ ...minimal, year: '2026' })).toEqual(['wrongType year']);
    expect(problems({ ...minimal, areas: [] })).toEqual(['badValue areas']);
    const area = {
      code: '1',
      name: 'x',
      max: '1',
      children: [{ code: '1.1', name: 'y', max: 0.5 }],
    };
    expect(problems({ ...minimal, areas: [area] })).toEqual(['badPoints areas[0].children[0].max']);
    expect(problems({ ...minimal, areas: [{ ...area, max: '2,5', children: [] }] })).toEqual([
      'badPoints areas[0].max',
    ]);
  });
});
