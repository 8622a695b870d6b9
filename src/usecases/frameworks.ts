/**
 * Frameworks to choose from: the built-in samples, and the person's own file in our JSON. None of the
 * samples is complete, and each says what it lacks; the person's own decision is what counts.
 */
import type { z } from 'zod';
import { frameworkSchema, type Framework } from '../domain/framework/framework';
import binhDinh2021 from '../frameworks/binh-dinh-2878-huyen-2021.json';
import haiDuong2022 from '../frameworks/hai-duong-3395-xa-2022.json';
import phucVu766 from '../frameworks/phuc-vu-766-2022.json';
import quangTri2023 from '../frameworks/quang-tri-1325-huyen-2023.json';
import quangTri2022 from '../frameworks/quang-tri-huyen-2022.json';
import thiXaQuangTri2022 from '../frameworks/tx-quang-tri-xa-2022.json';

let builtIn: Framework[] | null = null;

/** The built-in samples, the one that the sample workbook was scored by first. */
export function builtInFrameworks(): Framework[] {
  builtIn ??= [
    quangTri2023,
    quangTri2022,
    binhDinh2021,
    haiDuong2022,
    thiXaQuangTri2022,
    phucVu766,
  ].map((framework) => frameworkSchema.parse(framework));
  return builtIn;
}

/** A built-in sample by its id. */
export function builtInFramework(id: string): Framework | null {
  return builtInFrameworks().find((framework) => framework.id === id) ?? null;
}

/** What is wrong with a framework file; worded in `i18n` by code. */
export interface FrameworkFileProblem {
  code: FrameworkFileProblemCode;
  /** Where: "areas[2].children[0].max"; "" for the file as a whole. */
  path: string;
  params: Readonly<Record<string, string>>;
}

export const frameworkFileProblemCodes = [
  'empty', // nothing in it
  'tooLarge', // limit
  'notJson', // (none)
  'notFramework', // JSON, but not an object with areas
  'missing', // name: a required part is absent
  'wrongType', // name, expected, found
  'badPoints', // name, found: points must be decimal text with a dot
  'badValue', // name, found, expected
  'tooLong', // name, limit
  'unexpected', // name, detail
] as const;
export type FrameworkFileProblemCode = (typeof frameworkFileProblemCodes)[number];

export type FrameworkFileReading =
  { ok: true; framework: Framework } | { ok: false; problems: FrameworkFileProblem[] };

/** Larger than any framework by a hundred times. */
const MOST_CHARACTERS = 5_000_000;
/** Beyond these a person gains nothing from more of the same. */
const MOST_PROBLEMS = 20;

/** Reads a framework in our own JSON. Never throws: what is wrong comes back as problems. */
export function readFrameworkJson(text: string): FrameworkFileReading {
  if (text.trim() === '') return refused('empty');
  if (text.length > MOST_CHARACTERS)
    return refused('tooLarge', { limit: `${MOST_CHARACTERS / 1_000_000} MB` });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('notJson');
  }
  if (typeof data !== 'object' || data === null || !('areas' in data))
    return refused('notFramework');
  const result = frameworkSchema.safeParse(data, { reportInput: true });
  if (result.success) return { ok: true, framework: result.data };
  return { ok: false, problems: result.error.issues.slice(0, MOST_PROBLEMS).map(describeIssue) };
}

function refused(
  code: FrameworkFileProblemCode,
  params: Readonly<Record<string, string>> = {},
): FrameworkFileReading {
  return { ok: false, problems: [{ code, path: '', params }] };
}

function describeIssue(issue: z.core.$ZodIssue): FrameworkFileProblem {
  const path = issue.path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : text
          ? `${text}.${String(part)}`
          : String(part),
    '',
  );
  const name = String(issue.path.filter((part) => typeof part === 'string').at(-1) ?? '');
  const found = shown(issue.input);
  const problem = (code: FrameworkFileProblemCode, params: Record<string, string>) => ({
    code,
    path,
    params: { name, ...params },
  });
  if (issue.input === undefined) return problem('missing', {});
  if (['max', 'total'].includes(name) && issue.code !== 'too_big')
    return problem('badPoints', { found });
  switch (issue.code) {
    case 'invalid_type':
      return problem('wrongType', { expected: issue.expected, found });
    case 'too_big':
      return problem('tooLong', { limit: String(issue.maximum) });
    case 'too_small':
      return problem('badValue', { found, expected: `≥ ${String(issue.minimum)}` });
    case 'invalid_value':
      return problem('badValue', { found, expected: issue.values.map(String).join(', ') });
    case 'invalid_format':
      return problem('badValue', { found, expected: issue.pattern ?? issue.format });
    default:
      return problem('unexpected', { detail: issue.message });
  }
}

function shown(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
