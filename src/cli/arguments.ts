/** The command line as typed → a request, or the reason it cannot be one. Nothing is opened here. */
import { parseArgs } from 'node:util';
import { readNumber } from '../domain/text/readNumber';
import type { Points } from '../domain/points';

export const commandNames = ['frameworks', 'new', 'check', 'deduct', 'assign', 'appendix'] as const;
export type CommandName = (typeof commandNames)[number];

export interface CliRequest {
  command: CommandName;
  files: string[];
  framework: string | null;
  base: Points | null;
  out: string | null;
  sheet: string | null;
  unit: string;
  period: string;
  rounds: 1 | 2;
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
  | 'noFile'
  | 'oneFile'
  | 'noOut'
  | 'noFramework'
  | 'badBase'
  | 'badRounds'
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
  'live-formulas': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

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
  const [command, ...files] = positionals;
  if (values.help || command === undefined)
    return { kind: 'help', language, asked: values.help === true };
  if (!commandNames.includes(command as CommandName)) return problem('unknownCommand', { command });
  const base = values.base === undefined ? null : readBase(values.base);
  if (base === 'bad') return problem('badBase', { base: values.base ?? '' });
  if (values.rounds !== undefined && !['1', '2'].includes(values.rounds))
    return problem('badRounds', { rounds: values.rounds });
  const request: CliRequest = {
    command: command as CommandName,
    files,
    framework: values.framework ?? null,
    base,
    out: values.out ?? null,
    sheet: values.sheet ?? null,
    unit: values.unit ?? '',
    period: values.period ?? '',
    rounds: values.rounds === '2' ? 2 : 1,
    liveFormulas: values['live-formulas'] === true,
    json: values.json === true,
    language,
  };
  const lacking = whatLacks(request);
  return lacking
    ? problem(lacking, { command, out: request.out ?? '' })
    : { kind: 'request', request };
}

function tryParse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { option: /'([^']+)'/.exec(message)?.[1] ?? message };
  }
}

/** "79", "79,5" or "79.5": a positive number of points. */
function readBase(text: string): Points | 'bad' {
  const reading = readNumber(text);
  return reading.kind === 'number' && reading.points.gt(0) ? reading.points : 'bad';
}

function whatLacks(request: CliRequest): ArgumentProblem | null {
  const { command, files, out } = request;
  if (command === 'frameworks') return null;
  if (command === 'new') {
    if (request.framework === null) return 'noFramework';
    return out === null ? 'noOut' : kindProblem(out, ['.xlsx']);
  }
  if (files.length === 0) return 'noFile';
  if (command === 'check') return null;
  if (files.length > 1) return 'oneFile';
  if (out === null) return 'noOut';
  if (out === files[0]) return 'outIsInput';
  return kindProblem(out, command === 'appendix' ? ['.html', '.xlsx'] : ['.xlsx']);
}

function kindProblem(out: string, kinds: readonly string[]): ArgumentProblem | null {
  return kinds.some((kind) => out.toLowerCase().endsWith(kind)) ? null : 'badOutKind';
}
