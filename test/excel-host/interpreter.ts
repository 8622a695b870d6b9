/**
 * Executes one batch against host objects: each path once, each action in order, stopping at the first
 * failure. It knows nothing of spreadsheets.
 */
import { fail, HostCollection, HostFailure, HostObject } from './hostObject';
import {
  ActionKind,
  type Action,
  type ArgumentInfo,
  type BatchAnswer,
  type BatchRequest,
  type ObjectPath,
  PathKind,
} from './protocol';

/** Called before each action; a failure it throws happens instead of the action. */
export type BeforeAction = (action: Action, index: number, batch: BatchRequest) => void;

export class Interpreter {
  private readonly references = new Map<string, HostObject>();
  private readonly referenceOf = new Map<HostObject, string>();
  /** Members that a batch asked for and the stand-in does not have. */
  readonly unknown: string[] = [];
  /** Failures that are the stand-in's own mistakes. */
  readonly broken: unknown[] = [];
  beforeAction: BeforeAction = () => undefined;

  constructor(
    private readonly root: HostObject,
    private readonly services: Record<string, () => HostObject>,
  ) {}

  execute(batch: BatchRequest): BatchAnswer {
    const run = new Run(this, batch);
    const answer: BatchAnswer = { Results: [], TraceIds: [] };
    for (const [index, action] of batch.Actions.entries()) {
      try {
        this.beforeAction(action, index, batch);
        const value = run.perform(action);
        if (action.ActionType === ActionKind.Trace) answer.TraceIds.push(action.Id);
        answer.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (error) {
        if (!(error instanceof HostFailure)) this.broken.push(error);
        const failure =
          error instanceof HostFailure ? error : new HostFailure('GeneralException', String(error));
        answer.Error = {
          Code: failure.code,
          Message: failure.message,
          HttpStatusCode: failure.httpStatus,
          Location: run.describe(action),
          ActionIndex: index,
        };
        return answer;
      }
    }
    return answer;
  }

  get $root(): HostObject {
    return this.root;
  }

  newObject(name: string): HostObject {
    const make = this.services[name];
    return make ? make() : this.missing(`new ${name}`);
  }

  keep(target: HostObject): void {
    if (this.referenceOf.has(target)) return;
    const id = `reference-${this.referenceOf.size + 1}`;
    this.referenceOf.set(target, id);
    this.references.set(id, target);
  }

  drop(ids: unknown): void {
    for (const id of Array.isArray(ids) ? ids : [ids]) this.references.delete(String(id));
  }

  referred(id: string): HostObject {
    return this.references.get(id) ?? fail('InvalidReference');
  }

  identityOf(target: HostObject | null): Record<string, string> | null {
    if (target === null) return null;
    const id = this.referenceOf.get(target);
    const kept = id !== undefined && this.references.has(id) ? { _ReferenceId: id } : {};
    return { ...kept, ...target.$identity() };
  }

  /** The member's name as written, whatever the case it was asked in. */
  memberName(target: HostObject, asked: string, kind: 'method' | 'property'): string {
    const members = membersOf(target);
    return (
      members.get(`${kind} ${asked.toLowerCase()}`) ??
      this.missing(`${target.constructor.name}.${asked}`)
    );
  }

  private missing(what: string): never {
    this.unknown.push(what);
    return fail('ApiNotFound', `the stand-in has no ${what}`);
  }
}

/** By class: "method getrange" → "GetRange". */
const membersByClass = new Map<object, Map<string, string>>();

function membersOf(target: HostObject): Map<string, string> {
  const own = Object.getPrototypeOf(target) as object;
  const known = membersByClass.get(own);
  if (known) return known;
  const members = new Map<string, string>();
  membersByClass.set(own, members);
  for (let proto = own; proto !== HostObject.prototype;) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (name.startsWith('$') || name === 'constructor') continue;
      const key = `${typeof member.value === 'function' ? 'method' : 'property'} ${name.toLowerCase()}`;
      if (!members.has(key)) members.set(key, name);
    }
    proto = Object.getPrototypeOf(proto) as object;
  }
  return members;
}

