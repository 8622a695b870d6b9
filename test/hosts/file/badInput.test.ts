import { strToU8, zipSync, type Zippable } from 'fflate';
import { openWorkbookFile } from '../../../src/hosts/file/fileHost';
import { maxEntries, maxFileBytes } from '../../../src/hosts/file/zip';
import type { HostProblem } from '../../../src/workbook/host';
import { xlsx, xlsxEntries } from './xlsxParts';

const good = xlsx({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'] });

async function problemOf(bytes: Uint8Array): Promise<HostProblem | 'opened'> {
  try {
    await openWorkbookFile(bytes, 'tệp.xlsx');
    return 'opened';
  } catch (error) {
    expect(error).toMatchObject({ name: 'HostError' });
    const { problem, params } = error as { problem: HostProblem; params: Record<string, string> };
    expect(params['name']).toBe('tệp.xlsx');
    return problem;
  }
}

/** A compound file as old Office wrote it, with one name in its directory. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, index) => (bytes[2048 + 2 * index] = letter.charCodeAt(0)));
  return bytes;
}

const sheetOf = (body: string): Uint8Array => xlsx({ sheets: [body] });
const withPart = (path: string, content: Uint8Array): Uint8Array =>
  zipSync({ ...xlsxEntries({ sheets: ['<sheetData/>'] }), [path]: content });
const changed = (bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = bytes.slice();
  change(copy);
  return copy;
};

test('the file that the bad ones are made from is good', async () => {
  expect(await problemOf(good)).toBe('opened');
});

describe('not a workbook', () => {
  test.each<[string, Uint8Array, HostProblem]>([
    ['empty', new Uint8Array(), 'notXlsx'],
    ['comma-separated text', strToU8('STT,Điểm\n1,2\n'), 'notXlsx'],
    ['web page', strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'notXlsx'],
    ['PDF', strToU8('%PDF-1.7\n'), 'notXlsx'],
    ['any zip', zipSync({ 'a.txt': strToU8('x') }), 'notXlsx'],
    ['old Excel', compoundFile('Workbook'), 'oldXls'],
    ['older Excel', compoundFile('Book'), 'oldXls'],
    ['old Word', compoundFile('WordDocument'), 'notXlsx'],
    ['password-protected', compoundFile('EncryptedPackage'), 'encrypted'],
  ])('%s', async (_, bytes, expected) => {
    expect(await problemOf(bytes)).toBe(expected);
  });

  test('a Word document', async () => {
    const entries = xlsxEntries({ sheets: ['<sheetData/>'] });
    const types = new TextDecoder().decode(entries['[Content_Types].xml']);
    const word = types.replace(/spreadsheetml\.sheet\.main/, 'wordprocessingml.document.main');
    expect(await problemOf(zipSync({ ...entries, '[Content_Types].xml': strToU8(word) }))).toBe(
      'notXlsx',
    );
  });

  test('a zip that asks for a password', async () => {
    const bytes = changed(good, (copy) => {
      const at = copy.findIndex(
        (_, index) => copy[index] === 0x50 && copy[index + 1] === 0x4b && copy[index + 2] === 1,
      );
      copy[at + 8] = 1;
    });
    expect(await problemOf(bytes)).toBe('encrypted');
  });
});

describe('damaged', () => {
  test.each([0.2, 0.5, 0.9, 0.99])('cut off after %d of its length', async (share) => {
    expect(await problemOf(good.slice(0, Math.floor(good.length * share)))).toBe('damaged');
  });

  test('a changed byte is noticed even where it leaves good XML', async () => {
    const stored = zipSync(
      xlsxEntries({
        sheets: ['<sheetData><row r="1"><c r="A1"><v>1234</v></c></row></sheetData>'],
      }),
      { level: 0 },
    );
    const at = new TextDecoder('latin1').decode(stored).indexOf('1234');
    expect(await problemOf(stored)).toBe('opened');
    expect(await problemOf(changed(stored, (copy) => (copy[at] = 0x39)))).toBe('damaged');
  });

  test.each<[string, string]>([
    ['unclosed element', '<sheetData><row r="1">'],
    ['crossed elements', '<sheetData><row r="1"></sheetData></row>'],
    ['unquoted attribute', '<sheetData><row r=1/></sheetData>'],
    ['unknown entity', '<sheetData><row r="1"><c r="A1" t="str"><v>&x;</v></c></row></sheetData>'],
    ['row beyond the sheet', '<sheetData><row r="1048577"/></sheetData>'],
    ['column beyond the sheet', '<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'],
    ['nested too deep', `<sheetData/>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ])('%s', async (_, body) => {
    expect(await problemOf(sheetOf(body))).toBe('damaged');
  });

  test.each(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/_rels/workbook.xml.rels'])(
    '%s is missing',
    async (path) => {
      const entries: Zippable = xlsxEntries({ sheets: ['<sheetData/>'] });
      delete entries[path];
      expect(await problemOf(zipSync(entries))).toBe('damaged');
    },
  );

  test('a workbook without sheets', async () => {
    expect(await problemOf(xlsx({ sheets: [] }))).toBe('damaged');
  });
});

describe('entities do not expand', () => {
  test('a declaration of entities is refused, not read', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>' +
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;&c;</t></si></sst>';
    const entries = xlsxEntries({
      sheets: ['<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'],
      texts: '',
    });
    expect(await problemOf(zipSync({ ...entries, 'xl/sharedStrings.xml': strToU8(laughs) }))).toBe(
      'damaged',
    );
  });

  test('the five of XML and character numbers are read', async () => {
    const file = await openWorkbookFile(
      sheetOf(
        '<sheetData><row r="1"><c r="A1" t="str"><v>&lt;&amp;&gt;&quot;&apos;&#272;&#x111;</v></c></row></sheetData>',
      ),
      'a.xlsx',
    );
    expect((await file.read({ sheets: 'all' })).sheets[0]?.values).toEqual([['<&>"\'Đđ']]);
  });
});

describe('too much', () => {
  test('a file above the limit', async () => {
    await expect(
      openWorkbookFile(new Uint8Array(maxFileBytes + 1), 'a.xlsx'),
    ).rejects.toMatchObject({
      problem: 'tooLarge',
      params: { limit: '20 MB' },
    });
  });

  test('a part that inflates without end', async () => {
    const bomb = withPart('xl/media/image1.bin', new Uint8Array(16 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await problemOf(bomb)).toBe('zipBomb');
  });

  test('a bomb that says it is small', async () => {
    const bomb = withPart('xl/media/image1.bin', new Uint8Array(16 * 1024 * 1024));
    // Every declared inflated size, local and central, becomes 10 bytes.
    const lying = changed(bomb, (copy) => {
      const view = new DataView(copy.buffer);
      for (let at = 0; at + 46 < copy.length; at++) {
        const signature = view.getUint32(at, true);
        if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
        if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
      }
    });
    expect(await problemOf(lying)).toBe('zipBomb');
  });

  test('many parts that together are too large', async () => {
    const part = new Uint8Array(3 * 1024 * 1024);
    const entries: Zippable = xlsxEntries({ sheets: ['<sheetData/>'] });
    for (let index = 0; index < 90; index++)
      entries[`xl/media/${index}.bin`] = [part, { level: 1 }];
    expect(await problemOf(zipSync(entries))).toBe('zipBomb');
  }, 30_000);

  test('more entries than any workbook has', async () => {
    const entries: Zippable = {};
    for (let index = 0; index <= maxEntries; index++)
      entries[`${index}`] = [new Uint8Array(), { level: 0 }];
    expect(await problemOf(zipSync(entries))).toBe('zipBomb');
  });
});
