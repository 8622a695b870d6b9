/**
 * A newer version of a framework, for a sheet that is filled already: the difference is shown, scores
 * and words are carried over by code and name into a new sheet, and the filled sheet stays as it is.
 * What has no place in the new version is kept in words under the new table. Bonus and penalty beside the
 * scale, and rules of criteria that are the same, go along: decisions seldom have them in their table.
 */
import { frameworkFits } from '../domain/findings/checks/frameworkRows';
import { carryParts, type CarriedParts } from '../domain/framework/carryParts';
import { carryOver, type CarriedRow } from '../domain/framework/compareFrameworks';
import {
  flattenFramework,
  type Framework,
  type FrameworkNode,
} from '../domain/framework/framework';
import { signsIn, type OutsideCeilings, type OutsideSign } from '../domain/framework/outsideParts';
import { cellNumber, pointsText } from '../domain/points';
import {
  figureRoles,
  textRoles,
  type ColumnRole,
  type ScoreRow,
  type ScoreSheet,
} from '../domain/scoring/scoreSheet';
import { sheetHead, type SheetHead } from '../domain/scoring/sheetHead';
import type { CellWrite, Change } from '../workbook/patch';
import { HEADER_ROW } from '../workbook/layouts/newScoreSheet';
import { extraColumns, type SheetOptions } from '../workbook/layouts/newScoreSheetColumns';
import { frameworkRows, type SheetRow } from '../workbook/layouts/newScoreSheetRows';
import { TEXT_FORMAT, formatArea } from '../workbook/layouts/sheetStyle';
import { criterionOf, memoryMoved } from './assign';
import { newSheetName, planNewSheet } from './newSheet';
import type { Plan } from './plan';
import { tableOf, type WorkbookReading } from './readWorkbook';
import { planCarriedFramework } from './rules';

const CARRIED: readonly ColumnRole[] = [
  'self',
  'appraised1',
  'appraised2',
  'declared',
  'assessment',
  'opinion',
  'explanation',
  'responsible',
  'evidence',
];

const UNPLACED_TITLE =
  'Tiêu chí của bảng cũ không có trong bộ chỉ số mới (giữ lại để đối chiếu, không tính điểm):';

export interface Upgrade {
  plan: Plan;
  /** Leaves whose scores are carried, and those of them whose max differs now. */
  carried: number;
  maxChanged: string[];
  /** Criteria of the old sheet that have no place in the new framework. */
  unplaced: { code: string; name: string }[];
  /** The framework of the new sheet: with what the older one has of its own. */
  framework: Framework;
  /** Scoring rules that go along, and those that do not: their criteria are gone or say otherwise. */
  rulesCarried: number;
  rulesLost: number;
  /** Unit and period of the new sheet: as given, else as the old sheet says. */
  head: SheetHead;
  /** The old sheet has columns of assignments: they are not carried, only what was decided in them. */
  hasAssignments: boolean;
}

export type UpgradeOptions = Pick<SheetOptions, 'unit' | 'period'> & {
  /** Ceilings of bonus and penalty as typed; they win over the older framework's. */
  outside?: OutsideCeilings;
};

/**
 * @param id of the filled table; throws when there is none: a bug of the caller
 * @returns a plan that adds one sheet and changes no other
 */
export function planUpgrade(
  reading: WorkbookReading,
  id: string,
  newer: Framework,
  { outside = {}, unit, period }: UpgradeOptions,
): Upgrade {
  const table = tableOf(reading, id);
  if (!table) throw new Error(`no score table: ${id}`);
  const parts = carryParts(olderOf(reading, table, newer), newer, { ceilings: outside });
  const { framework, origins, rulesCarried, rulesLost } = parts;
  const said = sheetHead(table);
  const head: SheetHead = { unit: unit || said.unit, period: period || said.period };
  const sheetOptions = optionsLike(table, head);
  const bodyRow = HEADER_ROW + (sheetOptions.rounds === 2 ? 2 : 1);
  const places = rowPlaces(framework, bodyRow);
  const filled = table.rows.filter((row) => row.isLeaf && hasEntry(row));
  const { rows, unplaced } = carryOver(filled.map(asCriterion), framework, origins);
  const entries = new Map<number, Partial<Record<ColumnRole, CellWrite>>>();
  const criteria = new Map<string, string>();
  rows.forEach((carried, i) => {
    const row = filled[i];
    const to = carried ? places.get(carried.to) : undefined;
    if (!row || !to) return;
    entries.set(to.row, carriedEntries(row));
    criteria.set(criterionOf(row), criterionOf(to));
  });
  const { state } = reading;
  const unitMemory = memoryMoved(state.unitMemory, id, newSheetName(reading.snapshot), criteria);
  const known = { ...state, unitMemory: { ...unitMemory } };
  const plan = planNewSheet(reading.snapshot, framework, sheetOptions, entries, known);
  const lost = unplaced.map((index) => filled[index]).filter((row) => row !== undefined);
  const below = frameworkRows(framework, bodyRow).length + bodyRow + 4;
  const changes = unplacedLines(plan.lines[0]?.params['sheet'] ?? '', lost, below);
  return {
    plan: {
      ...plan,
      patch: { ...plan.patch, changes: [...plan.patch.changes, ...changes] },
      standsAlone: false,
    },
    carried: rows.filter((row) => row !== null).length,
    maxChanged: rows
      .filter((row): row is CarriedRow => row?.maxChanged === true)
      .map((row) => row.code || (flattenFramework(framework)[row.to]?.node.name ?? '')),
    unplaced: lost.map(({ code, name }) => ({ code, name })),
    ...{ framework, rulesCarried, rulesLost, head },
    hasAssignments: Object.keys(state.writtenAssignments[id] ?? {}).length > 0,
  };
}

