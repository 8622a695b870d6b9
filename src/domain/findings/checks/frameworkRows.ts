/**
 * Rows of the sheet against rows of the framework. Gives framework-row-missing, framework-row-extra,
 * framework-row-renamed, framework-code-differs, framework-partial, framework-does-not-fit. A sheet that
 * holds a part says so once, and a framework that is not this sheet's says so once and nothing else.
 */
import { criterionKeys, type CriterionKeys } from '../../framework/criterionKeys';
import { flattenFramework, type FlatNode } from '../../framework/framework';
import { nameWithoutSign } from '../../framework/outsideParts';
import type { ScoreRow } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding, textFix } from '../makeFinding';
import { frameworkLookup } from '../sheetFacts';
import { nameSimilarity } from '../similarity';
import { findDamagedCodes } from '../codeDamage';

/** From here on two names are one name, perhaps shortened or reworded. */
const SAME_NAME = 0.75;
/** With a framework of other names the sheet was made after another one. */
const ALIKE = 0.5;
/** More than a tenth of the leaves without a row: the sheet is an extract. */
const EXTRACT = 0.1;

export function checkFrameworkRows({ sheet, framework }: CheckContext): Finding[] {
  if (!framework) return [];
  const nodeOf = frameworkLookup(framework);
  const keys = criterionKeys(framework);
  const damaged = findDamagedCodes(sheet);
  const rows = sheet.rows.filter((row) => row.code !== '' && !damaged.has(row));
  const found = new Set(rows.map(keys.ofRow));
  for (const { meant } of damaged.values()) if (meant !== null) found.add(meant);
  const nodes = flattenFramework(framework).filter((flat) => flat.node.code !== '');
  const known = new Set(nodes.map(keys.ofNode));
  if (!fits(rows, nodeOf)) {
    return [
      makeFinding('framework-does-not-fit', { place: null, params: { title: framework.title } }),
    ];
  }
  const isComplete = framework.completeness === 'complete';
  const missing = nodes.filter((flat) => !found.has(keys.ofNode(flat)));
  // What a partial framework does not list may still be right.
  const extra = isComplete ? rows.filter((row) => !known.has(keys.ofRow(row))) : [];
  // A repeated code has its own finding; here it may only stand for a row that seems missing.
  const said = (row: ScoreRow) => `${keys.ofRow(row)} ${row.code}`;
  const firsts = new Map([...rows].reverse().map((row) => [said(row), row]));
  const repeats = rows.filter((row) => firsts.get(said(row)) !== row);
  const moved = pairByName([...extra, ...repeats], missing);
  const renamed = rows
    .filter((row) => !moved.has(row) && !repeats.includes(row))
    .flatMap((row) => checkName(row, nodeOf(row)));
  return [
    ...renamed,
    ...[...moved].map(([row, flat]) => codeDiffers(row, flat)),
    ...extra.filter((row) => !moved.has(row) && !repeats.includes(row)).map(extraFinding),
    ...checkMissing(
      missing.filter((flat) => ![...moved.values()].includes(flat)),
      nodes,
      rows,
      keys,
    ),
  ];
}

/**
 * Was the sheet made after this framework? Where it was not, codes mean other criteria, and nothing of it
 * may be held against the sheet.
 */
export function frameworkFits({ sheet, framework }: CheckContext): boolean {
  if (!framework) return false;
  const damaged = findDamagedCodes(sheet);
  const rows = sheet.rows.filter((row) => row.code !== '' && !damaged.has(row));
  return fits(rows, frameworkLookup(framework));
}

/** Of the rows whose code the framework knows, half or more also bear its name. */
function fits(rows: readonly ScoreRow[], nodeOf: (row: ScoreRow) => FlatNode | null): boolean {
  const named = rows.flatMap((row) => {
    const node = nodeOf(row)?.node;
    return node && node.name !== '' && row.name !== '' ? [nameSimilarity(row.name, node.name)] : [];
  });
  if (named.length === 0) return rows.length === 0 || rows.some((row) => nodeOf(row) !== null);
  return named.filter((similarity) => similarity >= ALIKE).length * 2 >= named.length;
}

