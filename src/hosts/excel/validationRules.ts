/** Validation rules of a patch in Excel's terms, and setting them. */
import type { ValidationRule } from '../../workbook/patch';
import type { SavedRule } from './saved';

export function savedRule(rule: ValidationRule | null): SavedRule {
  if (!rule) return null;
  const { title, message } = rule.error;
  const style = rule.kind === 'list' && rule.strict === false ? 'Warning' : 'Stop';
  return {
    rule:
      rule.kind === 'decimal'
        ? {
            decimal: {
              formula1: Number(rule.min),
              formula2: Number(rule.max),
              operator: 'Between',
            },
          }
        : { list: { inCellDropDown: true, source: rule.values.join(',') } },
    prompt: { showPrompt: true, ...rule.prompt },
    errorAlert: { showAlert: true, style, title, message },
    ignoreBlanks: true,
  };
}

export function queueRule(range: Excel.Range, saved: SavedRule): void {
  const { dataValidation } = range;
  if (!saved) {
    dataValidation.clear();
    return;
  }
  dataValidation.rule = saved.rule;
  dataValidation.prompt = saved.prompt;
  dataValidation.errorAlert = saved.errorAlert;
  dataValidation.ignoreBlanks = saved.ignoreBlanks;
}
