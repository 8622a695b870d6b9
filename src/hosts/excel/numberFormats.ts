/**
 * The number format that a cell has at a given moment of a patch: what was seen before it, changed by
 * what the patch has done so far. Entering text or numbers depends on it (see `cellEntries.ts`).
 */
import { type Area, inArea } from '../../workbook/address';
import type { Change } from '../../workbook/patch';
import type { SeenFormats } from './lookErrands';
import { Moves } from './moves';

export class NumberFormats {
  private readonly made: { area: Area; numberFormat: string; since: number }[] = [];
  /** Moves of cells so far; `movesFrom[i]` knows those since the i-th. */
  private readonly movesFrom: Moves[] = [new Moves()];

  constructor(private readonly seen: SeenFormats) {}

  /** Takes note of a change that moves cells. */
  note(change: Change): void {
    for (const moves of this.movesFrom) moves.note(change);
    this.movesFrom.push(new Moves());
  }

  set(area: Area, numberFormat: string): void {
    this.made.push({ area, numberFormat, since: this.movesFrom.length - 1 });
  }

  at(row: number, column: number): string {
    for (let i = this.made.length - 1; i >= 0; i -= 1) {
      const made = this.made[i];
      if (!made) continue;
      const place = this.placeBefore(made.since, row, column);
      if (place && inArea(made.area, place)) return made.numberFormat;
    }
    const original = this.placeBefore(0, row, column);
    if (!original) return 'General';
    for (const { area, numberFormats } of this.seen)
      if (inArea(area, original))
        return numberFormats[original.row - area.top]?.[original.column - area.left] ?? 'General';
    return 'General';
  }

  /** Where the cell was when so many moves had been made; null when it was not there yet. */
  private placeBefore(moves: number, row: number, column: number) {
    const since = this.movesFrom[moves];
    const rows = since?.originalRows(row, row)[0];
    const columns = since?.originalColumns(column, column)[0];
    return rows && columns ? { row: rows[0], column: columns[0] } : null;
  }
}
