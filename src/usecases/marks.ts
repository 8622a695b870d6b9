/**
 * Marks in the sheet, on demand: each cell that a finding speaks of gets a fill by how grave it is, and a
 * note that says what is wrong. Accepted findings are not marked. Nothing of the cell itself changes, and
 * the marks come off without a trace, also after rows have moved (see `workbook/marks`).
 */
import type { FindingCode } from '../domain/findings/catalogue';
import type { Finding, Severity } from '../domain/findings/finding';
import { cellName, type Area, type CellAt } from '../workbook/address';
import { expectationsFor } from '../workbook/expect';
import { MARK_TITLE, type Mark } from '../workbook/marks';
import type { Change } from '../workbook/patch';
import { emptyState, planState, STATE_SHEET, stateText } from '../workbook/state';
import type { Plan, PlanLine } from './plan';
import type { WorkbookReading } from './readWorkbook';
import type { ReviewedFinding } from './review';

/** What notes say; the findings' own wording comes with it. */
export interface MarkWords {
  message(finding: Finding): string;
  action(code: FindingCode): string;
  severity: Record<Severity, string>;
}

/** Quiet tints on which black text stays readable. */
export const MARK_COLORS: Record<Severity, string> = {
  error: '#F8CBAD',
  warning: '#FFE699',
  info: '#DDEBF7',
};

/** A note is read on hovering: a dozen findings in one cell are better read in the list. */
const LONGEST_NOTE = 1500;

/**
 * @param reviewed of any sheets of the reading; findings of a whole sheet have no cell to mark
 * @returns a plan that replaces the marks of those sheets; without a finding to mark it takes them off
 */
export function planMarks(
  reading: WorkbookReading,
  reviewed: readonly ReviewedFinding[],
  words: MarkWords,
): Plan {
  const shown = reviewed.filter(({ state, finding }) => state !== 'accepted' && finding.place);
  const sheets = [...new Set(shown.map(({ finding }) => finding.place?.sheet ?? ''))];
  const before = markedSheets(reading);
  const lines: PlanLine[] = [];
  const changes: Change[] = [];
  for (const sheet of new Set([...sheets, ...before])) {
    const marks = marksOn(sheet, shown, words);
    changes.push({ kind: 'mark', sheet, marks });
    const count = String(marks.length);
    if (marks.length > 0) lines.push({ code: 'markCells', params: { sheet, count } });
  }
  if (sheets.length === 0) return planUnmark(reading);
  const expects = changes.flatMap((change) => {
    const snapshot = reading.snapshot.sheets.find(({ name }) => name === change.sheet);
    const areas = change.kind === 'mark' ? change.marks.map(({ at }) => areaOf(at)) : [];
    return snapshot ? expectationsFor(snapshot, [], areas) : [];
  });
  const remember = planState(reading.snapshot, { ...reading.state, marked: sheets });
  return { patch: { changes: [...changes, ...remember], expects }, lines, conflicts: [] };
}

/** Takes every mark off, and forgets about them; a workbook that holds nothing else of ours is as it was. */
export function planUnmark(reading: WorkbookReading): Plan {
  const sheets = markedSheets(reading);
  const changes: Change[] = sheets.map((sheet) => ({ kind: 'mark', sheet, marks: [] }));
  const state = { ...reading.state };
  delete state.marked;
  const forget = planState(reading.snapshot, state);
  const { snapshot } = reading;
  const carries = snapshot.state !== null || snapshot.sheetNames.includes(STATE_SHEET);
  const drop: Change[] =
    carries && stateText(state) === stateText(emptyState)
      ? [{ kind: 'remember', sheet: STATE_SHEET, seen: snapshot.state, text: null }]
      : forget;
  if (sheets.length === 0 && forget.length === 0)
    return {
      patch: { changes: [], expects: [] },
      lines: [{ code: 'nothing', params: {} }],
      conflicts: [],
    };
  return {
    patch: { changes: [...changes, ...drop], expects: [] },
    lines: sheets.map((sheet) => ({ code: 'unmarkCells', params: { sheet } })),
    conflicts: [],
  };
}

/** Whether there is anything to take off. */
export function hasMarks(reading: WorkbookReading): boolean {
  return (reading.state.marked ?? []).length > 0;
}

/** A sheet that was renamed since is not known by its name: then all sheets that may be changed are meant. */
function markedSheets({ snapshot, state }: WorkbookReading): string[] {
  const marked = state.marked ?? [];
  if (marked.every((sheet) => snapshot.sheetNames.includes(sheet))) return [...marked];
  return snapshot.sheets
    .filter((sheet) => !sheet.protected && sheet.name !== STATE_SHEET)
    .map(({ name }) => name);
}

function marksOn(sheet: string, shown: readonly ReviewedFinding[], words: MarkWords): Mark[] {
  const cells = new Map<string, { at: CellAt; findings: Finding[] }>();
  for (const { finding } of shown) {
    const { place } = finding;
    if (!place || place.sheet !== sheet) continue;
    const name = cellName(place);
    const cell = cells.get(name) ?? { at: { row: place.row, column: place.column }, findings: [] };
    cell.findings.push(finding);
    cells.set(name, cell);
  }
  return [...cells.values()].map(({ at, findings }) => ({
    at,
    color: MARK_COLORS[gravest(findings)],
    note: noteText(findings, words),
  }));
}

function gravest(findings: readonly Finding[]): Severity {
  const order = ['error', 'warning', 'info'] as const;
  return order.find((severity) => findings.some((each) => each.severity === severity)) ?? 'info';
}

function noteText(findings: readonly Finding[], words: MarkWords): string {
  const lines = findings.map(
    (finding) =>
      `• [${words.severity[finding.severity]}] ${words.message(finding)} ${words.action(finding.code)}`,
  );
  const text = [MARK_TITLE, ...lines].join('\n');
  return text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE - 1)}…` : text;
}

function areaOf({ row, column }: CellAt): Area {
  return { top: row, left: column, bottom: row, right: column };
}