function checkName(row: ScoreRow, flat: FlatNode | null): Finding[] {
  const name = flat?.node.name ?? '';
  const isSame = (said: string) => nameSimilarity(said, name) >= SAME_NAME;
  if (name === '' || row.name === '' || isSame(row.name) || isSame(nameWithoutSign(row.name)))
    return [];
  return [
    makeFinding('framework-row-renamed', {
      place: row.texts.name?.place ?? null,
      row,
      params: { name: row.name, expected: name },
    }),
  ];
}

/** Rows the framework does not know and nodes the sheet does not have, of one name: the code is wrong. */
function pairByName(
  extra: readonly ScoreRow[],
  missing: readonly FlatNode[],
): Map<ScoreRow, FlatNode> {
  const pairs = new Map<ScoreRow, FlatNode>();
  for (const row of extra) {
    const free = missing.filter((flat) => ![...pairs.values()].includes(flat));
    const best = free
      .map((flat) => ({ flat, similarity: nameSimilarity(row.name, flat.node.name) }))
      .sort((a, b) => b.similarity - a.similarity)[0];
    if (best && best.similarity >= 0.85) pairs.set(row, best.flat);
  }
  return pairs;
}

function codeDiffers(row: ScoreRow, flat: FlatNode): Finding {
  const entry = row.texts.code;
  return makeFinding('framework-code-differs', {
    place: entry?.place ?? row.texts.name?.place ?? null,
    row,
    params: { code: row.code, expected: flat.node.code, name: row.name },
    fix: entry && entry.formula === null ? textFix(entry.place, flat.node.code, 'likely') : null,
  });
}

function extraFinding(row: ScoreRow): Finding {
  return makeFinding('framework-row-extra', {
    place: (row.texts.code ?? row.texts.name)?.place ?? null,
    row,
    params: { code: row.code, name: row.name },
  });
}

/** Missing rows one by one, by the topmost of each branch; an extract says only how much it holds. */
function checkMissing(
  missing: readonly FlatNode[],
  nodes: readonly FlatNode[],
  rows: readonly ScoreRow[],
  keys: CriterionKeys,
): Finding[] {
  const leaves = nodes.filter((flat) => flat.isLeaf);
  const gone = missing.filter((flat) => flat.isLeaf);
  if (gone.length > leaves.length * EXTRACT) {
    const present = leaves.length - gone.length;
    return [
      makeFinding('framework-partial', { place: null, params: { present, leaves: leaves.length } }),
    ];
  }
  const told = missing.filter((flat) => !isHeadingLeftOut(flat, missing, nodes));
  const parents = new Set(told.map((flat) => flat.node));
  return told
    .filter((flat) => flat.parent === null || !parents.has(flat.parent))
    .map((flat) => {
      const before = rowBefore(flat, nodes, rows, keys);
      return makeFinding('framework-row-missing', {
        place: before?.texts.code?.place ?? before?.texts.name?.place ?? null,
        params: { code: flat.node.code, name: flat.node.name, max: flat.node.max },
      });
    });
}

/**
 * A sheet may list its criteria without the headings above them: where none of a level stands in the
 * sheet, none is missing.
 */
function isHeadingLeftOut(
  flat: FlatNode,
  missing: readonly FlatNode[],
  nodes: readonly FlatNode[],
): boolean {
  if (flat.isLeaf) return false;
  const headings = nodes.filter((other) => !other.isLeaf && other.depth === flat.depth);
  return headings.every((other) => missing.includes(other));
}

/** The row after which the missing one belongs. */
function rowBefore(
  flat: FlatNode,
  nodes: readonly FlatNode[],
  rows: readonly ScoreRow[],
  keys: CriterionKeys,
): ScoreRow | null {
  for (let i = nodes.indexOf(flat) - 1; i >= 0; i -= 1) {
    const node = nodes[i];
    const row = node && rows.find((candidate) => keys.ofRow(candidate) === keys.ofNode(node));
    if (row) return row;
  }
  return null;
}
