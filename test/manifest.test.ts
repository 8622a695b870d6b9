/**
 * The manifest against Office's rules. Microsoft's validator asks a web service, so it is no test; a
 * person can run it (`npm run manifest:validate`, docs/deployment.md). These are the rules by which it refuses.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { iconNames, iconSizes } from '../scripts/makeIcons';
import { highestSets } from '../scripts/requirementSet';
import { ribbonFunctions } from '../src/commands/ribbon';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element) element.text += part.trim();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [document] = top.children;
  if (!document) throw new Error('empty manifest');
  return document;
}

const manifest = parse(text);
const all = (from: Element): Element[] => [from, ...from.children.flatMap(all)];
const elements = all(manifest);
const named = (name: string) => elements.filter((element) => element.name === name);
const names = (element: Element | undefined) => element?.children.map((child) => child.name);

test('it is read by Microsoft’s own reader', () => {
  const reader = join(root, 'node_modules/office-addin-manifest/cli.js');
  const { status, stdout } = spawnSync(process.execPath, [reader, 'info', 'manifest.xml'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/Id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n/);
  expect(stdout).toMatch(/Name: Bảng điểm CCHC\n/);
  expect(stdout).toMatch(/Default Locale: vi-VN\n/);
  expect(stdout).toMatch(/Permissions: ReadWriteDocument\n/);
  expect(stdout).toMatch(/Type: TaskPaneApp\n/);
});

test('elements stand in the order that Office’s schema asks for', () => {
  expect(names(manifest)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
  expect(names(named('VersionOverrides')[0])).toEqual(['Requirements', 'Hosts', 'Resources']);
  expect(names(named('DesktopFormFactor')[0])).toEqual([
    'GetStarted',
    'FunctionFile',
    'ExtensionPoint',
  ]);
  expect(names(named('Resources')[0])).toEqual([
    'bt:Images',
    'bt:Urls',
    'bt:ShortStrings',
    'bt:LongStrings',
  ]);
  for (const control of named('Control'))
    expect(names(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
  expect(named('CustomTab')[0]?.children.at(-1)?.name).toBe('Label');
});

test('its version is the product’s', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(named('Version')[0]?.text).toBe(`${version}.0`);
});

test('the declared requirement sets are exactly the highest that the code uses', () => {
  const declared = [...named('Set'), ...named('bt:Set')].map(
    ({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`,
  );
  const used = highestSets().map(({ set, version }) => `${set} ${version}`);
  expect(declared.sort()).toEqual(used.sort());
  const [, minor] = /ExcelApi 1\.(\d+)/.exec(declared.join()) ?? [];
  expect(Number(minor)).toBeLessThanOrEqual(14);
});

test('nothing but the Excel host names Excel’s objects', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const naming = sources.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      /\bExcel\.(?:run|RequestContext|Range|Worksheet)/.test(
        readFileSync(join(root, 'src', file), 'utf8'),
      ),
  );
  expect(naming.length).toBeGreaterThan(0);
  for (const file of naming) expect(file).toMatch(/^hosts[\\/]excel[\\/]/);
});

test('every resource that is asked for exists, once, with a name of at most 32 characters', () => {
  const ids = elements
    .filter(({ name }) => ['bt:Image', 'bt:Url', 'bt:String'].includes(name))
    .map(({ attributes }) => attributes['id'])
    .filter((id) => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
  const asked = elements
    .map(({ attributes }) => attributes['resid'])
    .filter((id) => id !== undefined);
  expect([...new Set(asked)].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
});

test('texts keep to their lengths in both languages', () => {
  const lengths: Record<string, number> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
  for (const [group, limit] of Object.entries(lengths))
    for (const string of named(group)[0]?.children ?? []) {
      const [override] = string.children;
      expect(override?.attributes['Locale']).toBe('en-US');
      for (const words of [string.attributes['DefaultValue'], override?.attributes['Value']]) {
        expect(words?.length).toBeGreaterThan(0);
        expect(words?.length).toBeLessThanOrEqual(limit);
      }
    }
  expect(named('DisplayName')[0]?.attributes['DefaultValue']?.length).toBeLessThanOrEqual(125);
  expect(named('Description')[0]?.attributes['DefaultValue']?.length).toBeLessThanOrEqual(250);
});

test('every address is of one https host', () => {
  const addresses = [...text.matchAll(/"(\w+:\/\/[^"]+)"/g)].map(([, address = '']) => address);
  const own = addresses.filter((address) => !address.startsWith('http://schemas.microsoft.com'));
  const others = own.filter((address) => !address.startsWith('https://localhost:3000/'));
  expect(others).toEqual(['http://www.w3.org/2001/XMLSchema-instance']);
});

describe('icons', () => {
  const icon = (address: string | undefined) =>
    join(root, (address ?? '').replace('https://localhost:3000/', ''));
  const sizeOf = (file: string) => {
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };

  test('each that is named is a picture of the size it is named for', () => {
    for (const { attributes } of elements.filter(
      ({ name, attributes: given }) => name === 'bt:Image' && given['resid'] !== undefined,
    )) {
      const image = named('bt:Image').find((one) => one.attributes['id'] === attributes['resid']);
      const size = Number(attributes['size']);
      expect(sizeOf(icon(image?.attributes['DefaultValue']))).toEqual([size, size]);
    }
    expect(sizeOf(icon(named('IconUrl')[0]?.attributes['DefaultValue']))).toEqual([32, 32]);
    const high = named('HighResolutionIconUrl')[0]?.attributes['DefaultValue'];
    expect(sizeOf(icon(high))).toEqual([64, 64]);
  });

  test('each control has the three sizes that Office needs', () => {
    for (const { children } of named('Icon'))
      expect(children.map(({ attributes }) => attributes['size'])).toEqual(
        expect.arrayContaining(['16', '32', '80']),
      );
  });

  test('all are drawn at every size', () => {
    for (const name of iconNames)
      for (const size of iconSizes) {
        const file = join(root, 'assets/icons', `${name}-${size}.png`);
        expect(existsSync(file)).toBe(true);
        expect(sizeOf(file)).toEqual([size, size]);
      }
  });
});

test('the buttons call exactly the functions that the pane gives', () => {
  expect(named('FunctionName').map((element) => element.text)).toEqual(
    Object.keys(ribbonFunctions),
  );
});

test('the ribbon speaks Vietnamese by default', () => {
  const label = (id: string | undefined) =>
    named('bt:String').find(({ attributes }) => attributes['id'] === id)?.attributes[
      'DefaultValue'
    ];
  const buttons = named('Control').map((control) =>
    label(control.children[0]?.attributes['resid']),
  );
  expect(buttons).toEqual([
    'Mở ngăn',
    'Nạp khung',
    'Kiểm tra',
    'Tính điểm trừ',
    'Phân công',
    'Phụ lục',
    'Hoàn tác',
  ]);
  expect(label('Tab.Label')).toBe('CCHC');
});
