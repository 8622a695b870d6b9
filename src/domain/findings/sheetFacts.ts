/**
 * What the checks ask of a sheet again and again. Rule kept here: a figure that was not understood is
 * null, never zero, and whoever computes with it stays silent, so that one bad cell gives one finding.
 */
import { criterionKeys } from '../framework/criterionKeys';
import { flattenFramework, type FlatNode, type Framework } from '../framework/framework';
import { points, type Points } from '../points';
import {
  effectiveAppraised,
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type ScoreSheet,
  type TextRole,
} from '../scoring/scoreSheet';
import { isSectionCode } from '../text/sectionNumbering';
import { foldText, plainText } from '../text/vietnamese';

/** Nothing stands there, or a dash that people type for nothing. */
export function isBlank(entry: FigureEntry | null | undefined): boolean {
  return !entry || entry.kind === 'blank' || /^[-.…]+$/.test(plainText(entry.text));
}

/** The figure when the cell was understood, else null. */
export function figureOf(row: ScoreRow, role: FigureRole): Points | null {
  return row.figures[role]?.points ?? null;
}

export function appraisedOf(row: ScoreRow): Points | null {
  return effectiveAppraised(row)?.points ?? null;
}

/** Rows that are assessed this period, parents among them. */
export function assessedRows(sheet: ScoreSheet): ScoreRow[] {
  return sheet.rows.filter((row) => row.assessment === 'assessed');
}

/** Rows that are scored: assessed, without rows under them. */
export function scoredRows(sheet: ScoreSheet): ScoreRow[] {
  return sheet.rows.filter((row, index) => {
    if (!row.isLeaf || row.assessment !== 'assessed') return false;
    // "3.1" that lost its zero heads the 3.10.1 below it, though its code does not say so.
    const below = sheet.rows[index + 1]?.code ?? '';
    return row.code === '' || !below.startsWith(`${row.code}0.`);
  });
}

/** The text of a cell, or of the merge it stands under; "" when there is none. */
export function textOf(row: ScoreRow, role: TextRole): string {
  return row.texts[role]?.text.trim() ?? '';
}

export function hasColumn(sheet: ScoreSheet, role: FigureRole | TextRole): boolean {
  return sheet.columns[role] !== undefined;
}

const OUTSIDE_THE_SCALE = /điểm (thưởng|phạt|cộng|trừ)(?!\p{L})/u;

/** Bonus and penalty rows stand outside the scale: they may be negative and need no max. */
export function isOutsideScale(row: ScoreRow): boolean {
  return row.outside !== undefined || OUTSIDE_THE_SCALE.test(foldText(row.name));
}

/** Points that come from a survey are not the unit's to give; a heading that says so speaks for all beneath it. */
export function isSurvey(sheet: ScoreSheet, row: ScoreRow, node: FlatNode | null): boolean {
  if (node?.node.survey === true || saysSurvey(row.name) || saysSurvey(row.area ?? '')) return true;
  for (let up = row.parent; up !== null; up = sheet.rows[up]?.parent ?? null)
    if (saysSurvey(sheet.rows[up]?.name ?? '')) return true;
  return false;
}

function saysSurvey(name: string): boolean {
  return /điều tra xã hội học|sipas/u.test(foldText(name));
}

/**
 * Finds the framework's node for a row, by code, and by its area where the code alone does not tell. Codes
 * that one area uses twice ("a)") and codes that the framework does not know give null.
 */
export function frameworkLookup(framework: Framework | null): (row: ScoreRow) => FlatNode | null {
  if (!framework) return () => null;
  const keys = criterionKeys(framework);
  const byKey = new Map<string, FlatNode | null>();
  for (const flat of flattenFramework(framework)) {
    const key = keys.ofNode(flat);
    if (key !== '') byKey.set(key, byKey.has(key) ? null : flat);
  }
  return (row) => byKey.get(keys.ofRow(row)) ?? null;
}

export function frameworkMax(node: FlatNode | null): Points | null {
  return node?.node.max ? points(node.node.max) : null;
}

/**
 * The max that a row's other figures may be measured with: the framework's where the sheet's own differs
 * from it (that cell has its finding already), else the sheet's.
 */
export function maximaOf(row: ScoreRow, node: FlatNode | null): Points[] {
  return [figureOf(row, 'max'), frameworkMax(node)].filter((max): max is Points => max !== null);
}

/** A row that heads a part of the table by a roman numeral or a capital: numbering may restart under it. */
export function isSection(row: ScoreRow): boolean {
  return isSectionCode(row.code);
}

/** Digits after the decimal mark. */
export function decimalsOf(figure: Points): number {
  return Math.max(0, figure.c.length - 1 - figure.e);
}
