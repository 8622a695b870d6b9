/**
 * A source that is read again, with other columns say, keeps what a person had mended by hand: whatever
 * she changed in a row or in the head stands in the new reading as well, and nothing else does.
 */
import { lastingProblems } from './editReading';
import { assemble } from './readTable';
import type { FrameworkHead, FrameworkReading, RowReading } from './reading';

/** What a person changes together. */
const ASPECTS: readonly (readonly (keyof RowReading)[])[] = [
  ['kind', 'reason'],
  ['level', 'levelSet'],
  ['code'],
  ['name'],
  ['max', 'maxText'],
  ['method'],
  ['evidence'],
  ['responsible'],
  ['survey'],
];

export interface CarriedEdits {
  reading: FrameworkReading;
  /** Rows whose changes stand in it. */
  kept: number;
  /** Rows whose changes have no place: the new reading has no such row. */
  lost: number;
}

/**
 * @param before as the source was read at first
 * @param mended the same after her changes
 * @param again the source read anew
 */
export function carryEdits(
  before: FrameworkReading,
  mended: FrameworkReading,
  again: FrameworkReading,
): CarriedEdits {
  const places = new Map(placesOf(again).map((place, id) => [place, id]));
  const rows = [...again.rows];
  const edited = new Set<number>();
  let lost = 0;
  placesOf(before).forEach((place, i) => {
    const changes = changesOf(before.rows[i], mended.rows[i]);
    if (changes === null) return;
    const id = places.get(place);
    const row = id === undefined ? undefined : rows[id];
    if (!row) {
      lost += 1;
      return;
    }
    rows[row.id] = { ...row, ...changes };
    edited.add(row.id);
  });
  const head = { ...again.head, ...headChanges(before.head, mended.head) };
  const reading = assemble(rows, { ...again, head }, lastingProblems(again, edited));
  return { reading, kept: edited.size, lost };
}

/** Where each row stood. A row that names several levels is there more than once. */
function placesOf({ rows }: FrameworkReading): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ table, row }) => {
    const place = `${table},${row}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    return `${place},${nth}`;
  });
}

function changesOf(
  before: RowReading | undefined,
  mended: RowReading | undefined,
): Partial<RowReading> | null {
  if (!before || !mended || before === mended) return null;
  const changed = ASPECTS.filter((keys) => keys.some((key) => before[key] !== mended[key])).flat();
  return changed.length === 0
    ? null
    : (Object.fromEntries(changed.map((key) => [key, mended[key]])) as Partial<RowReading>);
}

function headChanges(before: FrameworkHead, mended: FrameworkHead): Partial<FrameworkHead> {
  const keys = Object.keys(mended) as (keyof FrameworkHead)[];
  const changed = keys.filter((key) => before[key] !== mended[key]);
  return Object.fromEntries(changed.map((key) => [key, mended[key]]));
}
