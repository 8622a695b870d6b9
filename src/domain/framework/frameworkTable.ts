/**
 * A framework on its way out: as our JSON, and as a clean table for Word, the clipboard or a sheet,
 * which reads back as the same framework but for what has no column: rules and survey marks go with the
 * JSON alone (bonus and penalty beside the scale are known by their names).
 */
import type { TableCell, TableColumn, TableDocument } from '../letters/tableDocument';
import { points } from '../points';
import { formatPoints } from '../text/formatNumber';
import { flattenFramework, frameworkTotal, type FlatNode, type Framework } from './framework';

export interface FrameworkTableWords {
  code: string;
  name: string;
  max: string;
  method: string;
  evidence: string;
  responsible: string;
  total: string;
  issuedWith(decision: string, issuer: string): string;
}

/** Our own JSON: what `readFrameworkJson` takes back unchanged. */
export function frameworkJson(framework: Framework): string {
  return `${JSON.stringify(framework, null, 2)}\n`;
}

/** Columns for scoring method, evidence and units appear when some criterion has them. */
export function frameworkTable(
  framework: Framework,
  words: FrameworkTableWords,
  mark: ',' | '.',
): TableDocument {
  const flat = flattenFramework(framework);
  const withMethod = flat.some(({ node }) => node.method);
  const withEvidence = flat.some(({ node }) => node.evidence);
  const withUnits = flat.some(({ node }) => node.responsible);
  const columns: TableColumn[] = [
    { header: words.code, width: 8, align: 'center' },
    { header: words.name, width: 60, align: 'justify' },
    { header: words.max, width: 12, align: 'right' },
  ];
  if (withMethod) columns.push({ header: words.method, width: 40, align: 'justify' });
  if (withEvidence) columns.push({ header: words.evidence, width: 30, align: 'justify' });
  if (withUnits) columns.push({ header: words.responsible, width: 30, align: 'justify' });
  const figure = (max: string | null): TableCell =>
    max === null
      ? { text: '' }
      : { text: formatPoints(points(max), { mark, maxDecimals: 4 }), figure: max };
  const row = ({ node, depth, isLeaf }: FlatNode): TableCell[] => {
    const bold = depth === 0 || (depth === 1 && !isLeaf) ? { bold: true } : {};
    const texts = [node.code, node.name].map((text) => ({ text, ...bold }));
    const cells: TableCell[] = [...texts, { ...figure(node.max), ...bold }];
    if (withMethod) cells.push({ text: node.method ?? '' });
    if (withEvidence) cells.push({ text: node.evidence ?? '' });
    if (withUnits) cells.push({ text: node.responsible ?? '' });
    return cells;
  };
  const total = framework.total ?? frameworkTotal(framework).toFixed();
  const sum: TableCell[] = [{ text: '' }, { text: words.total }, figure(total)].map((cell) => ({
    ...cell,
    bold: true,
  }));
  const blanks = columns.slice(3).map(() => ({ text: '' }));
  return {
    title: [framework.title],
    subtitle:
      framework.decision === '' ? [] : [words.issuedWith(framework.decision, framework.issuer)],
    columns,
    rows: [...flat.map(row), [...sum, ...blanks]],
    orientation: columns.length > 3 ? 'landscape' : 'portrait',
  };
}
