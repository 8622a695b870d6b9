/**
 * What stops a patch before it begins: a text too long for a cell, a protected workbook or sheet, a sheet
 * that is gone, or one that is there already. Each is named, so that one sentence can tell the person.
 */
import { cellName } from '../../workbook/address';
import { HostError } from '../../workbook/host';
import type { Change, Patch } from '../../workbook/patch';
import { longestText } from './cellEntries';
import type { Looked } from './look';
import type { SheetNeeds } from './needs';
import { detailOf } from './officeErrors';
import type { Errand } from './trips';

/** @throws HostError `textTooLong`, by the first cell */
export function checkTexts(changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind !== 'write') continue;
    change.cells.forEach((line, down) =>
      line.forEach((write, right) => {
        const text = write && 'formula' in write ? null : write?.value;
        if (typeof text !== 'string' || text.length <= longestText) return;
        const at = { row: change.at.row + down, column: change.at.column + right };
        throw new HostError('textTooLong', {
          sheet: change.sheet,
          cell: cellName(at),
          length: `${text.length}`,
          limit: `${longestText}`,
        });
      }),
    );
  }
}

/** Sheets, which of them is shown, and what is protected. */
export function guardErrand(looked: Looked): Errand {
  return {
    bytes: 2000,
    queue(context) {
      const { worksheets, protection } = context.workbook;
      worksheets.load('items/name,items/visibility,items/position,items/protection/protected');
      protection.load('protected');
      const active = worksheets.getActiveWorksheet();
      active.load('name');
      return () => {
        looked.active = active.name;
        looked.names = worksheets.items.map((sheet) => sheet.name);
        looked.visible = new Set(
          worksheets.items.flatMap((s) => (s.visibility === 'Visible' ? [s.name] : [])),
        );
        looked.workbookProtected = protection.protected;
        for (const sheet of worksheets.items) {
          const known = looked.sheets.get(sheet.name);
          if (!known) continue;
          known.protected = sheet.protection.protected;
          if (known.saved.tab)
            known.saved.tab = { visibility: sheet.visibility, position: sheet.position };
        }
      };
    },
  };
}

/** @throws HostError */
export function checkGuard(patch: Patch, needs: readonly SheetNeeds[], looked: Looked): void {
  const taken = new Set(looked.names.map((name) => name.toLowerCase()));
  for (const change of patch.changes) {
    const structural = change.kind === 'newSheet' || change.kind === 'deleteSheet';
    if (structural && looked.workbookProtected) throw new HostError('workbookProtected');
    if (change.kind === 'deleteSheet') taken.delete(change.sheet.toLowerCase());
    if (change.kind !== 'newSheet') continue;
    if (taken.has(change.sheet.toLowerCase()))
      throw new HostError('sheetExists', { sheet: change.sheet });
    taken.add(change.sheet.toLowerCase());
  }
  // Entries alone may go into the unlocked cells of a protected sheet: Excel itself says which.
  for (const need of needs)
    if (!need.onlyEntries && looked.sheets.get(need.sheet)?.protected)
      throw new HostError('sheetProtected', { sheet: need.sheet });
}

/** Excel says that something is missing, not which sheet: the failed trip is worth another. */
export async function findMissingSheet(patch: Patch, error: unknown): Promise<HostError | null> {
  if ((error as { code?: unknown }).code !== 'ItemNotFound') return null;
  const context = new Excel.RequestContext();
  context.workbook.worksheets.load('items/name');
  await context.sync();
  const names = context.workbook.worksheets.items.map((sheet) => sheet.name.toLowerCase());
  const made = patch.changes.filter((change) => change.kind === 'newSheet');
  const missing = [...patch.expects, ...patch.changes].find(
    ({ sheet }) =>
      !names.includes(sheet.toLowerCase()) && !made.some((change) => change.sheet === sheet),
  );
  const cause = { cause: error };
  return missing
    ? new HostError('sheetGone', { sheet: missing.sheet }, cause)
    : new HostError('unexpected', { detail: detailOf(error) }, cause);
}
