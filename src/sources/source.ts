/**
 * Sources: bytes or clipboard text from strangers, turned into rows of cells and nothing more. What a
 * table means is the domain's affair; a source knows only its format and its limits.
 *
 * Rule kept here: bad input is a value, one problem with one clear sentence in `i18n`, never a throw;
 * nothing in a source is run, fetched or expanded.
 */
import type { SourceTable } from '../domain/framework/sourceTable';

export type SourceReading =
  | { ok: true; tables: SourceTable[]; /** Lines outside the tables, in order. */ lines: string[] }
  | { ok: false; problem: SourceProblem };

export interface SourceProblem {
  code: SourceProblemCode;
  params: Readonly<Record<string, string>>;
}

export const sourceProblemCodes = [
  'emptySource', // nothing in it
  'noTable', // text, but no table
  'pictureOnly', // a picture where a table should be
  'sourceTooLarge', // limit
  'sourceTooManyRows', // count, limit
  'oldWord', // a .doc of Word 97–2003
  'encryptedFile', // protected by a password
  'wrongKind', // kind: PDF, RTF, picture …
  'workbookFile', // an .xlsx where a document was expected
  'damagedFile', // a zip or its XML cannot be read
  'hugeInside', // unpacks to far more than it is
] as const;
export type SourceProblemCode = (typeof sourceProblemCodes)[number];

export function refuse(
  code: SourceProblemCode,
  params: Readonly<Record<string, string>> = {},
): SourceReading {
  return { ok: false, problem: { code, params } };
}

/** Rows beyond this are refused before they are read: no framework comes near. */
export const MOST_SOURCE_ROWS = 20_000;

/** Bytes of a file that is opened at all. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** Lines outside tables that are kept: the title block is among the first. */
export const MOST_LINES = 200;
