/** The settings of a workbook. */
import type { BookModel } from '../bookModel';
import { fail, HostObject } from '../hostObject';

/** What an add-in keeps in the file beside the sheets; a protected structure does not concern it. */
export class SettingCollection extends HostObject {
  constructor(private readonly book: BookModel) {
    super();
  }
  Add(key: unknown, value: unknown) {
    if (typeof key !== 'string' || key === '') fail('InvalidArgument', 'the key of a setting');
    this.book.settings.set(String(key), value);
    return new Setting(this.book, String(key));
  }
  GetItem(key: unknown) {
    return this.GetItemOrNullObject(key) ?? fail('ItemNotFound', String(key));
  }
  GetItemOrNullObject(key: unknown) {
    return this.book.settings.has(String(key)) ? new Setting(this.book, String(key)) : null;
  }
}

class Setting extends HostObject {
  constructor(
    private readonly book: BookModel,
    private readonly key: string,
  ) {
    super();
  }
  get Key() {
    return this.key;
  }
  get Value() {
    return this.book.settings.get(this.key);
  }
  Delete() {
    this.book.settings.delete(this.key);
    return null;
  }
}
