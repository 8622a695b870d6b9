/** Kiểm tra: every score sheet of a reading against itself and its framework, with its sums. */
import { checkScoreSheet } from '../domain/findings/checkScoreSheet';
import type { Finding } from '../domain/findings/finding';
import type { Framework } from '../domain/framework/framework';
import type { Points } from '../domain/points';
import type { ScoreSheet } from '../domain/scoring/scoreSheet';
import {
  baseSetting,
  needsBase,
  summarise,
  type AreaSummary,
  type Summary,
} from '../domain/scoring/summary';
import { memoryFor } from './assign';
import type { WorkbookReading } from './readWorkbook';

export interface SheetReport {
  /** Of the table; the sheet's name, with a number from its second table on. */
  id: string;
  sheet: string;
  scoreSheet: ScoreSheet;
  findings: Finding[];
  summary: Summary;
  areas: AreaSummary[];
  /** The sheet holds only a part of what was assessed and nobody has said the base yet. */
  needsBase: boolean;
}

export interface CheckOptions {
  /** Held against; null: against none. The framework that travels with the workbook when left out. */
  framework?: Framework | null;
  /** Total of the maxima assessed this period; the workbook's own setting when left out. */
  base?: Points | null;
}

/** Pure: takes a reading, changes nothing. One report per score sheet, in the order of the tabs. */
export function checkWorkbook(reading: WorkbookReading, options: CheckOptions = {}): SheetReport[] {
  const framework = options.framework === undefined ? reading.state.framework : options.framework;
  const base = options.base ?? baseSetting(reading.state.settings.base);
  return reading.tables.map((scoreSheet) => ({
    id: scoreSheet.id,
    sheet: scoreSheet.sheet,
    scoreSheet,
    findings: checkScoreSheet({
      sheet: scoreSheet,
      framework,
      base,
      unitMemory: memoryFor(reading.state.unitMemory, scoreSheet.id),
    }),
    ...summarise(scoreSheet, { base, framework }),
    needsBase: base === null && needsBase(scoreSheet, framework),
  }));
}