/** One batch under way. */
class Run {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly interpreter: Interpreter,
    private readonly batch: BatchRequest,
  ) {}

  perform(action: Action): unknown {
    const target = () => this.at(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionKind.Instantiate:
        return this.interpreter.identityOf(target());
      case ActionKind.Query: {
        const object = target();
        return object === null ? null : this.query(object, action.QueryInfo?.Select ?? []);
      }
      case ActionKind.Method: {
        const object = target();
        if (object === null) return { _IsNull: true };
        const result = this.call(object, action.Name, this.readArguments(action.ArgumentInfo));
        return result instanceof HostObject ? this.interpreter.identityOf(result) : result;
      }
      case ActionKind.SetProperty: {
        const object = target() ?? fail('InvalidOperation', `${action.Name} of a null object`);
        return this.set(object, action.Name, this.readArguments(action.ArgumentInfo)[0]);
      }
      case ActionKind.Update: {
        const object = target() ?? fail('InvalidOperation', 'update of a null object');
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          this.set(object, name, value);
        return null;
      }
      case ActionKind.Trace:
      case ActionKind.EnsureUnchanged:
        return null;
      default:
        return fail('ApiNotFound', `action type ${String(action.ActionType)}`);
    }
  }

  /** As in Excel's `debugInfo.errorLocation`: "Worksheet.getRange". */
  describe(action: Action): string {
    const path = this.batch.ObjectPaths[action.ObjectPathId];
    const owner =
      action.ActionType === ActionKind.Instantiate ? path?.ParentObjectPathId : action.ObjectPathId;
    const name = action.ActionType === ActionKind.Instantiate ? path?.Name : action.Name;
    const object = owner === undefined ? undefined : this.found.get(owner);
    return `${object?.constructor.name ?? ''}.${lowerFirst(name ?? '')}`;
  }

  private at(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id] ?? fail('InvalidArgument', `no path ${id}`);
    const value = this.resolve(path);
    this.found.set(id, value);
    return value;
  }

  private resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathKind.Global:
        return this.interpreter.$root;
      case PathKind.New:
        return this.interpreter.newObject(path.Name);
      case PathKind.Reference:
        return this.interpreter.referred(path.Name);
      case PathKind.Null:
        return null;
      default:
        break;
    }
    const parent = this.at(path.ParentObjectPathId ?? -1);
    if (parent === null) return null;
    let value: unknown;
    if (path.ObjectPathType === PathKind.Property)
      value = Reflect.get(parent, this.interpreter.memberName(parent, path.Name, 'property'));
    else {
      const name = path.ObjectPathType === PathKind.Indexer ? 'GetItem' : path.Name;
      value = this.call(parent, name, this.readArguments(path.ArgumentInfo));
    }
    if (value === null || value instanceof HostObject) return value;
    throw new Error(`${path.Name} did not give an object`);
  }

  private call(target: HostObject, name: string, args: unknown[]): unknown {
    if (name === '_KeepReference') return this.interpreter.keep(target);
    if (name === '_RemoveReference') return this.interpreter.drop(args[0]);
    const member = this.interpreter.memberName(target, name, 'method');
    return (Reflect.get(target, member) as (...values: unknown[]) => unknown).apply(target, args);
  }

  private set(target: HostObject, name: string, value: unknown): null {
    const member = this.interpreter.memberName(target, name, 'property');
    if (!Reflect.set(target, member, value)) fail('InvalidArgument', `${name} is read-only`);
    return null;
  }

  private readArguments(info: ArgumentInfo | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => {
      const id = ids?.[index];
      return typeof id === 'number' && id > 0 ? this.at(id) : this.readNested(value);
    });
  }

  /** Objects inside option objects stand as `{_ObjectPathId}`. */
  private readNested(value: unknown): unknown {
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
    const id = (value as { _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof id === 'number') return this.at(id);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, this.readNested(inner)]),
    );
  }

  private query(target: HostObject, select: string[]): unknown {
    if (select.length === 0)
      fail('ApiNotFound', `load of everything of ${target.constructor.name}`);
    if (target instanceof HostCollection) {
      const inner = select.map((path) => path.replace(/^items\//i, ''));
      return {
        ...this.interpreter.identityOf(target),
        _Items: target.$items().map((item) => this.pick(item, inner)),
      };
    }
    return this.pick(target, select);
  }

  private pick(target: HostObject, select: string[]): Record<string, unknown> {
    const answer: Record<string, unknown> = { ...this.interpreter.identityOf(target) };
    const nested = new Map<string, string[]>();
    for (const path of select) {
      const [head = '', ...rest] = path.split(/[/.]/);
      const name = this.interpreter.memberName(target, head, 'property');
      if (rest.length > 0) {
        nested.set(name, [...(nested.get(name) ?? []), rest.join('/')]);
        continue;
      }
      answer[name] = Reflect.get(target, name) ?? null;
    }
    for (const [name, inner] of nested) {
      const value: unknown = Reflect.get(target, name);
      answer[name] = value instanceof HostObject ? this.query(value, inner) : null;
    }
    return answer;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
