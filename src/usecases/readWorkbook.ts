/** Reading: one trip to the host, then what the workbook holds, as score sheets. */
import type { ScoreSheet } from '../domain/scoring/scoreSheet';
import type { Host, ReadRequest } from '../workbook/host';
import { recogniseSheet, type NotRecognised } from '../workbook/recognise/recogniseSheet';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { STATE_SHEET, parseState, type WorkbookState } from '../workbook/state';

export interface WorkbookReading {
  snapshot: WorkbookSnapshot;
  state: WorkbookState;
  /** One per sheet that holds a score table, in the order of the tabs. */
  tables: ScoreSheet[];
  unrecognised: { sheet: string; reason: NotRecognised }[];
}

/** @throws HostError */
export async function readWorkbook(host: Host, request: ReadRequest): Promise<WorkbookReading> {
  return readSnapshot(await host.read(request));
}

export function readSnapshot(snapshot: WorkbookSnapshot): WorkbookReading {
  const state = parseState(snapshot.state);
  const reading: WorkbookReading = { snapshot, state, tables: [], unrecognised: [] };
  for (const sheet of snapshot.sheets) {
    if (sheet.name === STATE_SHEET || sheet.visibility !== 'visible') continue;
    const result = recogniseSheet(sheet, state.columnChoices[sheet.name] ?? {});
    if (result.ok) reading.tables.push(result.scoreSheet);
    else reading.unrecognised.push({ sheet: sheet.name, reason: result.reason });
  }
  return reading;
}

/** The score table of a sheet; null when the sheet holds none. */
export function tableOf(reading: WorkbookReading, sheet: string): ScoreSheet | null {
  return reading.tables.find((table) => table.sheet === sheet) ?? null;
}
