import fc from 'fast-check';
import { carryOver, compareFrameworks } from '../../../src/domain/framework/compareFrameworks';
import {
  flattenFramework,
  type FlatNode,
  type Framework,
  type FrameworkNode,
} from '../../../src/domain/framework/framework';
import { builtInFramework } from '../../../src/usecases/frameworks';
import { arbitraryFramework } from '../../support/arbitraryFramework';
import { plainFramework } from '../../support/frameworkFactory';

const framework = (areas: FrameworkNode[]): Framework =>
  plainFramework({
    id: 'thu',
    title: 'Thử',
    areas,
  });
const node = (
  code: string,
  name: string,
  max: string,
  children?: FrameworkNode[],
): FrameworkNode => ({
  code,
  name,
  max,
  ...(children ? { children } : {}),
});

const older = framework([
  node('1', 'Chỉ đạo, điều hành', '4', [
    node('1.1', 'Báo cáo CCHC', '1'),
    node('1.2', 'Mức độ thực hiện kế hoạch CCHC', '2'),
    node('1.3', 'Công tác kiểm tra CCHC', '1'),
  ]),
  node('2', 'Cải cách thể chế', '1', [node('2.1', 'Rà soát văn bản quy phạm pháp luật', '1')]),
]);
const newer = framework([
  node('1', 'Chỉ đạo, điều hành', '5', [
    node('1.1', 'Sáng kiến trong cải cách hành chính', '1'),
    node('1.2', 'Mức độ thực hiện kế hoạch CCHC năm', '2.5'),
    node('1.3', 'BÁO CÁO  CCHC', '1'),
  ]),
  node('2', 'Cải cách thể chế', '1', [node('2.1', 'Rà soát văn bản quy phạm pháp luật', '1.0')]),
]);
const codes = (nodes: readonly FlatNode[]) => nodes.map((flat) => flat.node.code);

describe('two versions', () => {
  const compared = compareFrameworks(older, newer);

  test('added and removed: the same code with another meaning is not the same criterion', () => {
    expect(codes(compared.added)).toEqual(['1.1']);
    expect(codes(compared.removed)).toEqual(['1.3']);
  });

  test('renamed, max changed, moved', () => {
    const pairs = (changes: typeof compared.moved) =>
      changes.map((change) => `${change.old.node.code}→${change.new.node.code}`);
    expect(pairs(compared.renamed)).toEqual(['1.2→1.2']);
    expect(pairs(compared.maxChanged)).toEqual(['1→1', '1.2→1.2']);
    expect(pairs(compared.moved)).toEqual(['1.1→1.3']);
    expect(compared.unchanged).toBe(2);
  });

  test('the same version differs in nothing; every node is accounted for once', () => {
    fc.assert(
      fc.property(arbitraryFramework(false, true), arbitraryFramework(false, true), (a, b) => {
        const same = compareFrameworks(a, a);
        expect(
          [same.added, same.removed, same.renamed, same.maxChanged, same.moved].flat(),
        ).toEqual([]);
        const { added, removed } = compareFrameworks(a, b);
        const kept = flattenFramework(a).length - removed.length;
        expect(flattenFramework(b).length - added.length).toBe(kept);
      }),
      { numRuns: 25 },
    );
  });

  test('Quảng Trị 2022 (no codes) and 2023: payment, reports and plans are found again by name', () => {
    const compared2 = compareFrameworks(
      builtInFramework('quang-tri-huyen-2022')!,
      builtInFramework('quang-tri-1325-huyen-2023')!,
    );
    const moved = compared2.moved.map(
      (change) => `${change.old.node.code}→${change.new.node.code}`,
    );
    expect(moved).toEqual(
      expect.arrayContaining(['1.b→1.2', '3.c→3.11.2', '3.a→3.10.1', '3.e→3.12.1']),
    );
  });
});

describe('scores carried over', () => {
  const rows = flattenFramework(older).map(({ node: { code, name, max }, area }) => ({
    code,
    name,
    max,
    areaCode: area.code,
  }));

  test('go to the same criterion by code and name, else by name; what has no place is listed', () => {
    const { rows: carried, unplaced } = carryOver(rows, newer);
    expect(
      carried.map((row) => row && `${row.code} ${row.by}${row.maxChanged ? ' !' : ''}`),
    ).toEqual([
      '1 codeAndName !',
      '1.3 name',
      '1.2 code !',
      null,
      '2 codeAndName',
      '2.1 codeAndName',
    ]);
    expect(unplaced).toEqual([3]);
  });

  test('no two rows go to one place', () => {
    fc.assert(
      fc.property(arbitraryFramework(false, false), arbitraryFramework(false, false), (a, b) => {
        const from = flattenFramework(a).map(({ node: { code, name }, area }) => ({
          code,
          name,
          areaCode: area.code,
        }));
        const places = carryOver(from, b).rows.flatMap((row) => (row ? [row.to] : []));
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 25 },
    );
  });
});
