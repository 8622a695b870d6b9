/** Reading: one trip to the host, then what the workbook holds, as score sheets. */
import type { ScoreSheet } from '../domain/scoring/scoreSheet';
import type { Host, ReadRequest } from '../workbook/host';
import {
  recogniseSheet,
  type HeaderFound,
  type NotRecognised,
} from '../workbook/recognise/recogniseSheet';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { STATE_SHEET, parseState, type WorkbookState } from '../workbook/state';
import { isDocumentSheet } from './documentSheet';

export interface WorkbookReading {
  snapshot: WorkbookSnapshot;
  state: WorkbookState;
  /** Every score table, in the order of the tabs, then top to bottom. */
  tables: ScoreSheet[];
  unrecognised: UnrecognisedSheet[];
}

export interface UnrecognisedSheet {
  sheet: string;
  reason: NotRecognised;
  /** Left out where nothing on it looks like a header. */
  header?: HeaderFound;
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
    if (isDocumentSheet(sheet.name)) continue;
    const result = recogniseSheet(sheet, state.columnChoices, state.namedHeaders);
    if (result.ok) reading.tables.push(...result.tables);
    else {
      const { reason, header } = result;
      reading.unrecognised.push({ sheet: sheet.name, reason, ...(header ? { header } : {}) });
    }
  }
  return reading;
}

/** A score table by its id; the first table of a sheet has the sheet's name. Null when there is none. */
export function tableOf(reading: WorkbookReading, id: string): ScoreSheet | null {
  return reading.tables.find((table) => table.id === id) ?? null;
}
