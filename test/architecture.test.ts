/** The house stands as drawn (docs/ARCHITECTURE.md), and each of its rules can be broken. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { violations, type SourceFile } from './support/architecture';

const root = join(__dirname, '..');

function sourcesUnder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return sourcesUnder(path);
    return /\.tsx?$/.test(name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

describe('the house', () => {
  test('every file of src keeps the rules', () => {
    const files = sourcesUnder('src');
    expect(files.length).toBeGreaterThan(50);
    expect(violations(files)).toEqual([]);
  });

  test('the core compiles with no DOM, no Node and no Office', () => {
    const path = join(root, 'src/domain/tsconfig.json');
    const config = ts.getParsedCommandLineOfConfigFile(
      path,
      {},
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
    );
    expect(config?.options.lib).toEqual(['lib.es2022.d.ts']);
    expect(config?.options.types).toEqual([]);
    const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
    const said = ts
      .getPreEmitDiagnostics(program)
      .map((each) => ts.flattenDiagnosticMessageText(each.messageText, ' '));
    expect(program.getRootFileNames().length).toBeGreaterThan(10);
    expect(said).toEqual([]);
  }, 60_000);
});

describe('each rule', () => {
  const broken: [string, SourceFile['path'], string, string][] = [
    [
      'domain knows no workbook',
      'src/domain/a.ts',
      "import type { A } from '../workbook/address';",
      'domain may not import workbook/address',
    ],
    [
      'domain takes no other package',
      'src/domain/a.ts',
      "import { x } from 'zodiac';",
      'domain may not import zodiac',
    ],
    [
      'workbook knows no use case',
      'src/workbook/a.ts',
      "import { x } from '../usecases/plan';",
      'workbook may not import usecases/plan',
    ],
    [
      'workbook knows no use case, not even lazily',
      'src/workbook/a.ts',
      "const x = import('../usecases/plan');",
      'workbook may not import usecases/plan',
    ],
    [
      'sources know the domain only',
      'src/sources/a.ts',
      "import type { x } from '../workbook/patch';",
      'sources may not import workbook/patch',
    ],
    [
      'use cases know no host',
      'src/usecases/a.ts',
      "import { x } from '../hosts/file/fileHost';",
      'usecases may not import hosts/file/fileHost',
    ],
    [
      'use cases have no words',
      'src/usecases/a.ts',
      "import { x } from '../i18n/vi/plan';",
      'usecases may not import i18n/vi/plan',
    ],
    [
      'hosts do not know each other',
      'src/hosts/page/a.ts',
      "import type { x } from '../file/book';",
      'hosts/page may not import hosts/file/book',
    ],
    [
      'hosts know no use case',
      'src/hosts/excel/a.ts',
      "import type { x } from '../../usecases/plan';",
      'hosts/excel may not import usecases/plan',
    ],
    [
      'hosts take only types of the domain',
      'src/hosts/file/a.ts',
      "import { x } from '../../domain/points';",
      'hosts/file may not import values of domain/points',
    ],
    [
      'a view names no host',
      'src/taskpane/Pane.tsx',
      "import type { x } from '../hosts/excel/excelHost';",
      'taskpane may not import hosts/excel/excelHost',
    ],
    [
      'a view does not lay out sheets',
      'src/taskpane/Pane.tsx',
      "import { x } from '../workbook/layouts/newSheet';",
      'taskpane may not import values of workbook/layouts/newSheet',
    ],
    [
      'a view recognises no sheet',
      'src/cli/run.ts',
      "import { x, type Y } from '../workbook/recognise/recogniseSheet';",
      'cli may not import values of workbook/recognise/recogniseSheet',
    ],
    [
      'only the entry of the page names hosts',
      'src/page/topBar.ts',
      "import { x } from '../hosts/page/pageHost';",
      'page may not import hosts/page/pageHost',
    ],
    [
      'words take only types',
      'src/i18n/vi/plan.ts',
      "import { x } from '../../usecases/plan';",
      'i18n may not import values of usecases/plan',
    ],
    [
      'words take only types, passed on too',
      'src/i18n/vi/plan.ts',
      "export { x } from '../../usecases/plan'; export const y = 1;",
      'i18n may not import values of usecases/plan',
    ],
    [
      'every file has a room',
      'src/misc/a.ts',
      "import { x } from '../domain/points';",
      'stands in no room of the house',
    ],
    [
      'nothing outside src',
      'src/cli/a.ts',
      "import { x } from '../../test/support/sample';",
      'imports ../../test/support/sample, outside src',
    ],
    ['no index', 'src/domain/text/index.ts', '', 'is a barrel by name'],
    [
      'no barrel',
      'src/domain/all.ts',
      "export * from './points';",
      'is a barrel: it only passes on',
    ],
    ['no utils', 'src/domain/textUtils.ts', '', 'says nothing by its name: utils, helpers'],
    ['no helpers', 'src/domain/helpers/text.ts', '', 'says nothing by its name: utils, helpers'],
    ['components are PascalCase', 'src/taskpane/pane.tsx', '', 'a component is PascalCase'],
    ['modules are camelCase', 'src/domain/Points.ts', '', 'a module is camelCase'],
    [
      'no I prefix',
      'src/domain/a.ts',
      'interface IRow { x: 1 }',
      'an interface has no I prefix: IRow',
    ],
    ['Excel is named in its host only', 'src/workbook/a.ts', 'Excel.run(() => 1);', 'names Excel'],
    ['Office types too', 'src/taskpane/Pane.tsx', 'let x: Office.Context;', 'names Office'],
    [
      'no console in the core',
      'src/domain/a.ts',
      "console.log('x');",
      'the core is pure: no console',
    ],
    [
      'no clock in the core',
      'src/domain/a.ts',
      'const x = Date.now();',
      'the core is pure: no Date.now',
    ],
    [
      'no clock by another name',
      'src/domain/a.ts',
      'const x = new Date();',
      'the core is pure: no new Date()',
    ],
    [
      'no chance in the core',
      'src/domain/a.ts',
      'const x = Math.random();',
      'the core is pure: no Math.random',
    ],
  ];
  test.each(broken)('%s', (_name, path, text, problem) => {
    expect(violations([{ path, text }])).toEqual([`${path}: ${problem}`]);
  });

  const kept: [string, string][] = [
    [
      'src/domain/findings/a.ts',
      "import { z } from 'zod'; import { points } from '../points'; new Date(0);",
    ],
    [
      'src/hosts/file/a.ts',
      "import { readFileSync } from 'node:fs'; import type { P } from '../../domain/points';",
    ],
    [
      'src/hosts/excel/a.ts',
      "import { type Patch } from '../../workbook/patch'; Excel.run(() => 1);",
    ],
    ['src/cli/main.ts', "import { openFile } from '../hosts/file/fileHost';"],
    [
      'src/taskpane/main.tsx',
      "import { createRoot } from 'react-dom/client'; Office.onReady(() => 1);",
    ],
    [
      'src/taskpane/Pane.tsx',
      "import { tableHtml } from '../domain/letters/html'; import type { S } from '../workbook/state';",
    ],
    ['src/domain/a.ts', '// console.log(Date.now()) would not be pure\nexport {};'],
  ];
  test.each(kept)('lets %s be', (path, text) => {
    expect(violations([{ path, text }])).toEqual([]);
  });
});