/**
 * What the workbook carries, where it is this sheet's framework, and the bonus and penalty that only the
 * sheet has rows for.
 */
function olderOf(reading: WorkbookReading, table: ScoreSheet, newer: Framework): Framework | null {
  const carried = reading.state.framework;
  const own = frameworkFits({ sheet: table, framework: carried, base: null }) ? carried : null;
  const known: ReadonlySet<OutsideSign> = own ? signsIn(own) : new Set();
  const parts = table.rows.flatMap(({ code, name, outside, isLeaf, figures }): FrameworkNode[] => {
    const ceiling = figures.max?.points;
    if (!outside || !isLeaf || !ceiling || known.has(outside)) return [];
    const max = pointsText(ceiling.abs());
    return [{ code, name, max, rule: { kind: 'outside', sign: outside, ceiling: max } }];
  });
  if (parts.length === 0) return own;
  return own ? { ...own, areas: [...own.areas, ...parts] } : { ...newer, areas: parts };
}

/**
 * The framework for a sheet that stays as it is: with the parts beside the scale that the sheet has rows
 * for, and the rules that still fit.
 */
export function partsForSheet(
  reading: WorkbookReading,
  id: string,
  newer: Framework,
): CarriedParts | null {
  const table = tableOf(reading, id);
  if (!table) return null;
  const signs = new Set(table.rows.flatMap(({ outside }) => outside ?? []));
  return carryParts(olderOf(reading, table, newer), newer, { signs });
}

/** Chỉ gắn vào tệp: the workbook carries the framework from then on; no cell that a person sees changes. */
export function planAttach(reading: WorkbookReading, id: string, newer: Framework): Plan {
  return planCarriedFramework(reading, partsForSheet(reading, id, newer)?.framework ?? newer);
}

/** The new sheet has whatever columns the old one has. */
function optionsLike(table: ScoreSheet, options: SheetHead): SheetOptions {
  return {
    ...options,
    rounds: table.columns.appraised2 === undefined ? 1 : 2,
    extras: extraColumns.filter((extra) => table.columns[extra] !== undefined),
  };
}

/** Sheet row of each node in reading order: remainder rows stand in between. */
function rowPlaces(framework: Framework, bodyRow: number): Map<number, SheetRow | undefined> {
  const rows = frameworkRows(framework, bodyRow).filter((row) => !row.isRemainder);
  return new Map(flattenFramework(framework).map((_, i) => [i, rows[i]]));
}

function hasEntry(row: ScoreRow): boolean {
  return CARRIED.some((role) => entryText(row, role) !== '');
}

function entryText(row: ScoreRow, role: ColumnRole): string {
  const figure = figureRoles.find((candidate) => candidate === role);
  if (figure) return row.figures[figure]?.text ?? '';
  const text = textRoles.find((candidate) => candidate === role);
  return text ? (row.texts[text]?.text.trim() ?? '') : '';
}

function asCriterion(row: ScoreRow) {
  const { code, name, areaCode } = row;
  return {
    code,
    name,
    areaCode,
    max: row.figures.max?.points ? pointsText(row.figures.max.points) : null,
  };
}

/** A figure stays a number, or the very text that it was: nothing is reinterpreted on the way. */
function carriedEntries(row: ScoreRow): Partial<Record<ColumnRole, CellWrite>> {
  const entries: Partial<Record<ColumnRole, CellWrite>> = {};
  for (const role of CARRIED) {
    const text = entryText(row, role);
    if (text !== '') entries[role] = carriedWrite(row, role, text);
  }
  return entries;
}

function carriedWrite(row: ScoreRow, role: ColumnRole, text: string): CellWrite {
  const figure = figureRoles.find((candidate) => candidate === role);
  const entry = figure && row.figures[figure];
  return entry?.kind === 'number' && entry.points
    ? { value: cellNumber(entry.points) }
    : { value: text };
}

function unplacedLines(sheet: string, rows: readonly ScoreRow[], top: number): Change[] {
  if (rows.length === 0) return [];
  const lines = [UNPLACED_TITLE, ...rows.map(unplacedLine)];
  const area = { top, left: 1, bottom: top + lines.length - 1, right: 1 };
  return [
    formatArea(sheet, area, { ...TEXT_FORMAT, border: 'none' }),
    {
      kind: 'write',
      sheet,
      at: { row: top, column: 1 },
      cells: lines.map((line) => [{ value: line }]),
    },
  ];
}

const WORDS: Partial<Record<ColumnRole, string>> = {
  self: 'tự đánh giá',
  appraised1: 'thẩm định',
  appraised2: 'thẩm định lần 2',
  declared: 'số liệu kê khai',
  opinion: 'ý kiến',
  explanation: 'giải trình',
  responsible: 'đơn vị',
  evidence: 'tài liệu kiểm chứng',
  assessment: 'áp dụng',
};

function unplacedLine(row: ScoreRow): string {
  const entries = CARRIED.map((role) => [role, entryText(row, role)] as const)
    .filter(([, text]) => text !== '')
    .map(([role, text]) => `${WORDS[role] ?? role}: ${text}`);
  return `${row.code} ${row.name} – ${entries.join('; ')}`.trim();
}
