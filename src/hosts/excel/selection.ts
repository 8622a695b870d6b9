/** What the person has selected, in one trip: places only, whatever their size. */
import type { Selection } from '../../workbook/host';
import { areaOf } from './mergedAreas';
import { codeOf, hostErrorOf } from './officeErrors';

/** @throws HostError */
export async function readSelection(): Promise<Selection | null> {
  const context = new Excel.RequestContext();
  // `getSelectedRange` fails where several areas are selected; this one tells how many they are.
  const selected = context.workbook.getSelectedRanges();
  selected.load('areaCount');
  selected.worksheet.load('name');
  const first = selected.areas.getItemAt(0);
  first.load('rowIndex,columnIndex,rowCount,columnCount');
  try {
    await context.sync();
  } catch (error) {
    // A chart or a picture is selected.
    if (codeOf(error) === 'InvalidSelection') return null;
    throw hostErrorOf(error);
  }
  return { sheet: selected.worksheet.name, area: areaOf(first), areas: selected.areaCount };
}
