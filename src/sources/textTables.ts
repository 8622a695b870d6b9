/**
 * Tables from plain text: tab-separated as spreadsheets put it on the clipboard (cells with line breaks
 * in quotes), or the semicolons and commas of a .csv. Blanks at the head of a cell count as its indent.
 */
import type { SourceCell } from '../domain/framework/sourceTable';
import { MOST_FILE_BYTES, MOST_SOURCE_ROWS, refuse, type SourceReading } from './source';

const BLANKS_PER_STEP = 2;

export function readTextTables(text: string): SourceReading {
  if (text.length > MOST_FILE_BYTES)
    return refuse('sourceTooLarge', { limit: `${MOST_FILE_BYTES / 1024 / 1024} MB` });
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return refuse('emptySource');
  const rows = splitRows(body, separatorOf(body));
  if (rows.length > MOST_SOURCE_ROWS)
    return refuse('sourceTooManyRows', {
      count: String(rows.length),
      limit: String(MOST_SOURCE_ROWS),
    });
  return { ok: true, tables: [{ rows: rows.map((row) => row.map(toCell)) }], lines: [] };
}

function toCell(text: string): SourceCell {
  const lead = /^[ \u00A0]*/.exec(text)?.[0].length ?? 0;
  const indent = text.trim() === '' ? 0 : Math.floor(lead / BLANKS_PER_STEP);
  return indent > 0 ? { text, indent } : { text };
}

/** Tabs where there are any; else the mark that stands in most lines, most often. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/\r?\n/, 200).filter((line) => line.trim() !== '');
  const everywhere = [';', ','].find(
    (mark) => lines.filter((line) => line.split(mark).length >= 3).length * 5 >= lines.length * 4,
  );
  return everywhere ?? '\t';
}

/** Quotes count only at the head of a cell, as spreadsheets write them; rows stop being kept in time. */
function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : null;
    const end = cell ? cell.end : plainEnd(text, at, separator);
    row.push(cell ? cell.text : text.slice(at, end));
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (end >= text.length) break;
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (at >= text.length) break;
  }
  return rows;

  function quotedCell(whole: string, start: number): { text: string; end: number } | null {
    let close = whole.indexOf('"', start + 1);
    while (close >= 0 && whole[close + 1] === '"') close = whole.indexOf('"', close + 2);
    const next = whole[close + 1];
    const closes = close >= 0 && (next === undefined || next === separator || /[\r\n]/.test(next));
    if (!closes) return null;
    return { text: whole.slice(start + 1, close).replace(/""/g, '"'), end: close + 1 };
  }
}

function plainEnd(text: string, start: number, separator: string): number {
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === separator || letter === '\n' || letter === '\r') return at;
  }
  return text.length;
}
