/** A new workbook: one empty sheet, in the font and measures of any new workbook. */
import { readBook } from './readBook';
import type { Book } from './book';
import { defaultStyles } from './styleValues';
import { encodeXml } from './xml';
import { writeZip } from './zip';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Name of the sheet in a new workbook, as Excel names it in every language of these offices. */
export const firstSheetName = 'Sheet1';

const parts: Record<string, string> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${main}" xmlns:r="${kinds}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets><sheet name="${firstSheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${kinds}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${kinds}"><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>`,
  'xl/styles.xml': defaultStyles(main),
};

export function emptyBook(name: string): Book {
  return readBook(
    writeZip(Object.entries(parts).map(([path, text]) => [path, encodeXml(text)])),
    name,
  );
}
