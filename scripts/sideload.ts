/**
 * `npm run sideload [-- desktop|web <address of a workbook>]`: builds the product, serves it at the
 * manifest's own address with a certificate that this machine trusts, and opens it in Excel with
 * Microsoft's tool. For trying out on Windows and Mac; offices get it another way (docs/deployment.md).
 * Microsoft's two tools are fetched when first used, in the versions named here, since nobody without
 * Excel needs them. Ctrl+C takes the add-in out of Excel again.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { policy } from './deployment';

const root = join(__dirname, '..');
const port = 3000;
const tools = {
  debugging: 'office-addin-debugging@7.0.0',
  certificates: 'office-addin-dev-certs@3.0.0',
};

/** Runs a program with what it says shown; a failure of it ends this one. */
function run(command: string, ...args: string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`, { cause: error });
}

function serve(): Promise<() => void> {
  const folder = join(homedir(), '.office-addin-dev-certs');
  const certificate = {
    key: readFileSync(join(folder, 'localhost.key')),
    cert: readFileSync(join(folder, 'localhost.crt')),
  };
  const files = sirv(join(root, 'dist'), {
    dev: true,
    setHeaders: (response) => {
      response.setHeader('Cache-Control', 'no-cache');
      response.setHeader('Content-Security-Policy', policy(false));
    },
  });
  const server = createServer(certificate, (request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', () => listening(() => void server.close()));
  });
}

async function main(): Promise<void> {
  const [where = 'desktop', workbook] = process.argv.slice(2);
  run('npm', 'run', '--silent', 'build');
  run('npx', '--yes', tools.certificates, 'install');
  const stop = await serve();
  console.log(
    `Serving https://localhost:${port}/ — Ctrl+C ends it and takes the add-in out of Excel.`,
  );
  process.once('SIGINT', () => {
    run('npx', '--yes', tools.debugging, 'stop', 'dist/manifest.xml');
    stop();
    process.exit();
  });
  const document = workbook === undefined ? [] : ['--document', workbook];
  run(
    'npx',
    '--yes',
    tools.debugging,
    'start',
    'dist/manifest.xml',
    where,
    '--no-debug',
    ...document,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
