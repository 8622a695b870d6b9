/** How the person's Excel writes numbers: her system's way, which need not be that of Office's language. */
import { hostErrorOf } from './officeErrors';

/** @throws HostError */
export async function readCulture(): Promise<{ decimal: ',' | '.' }> {
  const context = new Excel.RequestContext();
  const { numberFormat } = context.application.cultureInfo;
  numberFormat.load('numberDecimalSeparator');
  try {
    await context.sync();
  } catch (error) {
    throw hostErrorOf(error);
  }
  return { decimal: numberFormat.numberDecimalSeparator === '.' ? '.' : ',' };
}
