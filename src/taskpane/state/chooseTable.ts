/** Which of the tables of a workbook the steps speak of. Pure. */
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import { isAppendixSheet } from '../../usecases/appendix';
import type { WorkbookReading } from '../../usecases/readWorkbook';

/**
 * A table on a sheet she has just turned to wins; else the one she was at; else the one in front of her, else
 * the fullest. An appendix that was made here is an extract: where another table is there, it is taken only
 * when she chooses it herself.
 */
export function chooseTable(
  reading: WorkbookReading,
  chosen: string | null,
  activeBefore: string | undefined,
): string | null {
  const { tables, snapshot } = reading;
  const sheets = fullestFirst(tables.filter(({ sheet }) => !isAppendixSheet(sheet)));
  const own = sheets.length > 0 ? sheets : tables;
  const kept = tables.find(({ id }) => id === chosen);
  const inFront = ({ sheet }: ScoreSheet) => sheet === snapshot.activeSheet;
  // Two tables of one sheet stay in their order.
  const active = tables.find((table) => inFront(table) && own.includes(table));
  const turned = snapshot.activeSheet !== activeBefore && kept?.sheet !== snapshot.activeSheet;
  if (turned && active) return active.id;
  return (kept ?? active ?? own[0])?.id ?? null;
}

/** An extract has gaps in its numbering: whole sheets go before it, each in the order of the tabs. */
function fullestFirst(tables: readonly ScoreSheet[]): ScoreSheet[] {
  return [...tables.filter(({ partial }) => !partial), ...tables.filter(({ partial }) => partial)];
}
