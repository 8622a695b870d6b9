/**
 * The highest Office requirement sets that the source uses: read from the "[Api set: ExcelApi 1.9]" of
 * Microsoft's own type definitions, for every member that the code names: calls, properties, option
 * objects, and the strings given to `load`. The manifest must declare exactly these; a test compares.
 * `npx tsx scripts/requirementSet.ts` prints them with the members that ask for them.
 */
import { relative, resolve } from 'node:path';
import ts from 'typescript';

export interface RequirementSet {
  set: string;
  /** "1.14" */
  version: string;
  /** What asks for that version: "Range.getMergedAreasOrNullObject, src/…:12". */
  uses: string[];
}

const root = resolve(__dirname, '..');

/** Everything that may name Office; the rest of the product must not. */
export const officeSources = ['src/hosts/excel/excelHost.ts', 'src/commands/ribbon.ts'];

/** @param files entry files; what they import is looked at too */
export function highestSets(files: readonly string[] = officeSources): RequirementSet[] {
  const program = ts.createProgram(
    files.map((file) => resolve(root, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ['office-js'],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    },
  );
  const found = new Map<string, Map<string, Set<string>>>();
  const finder = new Finder(program.getTypeChecker(), (set, version, use) => {
    const versions = found.get(set) ?? new Map<string, Set<string>>();
    found.set(set, versions);
    versions.set(version, (versions.get(version) ?? new Set<string>()).add(use));
  });
  for (const file of program.getSourceFiles())
    if (!file.isDeclarationFile && !file.fileName.includes('node_modules')) finder.visit(file);
  return [...found].map(([set, versions]) => {
    const [version = ''] = [...versions.keys()].sort(descending);
    return { set, version, uses: [...(versions.get(version) ?? [])] };
  });
}

type Found = (set: string, version: string, use: string) => void;

class Finder {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly found: Found,
  ) {}

  visit(node: ts.Node): void {
    if (ts.isIdentifier(node) && !isName(node)) this.note(this.symbolAt(node), node);
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const type = this.checker.getContextualType(node.parent);
      if (ts.isIdentifier(node.name)) this.note(type?.getProperty(node.name.text), node.name);
    }
    if (ts.isStringLiteral(node)) this.noteLoad(node);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  private symbolAt(node: ts.Identifier): ts.Symbol | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return isAlias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  /** `range.load('values,format/font/bold')` names members by text. */
  private noteLoad(node: ts.StringLiteral): void {
    const call = node.parent;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return;
    if (call.expression.name.text !== 'load') return;
    const target = this.checker.getTypeAtLocation(call.expression.expression);
    for (const path of node.text.split(',')) {
      let type: ts.Type | undefined = target;
      for (const part of path.trim().split('/')) {
        const symbol: ts.Symbol | undefined = type?.getProperty(part);
        if (!symbol) throw new Error(`${place(node)}: nothing named ${part} to load`);
        this.note(symbol, node);
        type = this.checker.getTypeOfSymbol(symbol);
        if (part === 'items') type = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      }
    }
  }

  private note(symbol: ts.Symbol | undefined, node: ts.Node): void {
    const all = (symbol?.declarations ?? []).filter((declaration) =>
      /[\\/]@types[\\/]office-js[\\/]/.test(declaration.getSourceFile().fileName),
    );
    if (!symbol || all.length === 0) return;
    const called = this.calledDeclaration(node);
    const declarations = called && all.includes(called) ? [called] : all;
    const label = `${ownerOf(declarations[0])}${symbol.name}, ${place(node)}`;
    for (const [set, version] of declarations.flatMap(setsOf)) this.found(set, version, label);
  }

  /** Of several overloads, the one that is called. */
  private calledDeclaration(node: ts.Node): ts.Declaration | undefined {
    const access = node.parent;
    if (!ts.isPropertyAccessExpression(access) || access.name !== node) return undefined;
    const call = access.parent;
    if (!ts.isCallExpression(call) || call.expression !== access) return undefined;
    return this.checker.getResolvedSignature(call)?.declaration as ts.Declaration | undefined;
  }
}

/** The left side of `name: value` is looked up by what the object is for, not by itself. */
function isName(node: ts.Identifier): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** From "[Api set: ExcelApi 1.9]"; of "1.1 for get, 1.8 for set" the first. */
function setsOf(declaration: ts.Declaration): [string, string][] {
  const comments = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  const text = comments.map((comment) => comment.getText()).join('\n');
  const tags = [...text.matchAll(/\[\s*Api set:\s*([A-Za-z]+)\s+([^\]]*)\]/g)];
  // Types that Outlook shares carry its own sets, which mean nothing to Excel.
  if (/Mailbox/.test(text)) return [];
  const sets = tags.flatMap(([, set = '', versions = '']): [string, string][] => {
    const [version] = versions.match(/\d+\.\d+/g) ?? [];
    return version ? [[set, version]] : [];
  });
  const linked = /\*\*Requirement sets?\*\*:[\s\S]*?\|\s*([A-Za-z]+)\s+(\d+\.\d+)/.exec(text);
  if (linked?.[1] && linked[2]) sets.push([linked[1], linked[2]]);
  return sets;
}

function ownerOf(declaration: ts.Declaration | undefined): string {
  const owner = declaration?.parent as { name?: ts.Identifier } | undefined;
  return owner?.name ? `${owner.name.text}.` : '';
}

function place(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(root, file.fileName)}:${line + 1}`;
}

function descending(a: string, b: string): number {
  const [major = 0, minor = 0] = a.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = b.split('.').map(Number);
  return otherMajor - major || otherMinor - minor;
}

if (require.main === module)
  for (const { set, version, uses } of highestSets())
    console.log(`${set} ${version}\n  ${uses.join('\n  ')}`);
