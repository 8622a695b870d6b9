/** Nạp khung: a framework becomes a new score sheet, and travels with the workbook. */
import type { Framework } from '../domain/framework/framework';
import {
  withOutsideParts,
  type OutsideCeilings,
  type OutsideSign,
} from '../domain/framework/outsideParts';
import { ZERO, points, pointsText, sumPoints } from '../domain/points';
import { layoutNewScoreSheet } from '../workbook/layouts/newScoreSheet';
import type { StartingEntries } from '../workbook/layouts/newScoreSheetFigures';
import type { SheetOptions } from '../workbook/layouts/newScoreSheetColumns';
import { computeMaxima, frameworkRows, type SheetRow } from '../workbook/layouts/newScoreSheetRows';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { parseState, planState, type WorkbookState } from '../workbook/state';
import type { Plan, PlanLine } from './plan';

export { extraColumns, type ExtraColumn } from '../workbook/layouts/newScoreSheetColumns';

export interface NewSheetOptions extends SheetOptions {
  /** Parts outside the scale that the framework itself does not have; they travel with it. */
  outside?: OutsideCeilings;
}

const SHEET_NAME = 'Bảng điểm';

/** What the sheet of `planNewSheet` will be called. */
export function newSheetName(snapshot: WorkbookSnapshot): string {
  return freeName(snapshot.sheetNames, SHEET_NAME);
}

/**
 * @param snapshot of any sheets: only the names and the state count
 * @param entries what the sheet starts with, by row of the new sheet; empty cells when left out
 * @param known what the workbook carries from then on, beside the framework; what it carries, when left out
 * @returns a plan that adds one sheet and touches no other
 */
export function planNewSheet(
  snapshot: WorkbookSnapshot,
  issued: Framework,
  { outside = {}, ...options }: NewSheetOptions,
  entries: StartingEntries = new Map(),
  known: WorkbookState = parseState(snapshot.state),
): Plan {
  const framework = withOutsideParts(issued, outside);
  const sheet = newSheetName(snapshot);
  const layout = layoutNewScoreSheet(framework, sheet, options, entries);
  const state = planState(snapshot, { ...known, framework });
  const params = {
    sheet,
    rows: String(layout.rows),
    leaves: String(layout.leaves),
    max: totalText(framework),
  };
  return {
    patch: { changes: [...layout.changes, ...state], expects: [] },
    lines: [
      { code: 'newSheet', params },
      ...factLines(framework, options.leaveOutSurvey === true),
      ...(state.length > 0 ? [{ code: 'rememberState' as const, params: {} }] : []),
    ],
    conflicts: [],
    standsAlone: true,
  };
}

/** "Bảng điểm", "Bảng điểm (2)", …: names differ without regard to case. */
export function freeName(taken: readonly string[], wanted: string): string {
  const lower = new Set(taken.map((name) => name.toLocaleLowerCase('vi')));
  for (let i = 1; ; i += 1) {
    const name = i === 1 ? wanted : `${wanted.slice(0, 25)} (${i})`;
    if (!lower.has(name.toLocaleLowerCase('vi'))) return name;
  }
}

/** What counts beside the total, or not in it: said before the sheet is made. */
function factLines(framework: Framework, leaveOutSurvey: boolean): PlanLine[] {
  const rows = frameworkRows(framework, 0, leaveOutSurvey);
  const maxima = computeMaxima(rows);
  const leaves = rows.filter((row) => row.isLeaf);
  const worth = (some: readonly SheetRow[]) =>
    sumPoints(some.map((row) => maxima.get(row.row) ?? ZERO));
  const ceiling = (sign: OutsideSign) => {
    const parts = leaves.filter((row) => row.outside === sign);
    return parts.length === 0 ? '' : pointsText(worth(parts));
  };
  const [bonus, penalty] = [ceiling('bonus'), ceiling('penalty')];
  const out = leaves.filter((row) => row.notAssessed && row.outside === null);
  const base = points(totalText(framework)).minus(worth(out));
  const lines: PlanLine[] = [];
  if (bonus + penalty !== '') lines.push({ code: 'besideScale', params: { bonus, penalty } });
  if (out.length === 0) return lines;
  const params = {
    count: String(out.length),
    points: pointsText(worth(out)),
    survey: leaveOutSurvey ? 'yes' : '',
  };
  return [
    ...lines,
    { code: 'leftOut', params },
    { code: 'periodBase', params: { base: pointsText(base) } },
  ];
}

function totalText(framework: Framework): string {
  const rows = frameworkRows(framework, 0);
  const maxima = computeMaxima(rows);
  const areas = rows
    .filter((row) => row.depth === 0 && row.outside === null)
    .map((row) => maxima.get(row.row) ?? null);
  return pointsText(sumPoints(areas.filter((value) => value !== null)));
}
