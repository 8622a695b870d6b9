/** A build for a host: every address is that host's, and the headers let Office in and nobody else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { manifestFor, paneWithOwnOffice, policy, webConfig } from '../../scripts/deployment';

const root = join(__dirname, '../..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');

test('the manifest names the host everywhere', () => {
  const made = manifestFor(manifest, 'https://addin.example.gov.vn/cchc/');
  expect(made).not.toContain('localhost');
  expect(made).toContain('DefaultValue="https://addin.example.gov.vn/cchc/taskpane.html"');
  expect(made).toContain('<AppDomain>https://addin.example.gov.vn</AppDomain>');
  expect(made.length - made.replaceAll('addin.example.gov.vn', '').length).toBeGreaterThan(600);
});

test('without a host it stays as it is; a host without https is refused', () => {
  expect(manifestFor(manifest, '')).toBe(manifest);
  expect(() => manifestFor(manifest, 'http://addin.example.gov.vn/')).toThrow('https://');
});

test('an intranet build takes Excel’s library from its own server', () => {
  const page = readFileSync(join(root, 'src/taskpane/taskpane.html'), 'utf8');
  const own = paneWithOwnOffice(page);
  expect(own).toContain('content="office/office.js"');
  expect(own).not.toContain('appsforoffice');
  expect(() => paneWithOwnOffice(own)).toThrow('names no office.js');
});

test('the policy lets Microsoft’s library in only where it is used, and Office frame the pane', () => {
  expect(policy(false)).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policy(true)).toContain("script-src 'self';");
  for (const rule of [policy(false), policy(true)]) {
    expect(rule).toContain('https://*.officeapps.live.com');
    expect(rule).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*;/);
  }
});

test('the settings for IIS are well-formed, and keep pages out of caches', () => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(webConfig(true)).close();
  expect(webConfig(false)).toMatch(/DisableCache[\s\S]*365\.00:00:00/);
});
