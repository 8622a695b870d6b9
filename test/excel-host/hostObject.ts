/**
 * What the interpreter may touch. Members of a host object carry the names that travel on the wire
 * ("Values", "GetRange"); fields that are the stand-in's own begin with "$" or are private, and cannot
 * be reached from a batch. A member that is not there is a failure that names it, never a blank.
 */

export type FailureCode =
  | 'ItemNotFound'
  | 'InvalidArgument'
  | 'ApiNotFound'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'AccessDenied'
  | 'InvalidOperation'
  | 'ItemAlreadyExists'
  | 'GeneralException'
  | 'RequestAborted'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

/** Microsoft's words for each code. */
const messages: Record<FailureCode, string> = {
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  AccessDenied: 'You cannot perform the requested operation.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  ItemAlreadyExists: 'The resource being created already exists.',
  GeneralException: 'There was an internal error while processing the request.',
  RequestAborted: 'The request was aborted during run time.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
};

export class HostFailure extends Error {
  constructor(
    readonly code: FailureCode,
    detail?: string,
  ) {
    super(detail ? `${messages[code]} [${detail}]` : messages[code]);
  }

  get httpStatus(): number {
    if (this.code === 'ItemNotFound' || this.code === 'ApiNotFound') return 404;
    return this.code === 'AccessDenied' ? 403 : 400;
  }
}

/** Stops a batch the way Excel does. */
export function fail(code: FailureCode, detail?: string): never {
  throw new HostFailure(code, detail);
}

export class HostObject {
  /** What "instantiate" answers, so that the library can find the object again. */
  $identity(): Record<string, string> {
    return {};
  }
}

export class HostCollection extends HostObject {
  $items(): HostObject[] {
    return [];
  }
}
