/** The command line as typed → a request, or the reason it cannot be one. Nothing is opened here. */
import { parseArgs } from 'node:util';
import { readNumber } from '../domain/text/readNumber';
import { pointsText, type Points } from '../domain/points';
import { outsideSigns, type OutsideCeilings } from '../domain/framework/outsideParts';
import { extraColumns, type ExtraColumn } from '../usecases/newSheet';

export const commandNames = [
  'frameworks',
  'framework',
  'new',
  'check',
  'compare',
  'deduct',
  'assign',
  'appendix',
  'minutes',
  'upgrade',
] as const;
export type CommandName = (typeof commandNames)[number];

export const frameworkActions = ['check', 'convert'] as const;
export type FrameworkAction = (typeof frameworkActions)[number];

export interface CliRequest {
  command: CommandName;
  /** Of the command `framework`. */
  action: FrameworkAction | null;
  files: string[];
  framework: string | null;
  base: Points | null;
  out: string | null;
  sheet: string | null;
  unit: string;
  period: string;
  rounds: 1 | 2;
  extras: ExtraColumn[];
  /** Ceilings of parts outside the scale, as decimal text. */
  outside: OutsideCeilings;
  leaveOutSurvey: boolean;
  liveFormulas: boolean;
  json: boolean;
  language: 'vi' | 'en';
}

export type CliReading =
  | { kind: 'request'; request: CliRequest }
  | { kind: 'help'; language: 'vi' | 'en'; asked: boolean }
  | {
      kind: 'problem';
      language: 'vi' | 'en';
      code: ArgumentProblem;
      params: Record<string, string>;
    };

export type ArgumentProblem =
  | 'unknownCommand'
  | 'unknownOption'
  | 'unknownAction'
  | 'noFile'
  | 'oneFile'
  | 'twoFiles'
  | 'noOut'
  | 'noFramework'
  | 'badBase'
  | 'badRounds'
  | 'badColumns'
  | 'badCeiling'
  | 'outIsInput'
  | 'badOutKind';

const options = {
  framework: { type: 'string' },
  base: { type: 'string' },
  out: { type: 'string' },
  sheet: { type: 'string' },
  unit: { type: 'string' },
  period: { type: 'string' },
  rounds: { type: 'string' },
  columns: { type: 'string' },
  bonus: { type: 'string' },
  penalty: { type: 'string' },
  'leave-out-survey': { type: 'boolean' },
  'live-formulas': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = Extract<ReturnType<typeof tryParse>, { values: unknown }>['values'];

export function readArguments(argv: readonly string[]): CliReading {
  const language = argv.some(
    (word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en'),
  )
    ? 'en'
    : 'vi';
  const problem = (code: ArgumentProblem, params: Record<string, string> = {}): CliReading => ({
    kind: 'problem',
    language,
    code,
    params,
  });
  const parsed = tryParse(argv);
  if ('option' in parsed) return problem('unknownOption', { option: parsed.option });
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  const asked = values.help === true || command === 'help';
  if (asked || command === undefined) return { kind: 'help', language, asked };
  if (!isOneOf(commandNames, command)) return problem('unknownCommand', { command });
  const takesAction = command === 'framework';
  const [action = '', ...files] = takesAction ? rest : ['', ...rest];
  if (takesAction && !isOneOf(frameworkActions, action))
    return problem('unknownAction', { action });
  const bad = badValue(values);
  if (bad) return problem(bad.code, bad.params);
  const request: CliRequest = {
    command,
    action: isOneOf(frameworkActions, action) ? action : null,
    files,
    ...readValues(values),
    language,
  };
  const lacking = whatLacks(request);
  if (!lacking) return { kind: 'request', request };
  return problem(lacking.code, { command, out: request.out ?? '', ...lacking.params });
}

function tryParse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { message = '' } = error as { message?: string };
    return { option: /'([^']+)'/.exec(message)?.[1] ?? message };
  }
}

interface Problem {
  code: ArgumentProblem;
  params: Record<string, string>;
}

function badValue(values: Values): Problem | null {
  const { base, rounds } = values;
  if (base !== undefined && readBase(base) === null) return { code: 'badBase', params: { base } };
  if (rounds !== undefined && !['1', '2'].includes(rounds))
    return { code: 'badRounds', params: { rounds } };
  const ceiling = outsideSigns.find((sign) => {
    const typed = values[sign];
    return typed !== undefined && readBase(typed) === null;
  });
  if (ceiling)
    return { code: 'badCeiling', params: { option: ceiling, typed: values[ceiling] ?? '' } };
  const columns = columnWords(values).find((word) => !isOneOf(extraColumns, word));
  return columns === undefined
    ? null
    : { code: 'badColumns', params: { columns, known: extraColumns.join(', ') } };
}

function readValues(values: Values): Omit<CliRequest, 'command' | 'action' | 'files' | 'language'> {
  return {
    framework: values.framework ?? null,
    base: values.base === undefined ? null : readBase(values.base),
    out: values.out ?? null,
    sheet: values.sheet ?? null,
    unit: values.unit ?? '',
    period: values.period ?? '',
    rounds: values.rounds === '2' ? 2 : 1,
    extras: columnWords(values).filter((word) => isOneOf(extraColumns, word)),
    outside: Object.fromEntries(
      outsideSigns.flatMap((sign) => {
        const ceiling = readBase(values[sign] ?? '');
        return ceiling ? [[sign, pointsText(ceiling)]] : [];
      }),
    ),
    leaveOutSurvey: values['leave-out-survey'] === true,
    liveFormulas: values['live-formulas'] === true,
    json: values.json === true,
  };
}

/** "79", "79,5" or "79.5": a positive number of points. */
function readBase(text: string): Points | null {
  const reading = readNumber(text);
  return reading.kind === 'number' && reading.points.gt(0) ? reading.points : null;
}

function columnWords({ columns = '' }: Values): string[] {
  return columns
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Which endings a result may have; null where a command writes none. */
const outKinds: Record<CommandName, readonly string[] | null> = {
  frameworks: null,
  framework: ['.json', '.html', '.tsv', '.xlsx'],
  new: ['.xlsx'],
  check: ['.xlsx'],
  compare: ['.xlsx', '.html'],
  deduct: ['.xlsx'],
  assign: ['.xlsx'],
  appendix: ['.html', '.xlsx'],
  minutes: ['.html', '.xlsx'],
  upgrade: ['.xlsx'],
};

const outOptional: readonly CommandName[] = ['frameworks', 'check', 'compare'];

function whatLacks(request: CliRequest): Problem | null {
  const { command, action, files, out } = request;
  const problem = (code: ArgumentProblem): Problem => ({ code, params: {} });
  if (command === 'frameworks') return null;
  if (command === 'new' || command === 'upgrade') {
    if (request.framework === null) return problem('noFramework');
  }
  if (command !== 'new' && files.length === 0) return problem('noFile');
  if (command === 'compare' && files.length > 2) return problem('twoFiles');
  if (!['new', 'check', 'compare'].includes(command) && files.length > 1) return problem('oneFile');
  if (action === 'check') return null;
  if (out === null) return outOptional.includes(command) ? null : problem('noOut');
  if (files.includes(out)) return problem('outIsInput');
  const kinds = outKinds[command] ?? [];
  return kinds.some((kind) => out.toLowerCase().endsWith(kind))
    ? null
    : { code: 'badOutKind', params: { kinds: kinds.join(', ') } };
}

function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return words.some((known) => known === word);
}
