/**
 * Steps that make and drop sheets, and group their rows. Excel does not tell how rows are grouped: what is
 * known of a sheet's grouping is what the patches themselves say (decision 032).
 */
import type { Change, Patch } from '../../workbook/patch';
import type { Looked } from './look';
import { wholeRows } from './lookErrands';
import { nothingSaved, type SavedSheet } from './saved';
import type { MakeStep, Step } from './steps';

/** The sheets that a patch deletes, each with the grouping that the patch would take back before. */
export type DroppedSheets = ReadonlyMap<string, SavedSheet['outline']>;

/**
 * Ungrouping rows of a sheet that goes anyway is left out: a person may have ungrouped them since, and
 * Excel would refuse it.
 */
export function readDropped({ changes }: Patch): DroppedSheets {
  const dropped = changes.filter(({ kind }) => kind === 'deleteSheet').map(({ sheet }) => sheet);
  return new Map(
    dropped.map((sheet) => [
      sheet,
      changes.flatMap((change) =>
        change.kind === 'restore' && change.sheet === sheet
          ? (change.data as SavedSheet).outline
          : [],
      ),
    ]),
  );
}

function groupAgain(sheet: string, taken: SavedSheet['outline']): Change {
  const outline = taken.map(({ levels, ...rows }) => ({ ...rows, levels: -levels }));
  const data: SavedSheet = { ...nothingSaved(), outline };
  return { kind: 'restore', sheet, what: 'outline', data };
}

/**
 * Excel's API sets an outline by grouping once for each level and does not say what level a row has:
 * rows are taken to have none, as on a sheet that the patch has just made.
 */
export function outlineSteps(
  sheet: string,
  first: number,
  last: number,
  levels: number,
  step: MakeStep,
): Step[] {
  const one = Math.sign(levels);
  const taken: SavedSheet = { ...nothingSaved(), outline: [{ first, last, levels: -one }] };
  const inverse: Change = { kind: 'restore', sheet, what: 'outline', data: taken };
  return Array.from({ length: Math.abs(levels) }, () =>
    step((target) => {
      const rows = wholeRows(target(), first, last);
      if (one > 0) rows.group('ByRows');
      else rows.ungroup('ByRows');
    }, inverse),
  );
}

export function newSheetSteps(
  change: Extract<Change, { kind: 'newSheet' }>,
  step: MakeStep,
): Step[] {
  const { sheet, visibility, activate } = change;
  const inverse: Change = { kind: 'deleteSheet', sheet };
  const steps = [step((_, context) => void context.workbook.worksheets.add(sheet), inverse)];
  if (visibility === 'veryHidden')
    steps.push(step((target) => void (target().visibility = 'VeryHidden')));
  if (activate) steps.push(step((target) => target().activate()));
  return steps;
}

/** A very hidden sheet must be seen, as it were, before Excel lets it go. */
export function deleteSheetSteps(
  change: Extract<Change, { kind: 'deleteSheet' }>,
  looked: Looked,
  dropped: DroppedSheets,
  step: MakeStep,
): Step[] {
  const { sheet } = change;
  const outline = dropped.get(sheet) ?? [];
  const inverse: Change[] = [
    { kind: 'newSheet', sheet, visibility: 'visible', activate: false },
    ...(outline.length > 0 ? [groupAgain(sheet, outline)] : []),
  ];
  const visibility = looked.sheets.get(sheet)?.saved.tab?.visibility ?? 'VeryHidden';
  const steps = [{ ...step((target) => target().delete()), inverse }];
  if (visibility === 'VeryHidden') {
    const tab: SavedSheet['tab'] = { visibility, position: null };
    const data: SavedSheet = { ...nothingSaved(), tab };
    const hideAgain: Change = { kind: 'restore', sheet, what: 'tab', data };
    steps.unshift(step((target) => void (target().visibility = 'Hidden'), hideAgain));
  }
  return steps;
}
