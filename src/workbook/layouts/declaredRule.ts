/**
 * What a cell of "Số liệu kê khai" offers: where the criterion's rule takes one of a few answers ("Có",
 * "Kịp thời"), they are a list to choose from. Figures are typed freely: the checks read them.
 */
import type { Rule } from '../../domain/framework/rule';
import type { ListRule } from '../patch';

const YES_NO = ['Có', 'Không'];
const NOT_APPLICABLE = 'Không áp dụng';
/** What a list may hold, joined. */
const LONGEST_LIST = 255;

/** @returns null where the rule takes figures, or its answers fit in no list */
export function declaredRule(rule: Rule | undefined): ListRule | null {
  const values = rule && answersOf(rule);
  const fits =
    values &&
    values.join(',').length <= LONGEST_LIST &&
    values.every((value) => !value.includes(',') && !/[;\n]/.test(value));
  if (!fits) return null;
  return {
    kind: 'list',
    values,
    prompt: { title: 'Số liệu kê khai', message: 'Chọn một mục; để trống nếu chưa kê khai.' },
    error: { title: 'Giá trị không hợp lệ', message: 'Hãy chọn trong danh sách, hoặc để trống.' },
  };
}

function answersOf(rule: Rule): string[] | null {
  switch (rule.kind) {
    case 'allOrNothing':
      return rule.atLeast === undefined && rule.above === undefined ? YES_NO : null;
    case 'choice':
      return rule.options.map(({ label }) => label.trim());
    case 'precondition':
      return withAnswer(rule.then, 'Không');
    case 'applicable':
      return withAnswer(rule.then, NOT_APPLICABLE);
    default:
      return null;
  }
}

function withAnswer(rule: Rule, answer: string): string[] | null {
  const answers = answersOf(rule);
  return answers && [...new Set([...answers, answer])];
}
