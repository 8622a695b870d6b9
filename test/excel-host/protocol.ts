/**
 * The batches that Microsoft's client library sends, as data. A batch is a list of actions over object
 * paths; the answer gives one value for each action, or says at which action it stopped. Excel does
 * not take back what the actions before it did: neither does the stand-in.
 */

export enum PathKind {
  Global = 1,
  New = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
  Null = 7,
}

export enum ActionKind {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
  EnsureUnchanged = 8,
  Update = 9,
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** At the same index, the path that stands for the argument. */
  ReferencedObjectPathIds?: (number | number[] | null)[];
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: PathKind;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  Id: number;
  ActionType: ActionKind;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Skip?: number; Top?: number };
  ObjectState?: Record<string, unknown>;
}

export interface BatchRequest {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface BatchAnswer {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: {
    Code: string;
    Message: string;
    HttpStatusCode: number;
    Location: string;
    ActionIndex: number;
  };
}
