/** The workbook as data: its sheets in order, its names, what is active, what is protected, who listens. */
import type { Area } from './addresses';
import { fail } from './hostObject';
import { SheetModel } from './sheetModel';

export interface NameModel {
  name: string;
  formula: string;
  /** Sheet name, or null for the whole workbook. */
  scope: string | null;
}

export type BookEvent =
  | { kind: 'changed'; sheet: SheetModel; address: string; changeType: string; source: Source }
  | { kind: 'selection'; sheet: SheetModel; area: Area }
  | { kind: 'activated'; sheet: SheetModel }
  | { kind: 'deactivated'; sheet: SheetModel }
  | { kind: 'added'; sheet: SheetModel; source: Source }
  | { kind: 'deleted'; sheet: SheetModel; source: Source };

/** Who did it: an add-in by its window, the person at this machine, or someone else editing along. */
export type Source = { by: 'addIn'; window: object } | { by: 'person' } | { by: 'remote' };

export class BookModel {
  sheets: SheetModel[] = [];
  names: NameModel[] = [];
  active: SheetModel;
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  /** Selected besides, with Ctrl. */
  alsoSelected: Area[] = [];
  /** A chart or a picture is selected, and no cell. */
  shapeSelected = false;
  protected = false;
  /** What the add-in keeps in the file. */
  settings = new Map<string, unknown>();
  /** How this Excel shows numbers; what is typed is read as Vietnamese all the same. */
  decimal: ',' | '.' = ',';
  /** A cell is being typed into: Excel answers no batch. */
  editing = false;
  readonly listeners = new Set<(event: BookEvent) => void>();
  private made = 0;

  constructor(firstSheet = 'Sheet1') {
    this.active = this.newSheet(firstSheet);
  }

  emit(event: BookEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  find(name: string): SheetModel | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === name);
  }

  sheet(name: string): SheetModel {
    return this.find(name) ?? fail('ItemNotFound', name);
  }

  newSheet(name: string): SheetModel {
    if (name.length === 0 || name.length > 31 || /[\\/*?:[\]]/.test(name) || /^'|'$/.test(name))
      fail('InvalidArgument', `sheet name ${name}`);
    if (this.find(name)) fail('ItemAlreadyExists', name);
    this.made += 1;
    const id = `{00000000-0001-0000-${String(this.made).padStart(4, '0')}-000000000000}`;
    const sheet = new SheetModel(id, name);
    this.sheets.push(sheet);
    return sheet;
  }

  removeSheet(sheet: SheetModel): void {
    if (sheet.visibility === 'VeryHidden') fail('InvalidOperation', 'a very hidden sheet');
    const left = this.sheets.filter((other) => other !== sheet);
    if (!left.some((other) => other.visibility === 'Visible'))
      fail('InvalidOperation', 'the last visible sheet');
    const at = this.sheets.indexOf(sheet);
    this.sheets = left;
    this.names = this.names.filter((name) => name.scope !== sheet.name);
    if (this.active === sheet) {
      const next = [...left.slice(at), ...left.slice(0, at).reverse()];
      this.active = next.find((other) => other.visibility === 'Visible') ?? this.active;
    }
    const pointer = new RegExp(
      `(?<![\\p{L}\\p{N}_'])(?:'${escapeRegex(sheet.name.replace(/'/g, "''"))}'|${escapeRegex(sheet.name)})!\\$?[A-Z]+\\$?\\d+(?::\\$?[A-Z]+\\$?\\d+)?`,
      'giu',
    );
    for (const home of this.sheets)
      for (const [key, content] of home.contents)
        if (content.formula && pointer.test(content.formula))
          home.contents.set(key, {
            ...content,
            formula: content.formula.replace(pointer, '#REF!'),
          });
  }

  /** See `SheetModel.copy`. Nobody listens to the copy yet. */
  copy(): BookModel {
    const copy = new BookModel();
    copy.sheets = this.sheets.map((sheet) => sheet.copy());
    copy.names = this.names.map((name) => ({ ...name }));
    copy.active = copy.sheet(this.active.name);
    copy.selection = { ...this.selection };
    copy.alsoSelected = [...this.alsoSelected];
    copy.shapeSelected = this.shapeSelected;
    copy.protected = this.protected;
    copy.settings = new Map(this.settings);
    copy.decimal = this.decimal;
    copy.made = this.made;
    return copy;
  }

  /** See `SheetModel.dump`. */
  dump(): Record<string, unknown> {
    return {
      sheets: this.sheets.map((sheet) => sheet.dump()),
      names: this.names.map((name) => ({ ...name })),
      active: this.active.name,
      protected: this.protected,
      settings: Object.fromEntries(this.settings),
    };
  }
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
