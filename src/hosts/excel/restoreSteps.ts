/**
 * Putting back what was saved. The order matters: merges are taken apart before their cells can hold
 * anything, number formats stand before the entries they protect, and merging, like entering a formula,
 * may change formats, so formats come last.
 */
import type { Area } from '../../workbook/address';
import { setNumberFormat } from './cellFormats';
import { locate } from './lookErrands';
import { queueSetting } from './remembered';
import type { SavedContents, SavedFormats, SavedRule, SavedSheet } from './saved';
import { queueColumnWidths, queueFreeze, queuePrint, queueRowHeights } from './sheetLayout';
import { enter, type Step } from './steps';
import { bytesOf, rowsPerErrand } from './trips';
import { queueRule } from './validationRules';

type MakeStep = (queue: Step['queue'], bytes?: number) => Step;

export function restoreSteps(saved: SavedSheet, step: MakeStep): Step[] {
  const { contents, merges, validations, columnWidths, rowHeights } = saved;
  const { freeze, print, tab, setting, active } = saved;
  return [
    ...merges.areas.map((area) => step((sheet) => locate(sheet(), area).unmerge())),
    ...contents.flatMap((part) => numberFormatSteps(part, step)),
    ...contents.flatMap((part) => entrySteps(part, step)),
    ...merges.merged.map((area) => step((sheet) => locate(sheet(), area).merge(false))),
    ...contents.filter(mayHaveTurned(saved)).flatMap((part) => numberFormatSteps(part, step)),
    ...saved.formats.flatMap((part) => formatSteps(part, step)),
    ...groupRules(validations).map(({ area, saved: rule }) =>
      step((sheet) => queueRule(locate(sheet(), area), rule), 3000),
    ),
    ...columnWidths.map(({ first, points }) =>
      step((sheet) => queueColumnWidths(sheet(), first, points), 400 + points.length * 200),
    ),
    ...rowHeights.map(({ first, points }) =>
      step((sheet) => queueRowHeights(sheet(), first, points), 400 + points.length * 200),
    ),
    ...(freeze ? [step((sheet) => queueFreeze(sheet(), freeze))] : []),
    ...(print ? [step((sheet) => queuePrint(sheet(), print))] : []),
    ...(tab
      ? [
          step((sheet) => {
            if (tab.position !== null) sheet().position = tab.position;
            sheet().visibility = tab.visibility;
          }),
        ]
      : []),
    ...(setting ? [step((_, context) => queueSetting(context, setting.text))] : []),
    ...(active ? [step((sheet) => sheet().activate())] : []),
  ];
}

/** Merging spreads the first cell's format; a formula may bring its own. */
function mayHaveTurned(saved: SavedSheet): (part: SavedContents) => boolean {
  return (part) =>
    part.numberFormats !== null &&
    (saved.merges.merged.length > 0 ||
      part.entries.flat().some((entry) => typeof entry === 'string' && entry.startsWith('=')));
}

function numberFormatSteps(part: SavedContents, step: MakeStep): Step[] {
  const { area, numberFormats } = part;
  if (numberFormats === null) return [];
  if (typeof numberFormats === 'string')
    return [step((sheet) => setNumberFormat(locate(sheet(), area), numberFormats))];
  return blocks(area, numberFormats).map(({ place, lines }) =>
    step((sheet) => {
      locate(sheet(), place).numberFormat = lines;
    }, bytesOf(lines)),
  );
}

function entrySteps({ area, entries }: SavedContents, step: MakeStep): Step[] {
  return blocks(area, entries).map(({ place, lines }) =>
    step((sheet) => enter(locate(sheet(), place), lines), bytesOf(lines)),
  );
}

/** A fill can be cleared for an area only, not cell by cell: cleared for all, then set where there was one. */
function formatSteps(part: SavedFormats, step: MakeStep): Step[] {
  const unfilled =
    part.keys.includes('fill') &&
    part.cells.some((line) => line.some((cell) => cell.format?.fill === undefined));
  const clear = unfilled ? [step((sheet) => locate(sheet(), part.area).format.fill.clear())] : [];
  return [
    ...clear,
    ...blocks(part.area, part.cells).map(({ place, lines }) =>
      step((sheet) => locate(sheet(), place).setCellProperties(lines), bytesOf(lines)),
    ),
  ];
}

/** Whole rows of a block, in pieces that fit a trip. */
function blocks<T>(area: Area, lines: T[][]): { place: Area; lines: T[][] }[] {
  const rows = rowsPerErrand(bytesOf(lines) / lines.length);
  const found: { place: Area; lines: T[][] }[] = [];
  for (let r = 0; r < lines.length; r += rows) {
    const piece = lines.slice(r, r + rows);
    const top = area.top + r;
    found.push({ place: { ...area, top, bottom: top + piece.length - 1 }, lines: piece });
  }
  return found;
}

/** Equal rules in cells below each other are set together. */
function groupRules(rules: SavedSheet['validations']): { area: Area; saved: SavedRule }[] {
  const grouped: { area: Area; saved: SavedRule; key: string }[] = [];
  const sorted = [...rules].sort((a, b) => a.area.left - b.area.left || a.area.top - b.area.top);
  for (const { area, saved } of sorted) {
    const key = JSON.stringify(saved);
    const last = grouped[grouped.length - 1];
    const joins =
      last?.key === key &&
      last.area.left === area.left &&
      last.area.right === area.right &&
      last.area.bottom + 1 === area.top;
    if (joins) last.area = { ...last.area, bottom: area.bottom };
    else grouped.push({ area, saved, key });
  }
  return grouped;
}
