/**
 * A check looks at one score sheet and returns what it finds. Checks are independent: none relies on
 * another having run, and each stays silent where another already speaks of the same cell.
 */
import type { Framework } from '../framework/framework';
import type { Points } from '../points';
import type { UnitMemory } from '../remediation/assignment';
import type { ScoreSheet } from '../scoring/scoreSheet';
import type { Finding } from './finding';

export interface CheckContext {
  sheet: ScoreSheet;
  /** The framework the sheet is held against; null when none is known. */
  framework: Framework | null;
  /** Total of the maxima assessed this period, as the person gave it; null when the sheet decides. */
  base: Points | null;
  /** What the person decided about units before; none when left out. */
  unitMemory?: UnitMemory;
}

export type Check = (context: CheckContext) => Finding[];
