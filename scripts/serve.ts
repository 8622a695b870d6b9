/**
 * Serves the built product on this machine only. Rule: HTML is never cached, hashed assets for ever,
 * and every answer carries a policy that lets the page load nothing from anywhere else.
 */
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface ServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** How many ports above `port` may be tried when it is taken. */
  tries?: number;
  /** The built files; `dist` of this project unless told. */
  folder?: string;
}

export interface RunningServer {
  /** "http://localhost:3000", without a slash at the end. */
  address: string;
  close(): Promise<void>;
}

/** @throws Error when the product is not built, or no port is free. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = options.folder ?? resolve(__dirname, '../dist');
  if (!existsSync(resolve(folder, 'index.html')))
    throw new Error('dist/index.html is missing: run "npm run build" first');
  const files = sirv(folder, { dev: false, etag: true, setHeaders });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Không có trang này. / No such page.\n');
    });
  });
  const port = await listen(server, options.port, options.tries ?? 0);
  return {
    address: `http://localhost:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * Styles may be inline, since Fluent and the grid write them at run time; scripts may not. Blobs are
 * for downloads, workers and pictures that the grid draws itself.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function setHeaders(
  response: { setHeader(name: string, value: string): unknown },
  pathname: string,
): void {
  const hashed = /\.[0-9a-f]{10}\.\w+$/.test(pathname);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}

async function listen(server: Server, first: number, tries: number): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port, 'localhost', () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port - first >= tries) throw error;
    }
  }
}

async function main(): Promise<void> {
  const { address } = await startServer({ port: Number(process.env['PORT'] ?? 3000), tries: 20 });
  console.log(
    [
      '',
      `  Bảng điểm CCHC đang chạy tại ${address}`,
      '  Mở địa chỉ trên bằng trình duyệt. Nhấn Ctrl+C để dừng.',
      '',
      `  Bảng điểm CCHC is running at ${address}`,
      '  Open this address in a browser. Press Ctrl+C to stop.',
      '',
    ].join('\n'),
  );
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
