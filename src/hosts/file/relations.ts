/** How the parts of a package point at each other, and which kind each part is. */
import { childElements, element, encodeXml, elementText, parseXml, writeXml } from './xml';

export interface Relation {
  id: string;
  type: string;
  /** A path from the root of the package; a web address when `external`. */
  target: string;
  external: boolean;
}

export const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The relations of a part ("" for the package itself). @throws XmlError */
export function readRelations(parts: ReadonlyMap<string, Uint8Array>, path: string): Relation[] {
  const bytes = parts.get(relationsPath(path));
  if (!bytes) return [];
  return childElements(parseXml(bytes), 'Relationship').map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      target: external ? target : resolvePath(path, target),
      external,
    };
  });
}

export function writeRelations(relations: readonly Relation[]): Uint8Array {
  const children = relations.map(({ id, type, target, external }) =>
    element('Relationship', {
      Id: id,
      Type: type,
      Target: external ? target : `/${target}`,
      ...(external ? { TargetMode: 'External' } : {}),
    }),
  );
  return encodeXml(elementText(element('Relationships', { xmlns: packageRelations }, children)));
}

/** By the last word of the type, since the strict and the usual format name it differently. */
export function isKind(relation: Relation, kind: string): boolean {
  return relation.type.endsWith(`/${kind}`);
}

/** Files of the strict format name relations in words of their own; one file does not mix both. */
export function relationVocabulary(ofWorkbook: readonly Relation[]): string {
  const sheet = ofWorkbook.find((relation) => isKind(relation, 'worksheet'));
  return sheet ? sheet.type.slice(0, sheet.type.lastIndexOf('/')) : relationTypes;
}

/** An id that none of them has. */
export function freeRelationId(relations: readonly Relation[]): string {
  let number = relations.length + 1;
  while (relations.some((relation) => relation.id === `rId${number}`)) number++;
  return `rId${number}`;
}

export function relationsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

function resolvePath(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Path → content type, as `[Content_Types].xml` says. */
export class ContentTypes {
  private readonly defaults = new Map<string, string>();
  private readonly overrides = new Map<string, string>();
  static readonly path = '[Content_Types].xml';

  /** @throws XmlError */
  constructor(bytes: Uint8Array) {
    for (const { name, attributes } of childElements(parseXml(bytes))) {
      const type = attributes['ContentType'] ?? '';
      if (name === 'Default')
        this.defaults.set((attributes['Extension'] ?? '').toLowerCase(), type);
      else if (name === 'Override')
        this.overrides.set((attributes['PartName'] ?? '').replace(/^\//, ''), type);
    }
  }

  of(path: string): string {
    return (
      this.overrides.get(path) ??
      this.defaults.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ??
      ''
    );
  }

  /** For the parts that are there; `more` adds and replaces. */
  toXml(paths: Iterable<string>, more: ReadonlyMap<string, string>): Uint8Array {
    const present = new Set(paths);
    const overrides = [...this.overrides, ...more].filter(([path]) => present.has(path));
    return writeXml(
      element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
        ...[...this.defaults].map(([extension, type]) =>
          element('Default', { Extension: extension, ContentType: type }),
        ),
        ...[...new Map(overrides)].map(([path, type]) =>
          element('Override', { PartName: `/${path}`, ContentType: type }),
        ),
      ]),
    );
  }
}
