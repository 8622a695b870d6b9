/**
 * A person's corrections of a reading, row by row. Each returns a new reading with its draft and its
 * problems made anew; a problem of a row falls away once the person has set what it was about.
 */
import { nameWithSign, nameWithoutSign, signOfName, type OutsideSign } from './outsideParts';
import { assemble } from './readTable';
import type { FrameworkHead, FrameworkReading, ReadingProblem, RowReading } from './reading';
import { worthOf } from './rowTexts';
import { tidyText } from './sourceTable';

/** Makes a row an area (0), a criterion (1), a subcriterion (2) … whatever it was read as. */
export function setLevel(reading: FrameworkReading, id: number, level: number): FrameworkReading {
  const deep = Math.max(0, Math.min(Math.floor(level), 9));
  return edit(reading, id, (row) => {
    const node = asNode(row);
    // A bonus that was one by our words alone is none any more.
    return { ...node, name: nameWithoutSign(node.name), level: deep, levelSet: true };
  });
}

/** Makes a row a bonus or a penalty beside the scale, by the name that sheets know it by. */
export function setOutside(
  reading: FrameworkReading,
  id: number,
  sign: OutsideSign,
): FrameworkReading {
  return edit(reading, id, (row) => {
    const node = asNode(row);
    const bare = nameWithoutSign(node.name);
    const name = signOfName(bare) === sign ? bare : nameWithSign(bare, sign);
    return { ...node, code: '', name, level: 0, levelSet: true };
  });
}

/** "" lets the draft number the row. */
export function setCode(reading: FrameworkReading, id: number, code: string): FrameworkReading {
  return edit(reading, id, (row) => ({ ...asNode(row), code: tidyText(code).slice(0, 40) }));
}

export function setName(reading: FrameworkReading, id: number, name: string): FrameworkReading {
  return edit(reading, id, (row) => {
    const tidy = tidyText(name).slice(0, 4000);
    return { ...asNode(row), name: tidy, max: row.max ?? worthOf(row.maxText, tidy) };
  });
}

/** Takes what a person types: "2,5", "2.5", "" for unknown. What cannot be read becomes a problem. */
export function setMax(reading: FrameworkReading, id: number, text: string): FrameworkReading {
  return edit(reading, id, (row) => {
    const node = asNode(row);
    return { ...node, max: worthOf(text, node.name), maxText: tidyText(text) };
  });
}

export function setSurvey(
  reading: FrameworkReading,
  id: number,
  survey: boolean,
): FrameworkReading {
  return edit(reading, id, (row) => ({ ...asNode(row), survey }));
}

/** Leaves a row out of the framework; `setLevel` brings it back. */
export function ignoreRow(reading: FrameworkReading, id: number): FrameworkReading {
  return edit(reading, id, (row) => ({ ...row, kind: 'ignored', reason: null }));
}

/** Makes a row a part of the criterion above it: a line on how to score it, or the rest of its name. */
export function joinAbove(
  reading: FrameworkReading,
  id: number,
  as: 'method' | 'continuation',
): FrameworkReading {
  return edit(reading, id, (row) => ({ ...asNode(row), kind: as }));
}

export function setHead(reading: FrameworkReading, head: Partial<FrameworkHead>): FrameworkReading {
  const mended = { ...reading, head: { ...reading.head, ...head } };
  return assemble(reading.rows, mended, lastingProblems(reading, new Set()));
}

function edit(
  reading: FrameworkReading,
  id: number,
  change: (row: RowReading) => RowReading,
): FrameworkReading {
  const rows = reading.rows.map((row) => (row.id === id ? change(row) : row));
  return assemble(rows, reading, lastingProblems(reading, new Set([id])));
}

/** A row that was not read has no name yet: what it says becomes its name. */
function asNode(row: RowReading): RowReading {
  const words = row.texts.filter((text) => /\p{L}/u.test(text));
  const name = row.name || (row.kind === 'node' ? '' : (words[0] ?? ''));
  return { ...row, kind: 'node', reason: null, name };
}

/** Problems that the rows alone do not tell again; those of edited rows are dealt with. */
export function lastingProblems(
  { problems }: FrameworkReading,
  edited: ReadonlySet<number>,
): ReadingProblem[] {
  const once = [
    'noHeader',
    'noMaxColumn',
    'severalMaxColumns',
    'notCriteria',
    'oldEncoding',
    'codeRepaired',
    'dateCode',
  ];
  return problems.filter(
    ({ code, row }) => once.includes(code) && (row === null || !edited.has(row)),
  );
}
