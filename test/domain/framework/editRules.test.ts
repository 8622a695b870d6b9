import { countRules, scoredCriteria, withRule } from '../../../src/domain/framework/editRules';
import { flattenFramework, frameworkSchema } from '../../../src/domain/framework/framework';
import type { Rule } from '../../../src/domain/framework/rule';
import { builtInFrameworks } from '../../../src/usecases/frameworks';

const linear: Rule = { kind: 'linear' };

describe.each(builtInFrameworks().map((framework) => [framework.id, framework] as const))(
  '%s',
  (_, framework) => {
    test('each criterion that is scored has a place of its own', () => {
      const criteria = scoredCriteria(framework);
      const leaves = flattenFramework(framework).filter(({ isLeaf }) => isLeaf);
      expect(criteria.map(({ node }) => node)).toEqual(leaves.map(({ node }) => node));
      expect(new Set(criteria.map(({ path }) => path.join('.'))).size).toBe(criteria.length);
    });

    test('a rule goes to its criterion alone, and comes off without a trace', () => {
      const before = JSON.stringify(framework);
      for (const { path, node } of scoredCriteria(framework)) {
        const changed = withRule(framework, path, linear);
        expect(countRules(changed)).toBe(countRules(framework) + 1);
        const ruled = scoredCriteria(changed).filter((criterion) => criterion.node.rule);
        expect(ruled.map((criterion) => criterion.node.name)).toEqual([node.name]);
        expect(frameworkSchema.safeParse(changed).success).toBe(true);
        expect(JSON.stringify(withRule(changed, path, null))).toBe(before);
      }
      expect(JSON.stringify(framework)).toBe(before);
    });
  },
);

test('a path that leads nowhere changes nothing', () => {
  const [framework] = builtInFrameworks();
  expect(withRule(framework!, [99], linear)).toEqual(framework);
  expect(withRule(framework!, [], linear)).toEqual(framework);
});
