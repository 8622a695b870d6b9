/** Data validation of a range. Reading a range whose cells differ gives no rule, as in Excel. */
import { fail, HostObject } from '../hostObject';
import { cellsOf, keyOf, type Validation } from '../sheetModel';
import type { Range } from './range';

const types: Record<string, string> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const plain: Omit<Validation, 'type' | 'rule'> = {
  prompt: { showPrompt: true, title: '', message: '' },
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  ignoreBlanks: true,
};

export class DataValidation extends HostObject {
  constructor(private readonly range: Range) {
    super();
  }
  get Type(): string {
    const found = this.$distinct();
    if (found.length > 1) return found.includes('null') ? 'Inconsistent' : 'MixedCriteria';
    return this.$one()?.type ?? 'None';
  }
  get Rule(): unknown {
    return this.$one()?.rule ?? {};
  }
  set Rule(value) {
    const [kind, ...more] = Object.keys(value as object);
    const type = types[kind ?? ''];
    if (type === undefined || more.length > 0) fail('InvalidArgument', 'validation rule');
    const body = (value as Record<string, Record<string, unknown>>)[kind ?? ''] ?? {};
    const rule = { [kind ?? '']: Object.fromEntries(Object.entries(body).map(asStored)) };
    if (kind === 'list' && String(body['source']).length > 255)
      fail('InvalidArgument', 'a list over 255 characters');
    this.$write((before) => ({ ...plain, ...before, type: type ?? '', rule }));
  }
  get Prompt() {
    return this.$one()?.prompt ?? null;
  }
  set Prompt(value) {
    if (!value || value.title.length > 32 || value.message.length > 255)
      fail('InvalidArgument', 'prompt over 32 or 255 characters');
    this.$change({ prompt: { ...value } });
  }
  get ErrorAlert() {
    return this.$one()?.errorAlert ?? null;
  }
  set ErrorAlert(value) {
    if (!value || value.title.length > 32 || value.message.length > 255)
      fail('InvalidArgument', 'alert over 32 or 255 characters');
    this.$change({ errorAlert: { ...value } });
  }
  get IgnoreBlanks(): boolean {
    return this.$one()?.ignoreBlanks ?? true;
  }
  set IgnoreBlanks(value) {
    this.$change({ ignoreBlanks: value });
  }
  Clear() {
    this.$write(() => null);
    return null;
  }

  private $change(part: Partial<Validation>): void {
    this.$write((before) =>
      before ? { ...before, ...part } : fail('InvalidOperation', 'no rule to speak of'),
    );
  }
  private $write(next: (before: Validation | undefined) => Validation | null): void {
    this.range.$mayChange('format');
    const { validations } = this.range.$sheet;
    for (const [row, column] of cellsOf(this.range.$area)) {
      const value = next(validations.get(keyOf(row, column)));
      if (value) validations.set(keyOf(row, column), value);
      else validations.delete(keyOf(row, column));
    }
  }
  private $distinct(): string[] {
    const { validations } = this.range.$sheet;
    const found = new Set<Validation | undefined>();
    for (const [row, column] of cellsOf(this.range.$area))
      found.add(validations.get(keyOf(row, column)));
    return [...new Set([...found].map((one) => JSON.stringify(one ?? null)))];
  }
  private $one(): Validation | null {
    const found = this.$distinct();
    return found.length === 1 ? (JSON.parse(found[0] ?? 'null') as Validation | null) : null;
  }
}

/** Numbers come back as formulas: 2 → "=2". */
function asStored([name, value]: [string, unknown]): [string, unknown] {
  if (!/^formula/.test(name)) return [name, value];
  const text = String(value);
  return [name, text.startsWith('=') ? text : `=${text}`];
}
