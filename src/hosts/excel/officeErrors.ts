/** Office.js errors as the host's own: one code each, so that one sentence can tell the person. */
import { HostError, isHostError } from '../../workbook/host';

/** The largest payload Excel takes, in words for the person. */
export const payloadLimit = '5 MB';

/**
 * @param sheet the sheet that was being worked on, if one can be named
 * @param structure true where sheets are added or deleted: then a refusal concerns the workbook
 */
export function hostErrorOf(
  error: unknown,
  context: { sheet?: string; structure?: boolean } = {},
): HostError {
  if (isHostError(error)) return error;
  const sheet = { sheet: context.sheet ?? '?' };
  const cause = { cause: error };
  switch (codeOf(error)) {
    case 'InvalidOperationInCellEditMode':
      return new HostError('cellEditing', {}, cause);
    case 'ItemNotFound':
      return new HostError('sheetGone', sheet, cause);
    case 'ItemAlreadyExists':
      return new HostError('sheetExists', sheet, cause);
    case 'AccessDenied':
      return context.structure
        ? new HostError('workbookProtected', {}, cause)
        : new HostError('sheetProtected', sheet, cause);
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
      return new HostError('tooLarge', { limit: payloadLimit }, cause);
    case 'ApiNotFound':
      return new HostError('tooOld', {}, cause);
    default:
      return new HostError('unexpected', { detail: detailOf(error) }, cause);
  }
}

export function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}

export function tooLargeForOneTrip(error: unknown): boolean {
  return /PayloadSizeLimitExceeded$/.test(codeOf(error) ?? '');
}

/** How many steps of a batch were carried out before it stopped: each leaves its number as a trace. */
export function lastTrace(error: unknown): number {
  const traces = (error as { traceMessages?: unknown } | null)?.traceMessages;
  if (!Array.isArray(traces)) return -1;
  return Math.max(-1, ...traces.map(Number).filter(Number.isInteger));
}

/** Code and place of the failure, for whoever is asked about it. */
export function detailOf(error: unknown): string {
  const place = (error as { debugInfo?: { errorLocation?: string } } | null)?.debugInfo
    ?.errorLocation;
  const parts = [codeOf(error), place, codeOf(error) ? null : String(error)];
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ');
}
