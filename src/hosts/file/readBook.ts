/**
 * Opens the bytes of a file someone sent. Rule: whatever is wrong with them becomes one HostError that
 * says what they are, and nothing half-read is returned.
 */
import { HostError, type HostProblem } from '../../workbook/host';
import type { Book, DefinedName, Sheet } from './book';
import { readSheet } from './readSheet';
import { ContentTypes, isKind, readRelations, type Relation } from './relations';
import { defaultStyles, readPalette } from './styleValues';
import { StyleTable } from './styles';
import { readSharedTexts, type SharedText } from './texts';
import {
  childElement,
  childElements,
  encodeXml,
  innerText,
  parseXml,
  XmlError,
  type XmlElement,
} from './xml';
import { maxFileBytes, readZip, ZipError } from './zip';

/** @throws HostError notXlsx, oldXls, encrypted, damaged, zipBomb, tooLarge */
export function readBook(bytes: Uint8Array, name: string): Book {
  if (bytes.length > maxFileBytes) throw new HostError('tooLarge', { limit: '20 MB', name });
  const other = recogniseOther(bytes);
  if (other) throw new HostError(other, { name });
  try {
    return readParts(readZip(bytes), name);
  } catch (error) {
    if (error instanceof ZipError) throw new HostError(error.problem, { name }, { cause: error });
    if (error instanceof XmlError) throw new HostError('damaged', { name }, { cause: error });
    throw error;
  }
}

/** What else people name .xlsx: by the first bytes, since names lie. */
function recogniseOther(bytes: Uint8Array): HostProblem | null {
  const starts = (...signature: number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return null;
  // A zip without entries, or one whose beginning was lost.
  if (starts(0x50, 0x4b)) return 'damaged';
  if (!starts(0xd0, 0xcf, 0x11, 0xe0)) return 'notXlsx';
  // Compound files name their streams in UTF-16; the directory may be anywhere.
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (text.includes('EncryptedPackage')) return 'encrypted';
  return text.includes('Workbook') || text.includes('Book') ? 'oldXls' : 'notXlsx';
}

function readParts(parts: Map<string, Uint8Array>, name: string): Book {
  const workbookPath = findWorkbook(parts, name);
  const need = (path: string): Uint8Array => {
    const found = parts.get(path);
    if (!found) throw new HostError('damaged', { name });
    return found;
  };
  const relations = readRelations(parts, workbookPath);
  const partOf = (kind: string): string | undefined =>
    relations.find((relation) => isKind(relation, kind))?.target;
  const textsPath = partOf('sharedStrings');
  const texts =
    textsPath !== undefined && parts.has(textsPath) ? readSharedTexts(need(textsPath)) : [];
  const stylesPath = partOf('styles');
  const root = parseXml(need(workbookPath));
  const styles =
    stylesPath !== undefined && parts.has(stylesPath)
      ? parseXml(need(stylesPath))
      : parseXml(encodeXml(defaultStyles(root.attributes['xmlns'] ?? '')));
  const themePath = partOf('theme');
  const theme = themePath !== undefined && parts.has(themePath) ? parseXml(need(themePath)) : null;
  const sheets = readSheets(root, relations, texts, need);
  if (sheets.length === 0) throw new HostError('damaged', { name });
  return {
    workbookPath,
    names: readNames(root, sheets),
    active: readActive(root, sheets),
    root: {
      ...root,
      children: root.children.filter(
        (node) => typeof node === 'string' || !['sheets', 'definedNames'].includes(node.name),
      ),
    },
    sheets,
    parts,
    styles: new StyleTable(styles, readPalette(theme, styles)),
    counter: { lastSheetId: Math.max(...sheets.map((sheet) => sheet.sheetId)) },
  };
}

function findWorkbook(parts: Map<string, Uint8Array>, name: string): string {
  const types = parts.get(ContentTypes.path);
  const path = readRelations(parts, '').find((relation) =>
    isKind(relation, 'officeDocument'),
  )?.target;
  if (!types || path === undefined) throw new HostError('notXlsx', { name });
  if (!/spreadsheetml.*main\+xml|ms-excel.*main\+xml/.test(new ContentTypes(types).of(path))) {
    throw new HostError('notXlsx', { name });
  }
  return path;
}

const states = { hidden: 'hidden', veryHidden: 'veryHidden' } as const;

function readSheets(
  root: XmlElement,
  relations: readonly Relation[],
  texts: readonly SharedText[],
  need: (path: string) => Uint8Array,
): Sheet[] {
  const list = childElement(root, 'sheets');
  return (list ? childElements(list, 'sheet') : []).map(({ attributes }) => {
    const { name = '', sheetId = '0', state, ...others } = attributes;
    const key = Object.keys(others).find((attribute) => attribute.endsWith(':id')) ?? '';
    const relation = relations.find((candidate) => candidate.id === others[key]);
    if (!relation) throw new XmlError(`sheet without a part: ${name}`);
    delete others[key];
    const isGrid = isKind(relation, 'worksheet');
    const content = isGrid
      ? readSheet(need(relation.target), texts)
      : { rows: new Map(), columns: [], root: parseXml(need(relation.target)) };
    return {
      name,
      sheetId: Number(sheetId),
      attributes: others,
      state: states[state as keyof typeof states] ?? 'visible',
      path: relation.target,
      isGrid,
      ...content,
    };
  });
}

function readNames(root: XmlElement, sheets: readonly Sheet[]): DefinedName[] {
  const list = childElement(root, 'definedNames');
  return (list ? childElements(list, 'definedName') : []).map((found) => {
    const { name = '', localSheetId, ...attributes } = found.attributes;
    const sheetId =
      localSheetId === undefined ? null : (sheets[Number(localSheetId)]?.sheetId ?? null);
    return { name, sheetId, attributes, text: innerText(found) };
  });
}

function readActive(root: XmlElement, sheets: readonly Sheet[]): number {
  const view = childElement(childElement(root, 'bookViews') ?? root, 'workbookView');
  const active = sheets[Number(view?.attributes['activeTab'] ?? 0)];
  const shown =
    active && active.state === 'visible'
      ? active
      : sheets.find((sheet) => sheet.state === 'visible');
  return (shown ?? sheets[0])?.sheetId ?? 0;
}
