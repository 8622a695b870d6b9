import fc from 'fast-check';
import { checkFramework, fixFramework } from '../../../src/domain/framework/checkFramework';
import type { Framework, FrameworkNode } from '../../../src/domain/framework/framework';
import { builtInFrameworks } from '../../../src/usecases/frameworks';
import { arbitraryFramework } from '../../support/arbitraryFramework';
import { plainFramework } from '../../support/frameworkFactory';

const node = (code: string, max: string | null, children?: FrameworkNode[]): FrameworkNode => ({
  code,
  name: `Tiêu chí ${code}`,
  max,
  ...(children ? { children } : {}),
});

const framework = (areas: FrameworkNode[], more: Partial<Framework> = {}): Framework =>
  plainFramework({
    id: 'thu',
    title: 'Thử',
    areas,
    ...more,
  });

const found = (checked: Framework) =>
  checkFramework(checked).map(({ code, severity, params }) =>
    `${severity} ${code} ${params['at'] ?? ''}`.trim(),
  );

describe('a framework as it should be', () => {
  test('has no problems, also where numbering begins again under I, II', () => {
    for (const roman of [false, true])
      fc.assert(
        fc.property(arbitraryFramework(false, roman), (generated) => {
          expect(checkFramework(generated)).toEqual([]);
        }),
        { numRuns: 30 },
      );
  });

  test('the built-in samples hold no error and no warning', () => {
    for (const sample of builtInFrameworks())
      expect(checkFramework(sample).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('codes', () => {
  test('the same twice', () => {
    const checked = framework([node('1', '2', [node('1.1', '1'), node('1.1', '1')])]);
    expect(found(checked)).toEqual(['error duplicateCode 1.1']);
  });

  test('one left out', () => {
    const checked = framework([
      node('1', '2', [node('1.1', '1'), node('1.3', '1')]),
      node('3', '1'),
    ]);
    expect(found(checked)).toEqual(['warning skippedCode 1.3', 'warning skippedCode 3']);
    expect(checkFramework(checked)[0]?.params['expected']).toBe('1.2');
  });

  test('3.10 that became 3.1: told once, with the fix, and nothing is left after it', () => {
    const children = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => node(`3.${n}`, '1'));
    const tenth = node('3.1', '1', [node('3.10.1', '1')]);
    const checked = framework([
      node('1', '1'),
      node('2', '1'),
      node('3', '10', [...children, tenth]),
    ]);
    const [problem] = checkFramework(checked).filter(({ code }) => code === 'mangledCode');
    expect(problem).toMatchObject({ path: [2, 9], fix: { path: [2, 9], code: '3.10' } });
    expect(checkFramework(fixFramework(checked, problem!.fix!))).toEqual([]);
    expect(checked.areas[2]?.children?.[9]?.code).toBe('3.1');
  });

  test.each([
    ['12-Jan', '12.1'],
    ['01/02/2026', '1.2'],
    ['07/01/2004', '7.1.4'],
    ['3,1', '3.1'],
  ])('%s was %s', (code, proposed) => {
    const [problem] = checkFramework(framework([node(code, '1')]));
    expect(problem).toMatchObject({ code: 'mangledCode', fix: { code: proposed } });
  });

  test('under a parent it does not belong to, or two levels down at once', () => {
    const checked = framework([node('1', '2', [node('2.1', '1'), node('1.2.1', '1')])]);
    expect(found(checked)).toEqual(['warning misplacedCode 2.1', 'info levelJump 1.2.1']);
  });

  test('of no numbering that is known', () => {
    expect(found(framework([node('TC-01', '1')]))).toEqual(['warning strangeCode TC-01']);
  });
});

describe('maxima', () => {
  const short = [node('1', '3', [node('1.1', '1'), node('1.2', '1.5')])];

  test('a complete framework must add up', () => {
    expect(found(framework(short))).toEqual(['error sumMismatch 1']);
    expect(checkFramework(framework(short))[0]?.params).toMatchObject({ max: '3', sum: '2.5' });
  });

  test('a partial one has an unlisted remainder', () => {
    const [problem] = checkFramework(framework(short, { completeness: 'partial' }));
    expect(problem).toMatchObject({
      code: 'unlistedRemainder',
      severity: 'info',
      params: { remainder: '0.5' },
    });
  });

  test('children beyond their parent are wrong in either', () => {
    const checked = framework([node('1', '2', [node('1.1', '1'), node('1.2', '1.5')])], {
      completeness: 'partial',
    });
    expect(found(checked)).toEqual(['error childrenExceed 1']);
  });

  test('a leaf without a max', () => {
    expect(found(framework([node('1', null)]))).toEqual(['warning missingMax 1']);
  });

  test('a declared total that the areas do not make', () => {
    expect(found(framework([node('1', '1')], { total: '2' }))).toEqual(['error totalMismatch']);
    const unknown = framework([node('1', '1'), node('2', null)], {
      total: '2',
      completeness: 'partial',
    });
    expect(found(unknown)).toEqual(['info missingMax 2']);
  });
});

test('a bonus that is not called one is told, with the name that the sheet gives it', () => {
  const rule = { kind: 'outside', sign: 'bonus', ceiling: '1' } as const;
  const child = (code: string, name: string) => ({ code, name, max: '1', rule });
  const found = checkFramework(
    plainFramework({
      areas: [
        {
          code: '1',
          name: 'Chỉ đạo',
          max: '2',
          children: [
            { code: '1.1', name: 'Kế hoạch', max: '2' },
            child('1.2', 'Sáng kiến'),
            child('1.3', 'Điểm thưởng mô hình'),
          ],
        },
        { code: '2', name: 'Điểm cộng', max: '1', children: [child('2.1', 'Mô hình hay')] },
      ],
    }),
  );
  expect(found.map(({ code, params }) => [code, params['at'], params['named']])).toEqual([
    ['outsideUnnamed', '1.2', 'Điểm thưởng: Sáng kiến'],
  ]);
});
