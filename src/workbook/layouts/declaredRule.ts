/**
 * What a cell of "Số liệu kê khai" offers: where the criterion's rule takes one of a few answers ("Có",
 * "Kịp thời"), they are a list to choose from. Figures are typed freely: the checks read them.
 *
 * Rule kept here: nothing that a rule accepts is refused. An option may be declared by its number, "Có" as
 * "x", and sheets come with declarations of an older version, so the list advises and does not stop.
 */
import type { Rule } from '../../domain/framework/rule';
import { ruleAnswers } from '../../domain/framework/ruleAnswers';
import type { ListRule } from '../patch';

const NOT_APPLICABLE = 'Không áp dụng';
/** What a list may hold, joined. */
const LONGEST_LIST = 255;

/** @returns null where the rule takes figures, or its answers fit in no list */
export function declaredRule(rule: Rule | undefined): ListRule | null {
  const answers = rule && ruleAnswers(rule);
  // Every criterion may turn out not to apply, whatever its rule.
  const values = answers && [...new Set([...answers, NOT_APPLICABLE])];
  const fits =
    values &&
    values.join(',').length <= LONGEST_LIST &&
    values.every((value) => !value.includes(',') && !/[;\n]/.test(value));
  if (!fits) return null;
  return {
    kind: 'list',
    values,
    strict: false,
    prompt: { title: 'Số liệu kê khai', message: 'Chọn một mục; để trống nếu chưa kê khai.' },
    error: {
      title: 'Không có trong danh sách',
      message:
        'Mục này không có trong danh sách. Có thể giữ nếu quy tắc chấm của tiêu chí nhận được (ví dụ số thứ tự của phương án, hoặc “x” thay cho “Có”).',
    },
  };
}
