/** Names and validation rules of a workbook, as the grid keeps them beside its sheets. Pure. */
import type { Area } from '../../workbook/address';
import type { ValidationView, WorkbookView } from '../../workbook/view';

export function gridRange({ top, left, bottom, right }: Area) {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

export function definedNames(view: WorkbookView, ids: Map<string, string>) {
  return Object.fromEntries(
    view.names.map(({ name, sheet, refersTo }, index) => {
      const id = `name-${index}`;
      const localSheetId = sheet === null ? 'AllDefaultWorkbook' : (ids.get(sheet) ?? '');
      return [id, { id, name, formulaOrRefString: refersTo, localSheetId }];
    }),
  );
}

const errorStyles = { stop: 1, warning: 2, information: 0, nothing: 0 } as const;

/** Rules of each sheet, so that the grid refuses a wrong entry with the words that the file carries. */
export function validations(view: WorkbookView, sheetId: (index: number) => string) {
  return Object.fromEntries(
    view.sheets.map((sheet, index) => [
      sheetId(index),
      sheet.validations.map((rule, at) => validation(rule, `rule-${index}-${at}`)),
    ]),
  );
}

function validation(rule: ValidationView, uid: string) {
  return {
    uid,
    type: rule.kind,
    operator: rule.operator,
    ranges: rule.areas.map(gridRange),
    ...(rule.formula1 === null ? {} : { formula1: gridFormula(rule.formula1) }),
    ...(rule.formula2 === null ? {} : { formula2: gridFormula(rule.formula2) }),
    allowBlank: rule.allowBlank,
    errorStyle: errorStyles[rule.onError],
    showErrorMessage: rule.onError !== 'nothing',
    ...(rule.error ? { errorTitle: rule.error.title, error: rule.error.message } : {}),
  };
}

/** A number as it is, a quoted list without its quotes, anything else as a formula. */
function gridFormula(formula: string): string {
  const list = /^"(.*)"$/s.exec(formula);
  if (list) return (list[1] ?? '').replace(/""/g, '"');
  return formula.trim() !== '' && Number.isFinite(Number(formula)) ? formula : `=${formula}`;
}
