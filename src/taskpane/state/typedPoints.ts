/** Points as a person types them into a field of the pane: "79", "79,5", " 98.5 ". */
import { pointsText, ZERO, type Points } from '../../domain/points';
import { readNumber } from '../../domain/text/readNumber';

type TypedPoints = { kind: 'blank' } | { kind: 'points'; points: Points } | { kind: 'bad' };

/** Positive points with at most four decimals; anything else, also what has two readings, is bad. */
export function readTypedPoints(text: string): TypedPoints {
  const reading = readNumber(text);
  if (reading.kind === 'blank') return { kind: 'blank' };
  if (reading.kind !== 'number' || reading.decimals > 4) return { kind: 'bad' };
  return reading.points.gt(ZERO) ? { kind: 'points', points: reading.points } : { kind: 'bad' };
}

/** The base that holds: what she typed, else what the workbook remembers; null for none. */
export function chosenBase(typed: string | null, remembered: string | null): string | null {
  if (typed === null) return remembered;
  const reading = readTypedPoints(typed);
  return reading.kind === 'points' ? pointsText(reading.points) : null;
}
