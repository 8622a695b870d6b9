/** Which of the tables of a workbook the steps speak of. Pure. */
import type { WorkbookReading } from '../../usecases/readWorkbook';

/** A table on a sheet she has just turned to wins; else the one she was at; else the first. */
export function chooseTable(
  reading: WorkbookReading,
  chosen: string | null,
  activeBefore: string | undefined,
): string | null {
  const { tables, snapshot } = reading;
  const kept = tables.find(({ id }) => id === chosen);
  const active = tables.find(({ sheet }) => sheet === snapshot.activeSheet);
  const turned = snapshot.activeSheet !== activeBefore && kept?.sheet !== snapshot.activeSheet;
  if (turned && active) return active.id;
  return (kept ?? active ?? tables[0])?.id ?? null;
}
