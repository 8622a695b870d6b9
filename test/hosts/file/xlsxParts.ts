/** Builds .xlsx bytes from XML, so that each test shows the very file it is about. */
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageKinds = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface Parts {
  /** Inside `<worksheet>`; one text a sheet. */
  sheets: string[];
  names?: string[];
  /** Attributes of each `<sheet>`. */
  states?: string[];
  /** Inside `<workbook>` after the sheets. */
  workbook?: string;
  styles?: string;
  texts?: string;
  /** Relations of each sheet: `<Relationship …/>`. */
  relations?: string[];
  /** More parts, by path. */
  more?: Record<string, string | Uint8Array>;
  /** `<Override …/>` for them. */
  types?: string;
}

export function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/>`;
}

export function override(path: string, type: string): string {
  return `<Override PartName="${path}" ContentType="${type}"/>`;
}

export function xlsxEntries(parts: Parts): Record<string, Uint8Array> {
  const names = parts.names ?? parts.sheets.map((_, index) => `S${index + 1}`);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      '<Default Extension="png" ContentType="image/png"/>' +
      override('/xl/workbook.xml', `${types}.sheet.main+xml`) +
      parts.sheets
        .map((_, index) =>
          override(`/xl/worksheets/sheet${index + 1}.xml`, `${types}.worksheet+xml`),
        )
        .join('') +
      (parts.types ?? '') +
      '</Types>',
    '_rels/.rels': `<Relationships xmlns="${packageKinds}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${kinds}"><sheets>` +
      parts.sheets
        .map(
          (_, index) =>
            `<sheet name="${names[index] ?? ''}" sheetId="${index + 1}" ${parts.states?.[index] ?? ''} r:id="rId${index + 1}"/>`,
        )
        .join('') +
      `</sheets>${parts.workbook ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packageKinds}">` +
      parts.sheets
        .map((_, index) =>
          relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
        )
        .join('') +
      (parts.styles === undefined ? '' : relation('rId90', 'styles', 'styles.xml')) +
      (parts.texts === undefined ? '' : relation('rId91', 'sharedStrings', 'sharedStrings.xml')) +
      '</Relationships>',
    ...parts.more,
  };
  if (parts.styles !== undefined)
    files['xl/styles.xml'] = `<styleSheet xmlns="${main}">${parts.styles}</styleSheet>`;
  if (parts.texts !== undefined)
    files['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${parts.texts}</sst>`;
  parts.sheets.forEach((body, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}" xmlns:r="${kinds}">${body}</worksheet>`;
    const own = parts.relations?.[index];
    if (own !== undefined) {
      files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] =
        `<Relationships xmlns="${packageKinds}">${own}</Relationships>`;
    }
  });
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
}

export function xlsx(parts: Parts): Uint8Array {
  return zipSync(xlsxEntries(parts));
}
