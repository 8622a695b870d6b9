/**
 * "Who may know whom", as a function over files: the rooms of `src`, what each may import, and a few
 * habits of naming. `architecture.test.ts` runs it over the real files, and over made-up ones to see
 * that every rule can fail.
 */
import ts from 'typescript';

export interface SourceFile {
  /** From the project's root, with slashes: "src/domain/points.ts". */
  path: string;
  text: string;
}

/** One sentence for each rule that a file breaks: "src/a.ts: …". */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
    return [
      ...nameProblems(file.path),
      ...importsOf(source).flatMap((found) => importProblems(file.path, found)),
      ...codeProblems(file.path, source),
    ].map((problem) => `${file.path}: ${problem}`);
  });
}

interface Room {
  /** Paths under `src` whose values and types it may import, besides its own. */
  values: readonly string[];
  /** Paths of which it may import types only. */
  types: readonly string[];
  /** Packages, by prefix. */
  packages: readonly string[];
  /** Files that start the room's program: these may name a host and the ribbon as well. */
  entries?: readonly string[];
}

/**
 * A view may call what is pure about the field (decision 081); what reads or changes a sheet it does
 * through a use case. Of the workbook it takes the notation of cells and the words of a host.
 */
const VIEW = {
  values: [
    'usecases',
    'i18n',
    'domain',
    'workbook/address',
    'workbook/host',
    'workbook/view',
    'workbook/pageBridge',
  ],
  types: ['workbook'],
};

/** The longest name that fits a path is its room. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: { values: [], types: [], packages: ['zod', 'big.js', 'jsep'] },
  workbook: { values: ['domain'], types: [], packages: ['zod'] },
  sources: { values: ['domain'], types: [], packages: ['fflate', 'parse5', 'saxes'] },
  frameworks: { values: [], types: [], packages: [] },
  usecases: {
    values: ['domain', 'workbook', 'sources', 'frameworks'],
    types: [],
    packages: ['zod'],
  },
  'hosts/excel': { values: ['workbook'], types: ['domain'], packages: [] },
  'hosts/file': {
    values: ['workbook'],
    types: ['domain'],
    packages: ['fflate', 'node:', '@univerjs/'],
  },
  'hosts/page': { values: ['workbook'], types: ['domain'], packages: ['@univerjs/'] },
  i18n: {
    values: ['workbook/address'],
    types: ['domain', 'workbook', 'usecases', 'cli'],
    packages: [],
  },
  taskpane: {
    ...VIEW,
    packages: ['react', 'react-dom', '@fluentui/'],
    entries: ['src/taskpane/main.tsx'],
  },
  commands: { ...VIEW, packages: [] },
  cli: { ...VIEW, packages: ['node:'], entries: ['src/cli/main.ts'] },
  page: {
    values: ['i18n', 'workbook'],
    types: ['domain'],
    packages: [],
    entries: ['src/page/main.ts'],
  },
};

interface Import {
  from: string;
  typeOnly: boolean;
}

function importProblems(path: string, { from, typeOnly }: Import): string[] {
  const room = roomOf(path.replace(/^src\//, ''));
  if (room === null) return ['stands in no room of the house'];
  const { values, types, packages, entries = [] } = rooms[room] as Room;
  if (!from.startsWith('.'))
    return packages.some((name) => isUnder(from, name)) ? [] : [`${room} may not import ${from}`];
  const target = resolve(path, from);
  if (target === null) return [`imports ${from}, outside src`];
  if (roomOf(target) === room) return [];
  if (entries.includes(path) && (isUnder(target, 'hosts') || isUnder(target, 'commands')))
    return [];
  if (values.some((name) => isUnder(target, name))) return [];
  if (typeOnly && types.some((name) => isUnder(target, name))) return [];
  const what = types.some((name) => isUnder(target, name)) ? `values of ${target}` : target;
  return [`${room} may not import ${what}`];
}

/** "domain/text/code" → "domain"; "hosts/file/zip" → "hosts/file". */
function roomOf(path: string): string | null {
  return Object.keys(rooms).find((room) => path.startsWith(`${room}/`)) ?? null;
}

/** "react" covers "react/jsx-runtime", "node:" covers "node:fs"; never "reactive". */
function isUnder(path: string, name: string): boolean {
  return path === name || path.startsWith(/[/:]$/.test(name) ? name : `${name}/`);
}

/** Relative import → path under `src`, without its extension; null when it leaves `src`. */
function resolve(path: string, from: string): string | null {
  const parts = path.split('/').slice(0, -1);
  for (const step of from.split('/'))
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  return parts[0] === 'src' ? parts.slice(1).join('/') : null;
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      if (from && ts.isStringLiteral(from))
        found.push({ from: from.text, typeOnly: isTypeOnly(node) });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      if (from && ts.isStringLiteral(from)) found.push({ from: from.text, typeOnly: false });
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const from = node.argument.literal;
      if (ts.isStringLiteral(from)) found.push({ from: from.text, typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

const ENTRY_NAMES = ['main', 'boot'];

function nameProblems(path: string): string[] {
  const problems: string[] = [];
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const stem = file.replace(/(\.d)?\.tsx?$/, '');
  if (stem === 'index') problems.push('is a barrel by name');
  if (
    [...folders, stem].some(
      (name) => /^(utils?|helpers?)$/i.test(name) || /(Utils?|Helpers?)$/.test(name),
    )
  )
    problems.push('says nothing by its name: utils, helpers');
  const component = file.endsWith('.tsx') && !ENTRY_NAMES.includes(stem);
  if (component && !/^[A-Z][A-Za-z0-9]*$/.test(stem)) problems.push('a component is PascalCase');
  if (!component && !/^[a-z][A-Za-z0-9]*$/.test(stem)) problems.push('a module is camelCase');
  return problems;
}

/** Where Office and Excel may be named: their host, the file that starts the pane, and the ribbon. */
const EXCEL = ['src/hosts/excel/', 'src/taskpane/main.tsx', 'src/commands/ribbon.ts'];

function codeProblems(path: string, source: ts.SourceFile): string[] {
  const problems = new Set<string>();
  const pure = path.startsWith('src/domain/');
  const reExports = source.statements.filter(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
  );
  if (reExports.length > 0 && reExports.length === source.statements.length)
    problems.add('is a barrel: it only passes on');
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && /^I[A-Z][a-z]/.test(node.name.text))
      problems.add(`an interface has no I prefix: ${node.name.text}`);
    if (ts.isIdentifier(node) && /^(Office|Excel|OfficeExtension)$/.test(node.text))
      if (!EXCEL.some((place) => path.startsWith(place))) problems.add(`names ${node.text}`);
    if (pure) for (const word of impurity(node)) problems.add(`the core is pure: no ${word}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...problems];
}

/** The clock, chance and the console; everything else impure is not in the domain's own tsconfig. */
function impurity(node: ts.Node): string[] {
  if (ts.isIdentifier(node) && node.text === 'console') return ['console'];
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date')
    return node.arguments?.length ? [] : ['new Date()'];
  if (!ts.isPropertyAccessExpression(node)) return [];
  const call = node.getText();
  return call === 'Date.now' || call === 'Math.random' ? [call] : [];
}
