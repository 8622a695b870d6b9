import { proposeRule } from '../../../src/domain/framework/proposeRule';
import { nothing, part, whole } from '../../fixtures/ruleSentences';

describe.each(Object.entries(whole))('%s', (_, cases) => {
  test.each(cases)('%j of %s', (sentence, max, rule) => {
    expect(proposeRule(sentence, max)).toEqual({ rule, understood: 'whole', leftOver: [] });
  });
});

test.each(part)('in part: %j of %s', (sentence, max, rule, ...leftOver) => {
  expect(proposeRule(sentence, max)).toEqual({ rule, understood: 'part', leftOver });
});

test.each(nothing)('nothing is proposed for %j of %s', (sentence, max) => {
  expect(proposeRule(sentence, max)).toBeNull();
});
