/**
 * `npm run start:excel-host [file.xlsx]`: the built pane over the stand-in for Excel, in a browser, for
 * developers without Excel. Microsoft's library is served from node_modules as it is; the pane is the
 * one that Excel loads, with one line before its first script to open the stand-in's door.
 */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sirv from 'sirv';
import webpack from 'webpack';
import { openWorkbookFile } from '../src/hosts/file/fileHost';

const root = join(__dirname, '..');
const standIn = join(root, 'test/excel-host/browser');
const sample = join(root, 'assets/samples/vinh-linh-6t2023.xlsx');

export interface RunningExcel {
  address: string;
  close(): Promise<void>;
}

/** @throws Error when the product is not built */
export async function startExcelHost(
  port: number,
  workbook = sample,
  built = join(root, 'dist'),
): Promise<RunningExcel> {
  if (!existsSync(join(built, 'taskpane.html')))
    throw new Error('dist/taskpane.html is missing: run "npm run build" first');
  const host = await openWorkbookFile(readFileSync(workbook), basename(workbook));
  const snapshot = JSON.stringify(await host.read({ sheets: 'all' }));
  const folder = mkdtempSync(join(tmpdir(), 'excel-host-'));
  await bundle(folder);
  const product = sirv(built, { dev: true });
  const office = sirv(join(root, 'node_modules/@microsoft/office-js/dist'), { dev: true });
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/') return send(response, 'text/html', readFileSync(join(standIn, 'page.html')));
    if (path === '/sample.json') return send(response, 'application/json', snapshot);
    if (path === '/main.js') {
      response.setHeader('Content-Type', 'text/javascript');
      return createReadStream(join(folder, 'main.js')).pipe(response);
    }
    if (path === '/attach.js')
      return send(response, 'text/javascript', 'parent.attachExcel(window);');
    if (path === '/taskpane.html') return send(response, 'text/html', paneWithDoor(built));
    if (path.startsWith('/office/')) {
      request.url = path.slice('/office'.length);
      return office(request, response, () => notFound(request, response));
    }
    return product(request, response, () => notFound(request, response));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        rmSync(folder, { recursive: true, force: true });
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The built page, but for where Excel's library and its door come from. */
function paneWithDoor(built: string): string {
  const page = readFileSync(join(built, 'taskpane.html'), 'utf8');
  const own = page.replace(/https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\//, 'office/');
  if (own === page) throw new Error('taskpane.html names no office.js');
  return own.replace('<head>', '<head><script src="attach.js"></script>');
}

function bundle(folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'development',
    devtool: 'inline-source-map',
    entry: join(standIn, 'main.ts'),
    output: { path: folder, filename: 'main.js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
          },
        },
      ],
    },
  });
  return new Promise((done, failed) => {
    compiler?.run((error, stats) => {
      if (error) return failed(error);
      if (stats?.hasErrors()) return failed(new Error(stats.toString('errors-only')));
      compiler.close(() => done());
    });
  });
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.end(body);
}

function notFound(request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 404;
  response.end(`nothing at ${request.url ?? ''}`);
}

async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3100);
  const { address } = await startExcelHost(port, process.argv[2] ?? sample);
  console.log(`The pane over the stand-in for Excel: ${address}`);
  console.log('Other looks: ?theme=dark, ?lang=en-US, ?decimal=., ?pane=320. Stop with Ctrl+C.');
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
