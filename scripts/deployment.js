/**
 * What a build for a host changes in the files that go out as they are: the manifest's addresses, where
 * the pane finds Excel's own library, and the headers that a web server must send. Plain JavaScript,
 * since webpack's configuration reads it.
 */
const fs = require('node:fs');
const path = require('node:path');

const developmentHost = 'https://localhost:3000/';
const microsoftHost = 'https://appsforoffice.microsoft.com';
const officeFolder = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));

/** @param host with a slash at the end; '' leaves the development server's addresses */
function manifestFor(manifest, host) {
  if (host === '') return manifest;
  if (!/^https:\/\//.test(host)) throw new Error(`the host must begin with https://, not ${host}`);
  return manifest
    .replaceAll(developmentHost, host)
    .replaceAll(developmentHost.slice(0, -1), new URL(host).origin);
}

/** The pane's page with a library of its own server, for networks that do not reach Microsoft's. */
function paneWithOwnOffice(page) {
  const own = page.replace(`${microsoftHost}/lib/1/hosted/office.js`, 'office/office.js');
  if (own === page) throw new Error('taskpane.html names no office.js');
  return own;
}

/** Excel on the web shows the pane in a frame of these. */
const frames = [
  "'self'",
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
];

/** Styles may be inline, since Fluent writes them at run time; scripts may not. */
function policy(intranet) {
  const office = intranet ? '' : ` ${microsoftHost}`;
  return [
    "default-src 'self'",
    `script-src 'self'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${office}`,
    "worker-src 'self' blob:",
    `frame-src 'self'${office}`,
    `frame-ancestors ${frames.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Of Microsoft's library, what Excel loads in the two languages; the rest is for other programs. */
function excelNeeds(file) {
  const [top = '', inner] = path.relative(officeFolder, file).split(path.sep);
  if (top === '') return true;
  if (inner !== undefined || !top.includes('.')) return /^(vi-vn|en-us)$/.test(top);
  return (
    /^(office|excel|o15apptofilemappingtable|telemetry)[\w.-]*\.js$/.test(top) &&
    !/debug|vsdoc/.test(top)
  );
}

/** For IIS, which most of these offices run: no-cache for pages, for ever for hashed files. */
function webConfig(intranet) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <add name="Content-Security-Policy" value="${policy(intranet)}" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${['scripts', 'styles', 'media', 'assets']
  .map(
    (folder) => `  <location path="${folder}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="${folder === 'assets' ? '1.00:00:00' : '365.00:00:00'}" />
      </staticContent>
    </system.webServer>
  </location>
  ${folder === 'scripts' ? bootUncached : ''}`,
  )
  .join('\n')}
</configuration>
`;
}

/** The one script whose name carries no hash. */
const bootUncached = `<location path="scripts/boot.js">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="DisableCache" />
      </staticContent>
    </system.webServer>
  </location>`;

/** Rewrites, once the build has written everything else, what depends on where it will stand. */
class Deployment {
  constructor({ host, intranet }) {
    this.host = host;
    this.intranet = intranet;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('Deployment', ({ outputOptions }) => {
      const at = (name) => path.join(outputOptions.path, name);
      const rewrite = (name, change) => {
        if (fs.existsSync(at(name)))
          fs.writeFileSync(at(name), change(fs.readFileSync(at(name), 'utf8')));
      };
      rewrite('manifest.xml', (text) => manifestFor(text, this.host));
      if (this.host !== '') fs.writeFileSync(at('web.config'), webConfig(this.intranet));
      if (!this.intranet) return;
      rewrite('taskpane.html', paneWithOwnOffice);
      fs.cpSync(officeFolder, at('office'), { recursive: true, filter: excelNeeds });
    });
  }
}

module.exports = { Deployment, manifestFor, paneWithOwnOffice, policy, webConfig };
