/**
 * The door by which Microsoft's client library reaches desktop Excel (`window.external`), served by the
 * stand-in. `installExcel` must run before office.js loads. Each window gets its own door; several may
 * open on one workbook.
 */
import type { BookModel, BookEvent, Source } from './bookModel';
import { printAddress } from './addresses';
import { recalculate } from './calculate';
import { HostFailure, HostObject } from './hostObject';
import { Interpreter } from './interpreter';
import { Workbook } from './objects/workbookObjects';
import type { BatchAnswer, BatchRequest } from './protocol';

/** Identifiers of the bridge's own calls and events. */
const richApiCall = 93;
const commandDone = 94;
const richApiEvent = 33;
const commandEvent = 39;
const selectionEvent = 2;
/** "A cell is being edited." */
const cellEditing = 5004;
/** Excel on the web refuses larger requests and answers. */
const payloadLimit = 5 * 1024 * 1024;

const eventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
} as const;

export interface ExcelOptions {
  book: BookModel;
  /** Declared requirement set of this Excel. */
  excelApi: string;
  uiLocale?: string;
}

export interface Trip {
  request: BatchRequest;
  answer: BatchAnswer;
  requestBytes: number;
  answerBytes: number;
}

export interface ExcelDoor {
  book: BookModel;
  interpreter: Interpreter;
  /** Every batch of the add-in's own (the library's start-up call left out), in order. */
  trips: Trip[];
  /** Presses a ribbon button bound to a function; resolves when the function reports completion. */
  pressButton(functionName: string): Promise<void>;
  /** The pane is closed: batches are executed but nobody hears the answer. */
  closed: boolean;
  /** The add-in has asked for its pane to be shown. */
  paneShown: boolean;
  /** Office's colours, as integers. Office tells nobody when they change. */
  theme: Record<string, number>;
}

type Callback = (answer: SafeArray) => void;
type EventHandler = (id: number, args: SafeArray) => void;
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}
const safeArray = (items: unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

/** The library reports here that it listens for ribbon buttons. */
class AddInService extends HostObject {
  NotifyActionHandlerReady() {
    return null;
  }
}

/** Shows and hides the pane of a shared runtime. */
class RuntimeService extends HostObject {
  constructor(private readonly door: () => ExcelDoor) {
    super();
  }
  SetAppRuntimeState(state: string) {
    this.door().paneShown = state === 'Visible';
    return null;
  }
}

export function installExcel(window: Window, options: ExcelOptions): ExcelDoor {
  const source: Source = { by: 'addIn', window };
  const interpreter = new Interpreter(new Workbook({ book: options.book, source }), {
    'Microsoft.InternalService.AddinInternalService': () => new AddInService(),
    'Microsoft.AppRuntime.AppRuntimeService': () => new RuntimeService(() => door),
  });
  const handlers = new Map<number, EventHandler>();
  const pressed = new Map<string, () => void>();
  const later = captureTimer(window);
  const door: ExcelDoor = {
    book: options.book,
    interpreter,
    trips: [],
    closed: false,
    paneShown: false,
    theme: lightTheme,
    pressButton: (name) =>
      new Promise((resolve, reject) => {
        const handler = handlers.get(commandEvent);
        if (!handler) return reject(new Error('no ribbon handler is registered'));
        const id = `command-${pressed.size + 1}`;
        pressed.set(id, resolve);
        later(() => handler(commandEvent, safeArray([id, name, '{"source":{"id":"ribbon"}}'])));
      }),
  };
  Object.assign(window.external, {
    GetHostInfo: () =>
      `Excel$Win32$16.01$${options.uiLocale ?? 'vi-VN'}$telemetry$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => excelContext(options, door),
    Execute(id: number, params: unknown[], callback: Callback) {
      later(() => {
        if (id === richApiCall) answerBatch(door, params, callback);
        else if (id === commandDone) {
          for (const done of pressed.values()) done();
          pressed.clear();
          callback(safeArray([0]));
        } else throw new Error(`the stand-in answers no call ${id}`);
      });
    },
    RegisterEvent(id: number, _target: string, handler: EventHandler, callback: Callback) {
      if (![richApiEvent, commandEvent, selectionEvent].includes(id))
        return later(() => callback(safeArray([5000])));
      handlers.set(id, handler);
      later(() => callback(safeArray([0])));
    },
    UnregisterEvent(id: number, _target: string, callback: Callback) {
      handlers.delete(id);
      later(() => callback(safeArray([0])));
    },
  });
  options.book.listeners.add((event) => {
    const handler = handlers.get(richApiEvent);
    if (!handler || door.closed) return;
    for (const message of messagesOf(event, window))
      later(() => handler(richApiEvent, safeArray([message])));
  });
  return door;
}

/** The window's own timer, taken before a test puts a fake one in its place. */
function captureTimer(window: Window): (work: () => void) => void {
  const { setTimeout } = window;
  return (work) => setTimeout.call(window, work, 0);
}

function answerBatch(door: ExcelDoor, params: unknown[], callback: Callback): void {
  const message = (Array.isArray(params[0]) ? params[0] : params) as unknown[];
  const text = String(message[4]);
  const request = JSON.parse(text) as BatchRequest;
  // The library sends this once, of its own accord, at a time that no test can choose.
  const startUp = Object.values(request.ObjectPaths).some((path) =>
    path.Name.startsWith('Microsoft.InternalService'),
  );
  if (door.book.editing && !startUp)
    return callback(safeArray([cellEditing, safeArray([cellEditing, '', ''])]));
  const requestBytes = utf8Bytes(text);
  let answer: BatchAnswer =
    requestBytes > payloadLimit
      ? refused('RequestPayloadSizeLimitExceeded')
      : calculated(door, request);
  let answerText = JSON.stringify(answer);
  let answerBytes = utf8Bytes(answerText);
  if (answerBytes > payloadLimit) {
    answer = refused('ResponsePayloadSizeLimitExceeded');
    answerText = JSON.stringify(answer);
    answerBytes = utf8Bytes(answerText);
  }
  if (!startUp) door.trips.push({ request, answer, requestBytes, answerBytes });
  if (!door.closed) callback(safeArray([0, safeArray([200, safeArray([]), answerText])]));
}

/** Excel calculates before it answers what comes after an edit; here, before each next batch. */
function calculated(door: ExcelDoor, request: BatchRequest): BatchAnswer {
  recalculate(door.book);
  const answer = door.interpreter.execute(request);
  recalculate(door.book);
  return answer;
}

function refused(code: HostFailure['code']): BatchAnswer {
  const failure = new HostFailure(code);
  return {
    Results: [],
    TraceIds: [],
    Error: {
      Code: code,
      Message: failure.message,
      HttpStatusCode: 400,
      Location: '',
      ActionIndex: -1,
    },
  };
}

/** As the bridge packs an event: [category, type, target, JSON, id, remote]. */
function messagesOf(event: BookEvent, window: Window): unknown[] {
  const worksheetId = event.sheet.id;
  const type = eventType[event.kind];
  const pack = (target: string, body: object) => [
    65_536,
    type,
    target,
    JSON.stringify(body),
    0,
    false,
  ];
  const toBoth = (body: object) => [pack(worksheetId, body), pack('Workbook', body)];
  switch (event.kind) {
    case 'changed':
      return toBoth({
        changeType: event.changeType,
        source: event.source.by === 'remote' ? 'Remote' : 'Local',
        worksheetId,
        address: event.address,
        shiftDirection: 'None',
        triggerSource:
          event.source.by === 'addIn' && event.source.window === window
            ? 'ThisLocalAddin'
            : 'Unknown',
      });
    case 'selection':
      return toBoth({ address: printAddress(event.area), worksheetId });
    case 'activated':
    case 'deactivated':
      return toBoth({ worksheetId });
    default:
      return [
        pack('Workbook', {
          worksheetId,
          source: event.source.by === 'remote' ? 'Remote' : 'Local',
        }),
      ];
  }
}

function excelContext(options: ExcelOptions, door: ExcelDoor): Record<string, () => unknown> {
  const settings = new Map<string, string>();
  const locale = options.uiLocale ?? 'vi-VN';
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'bang-diem-cchc',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => 'vi-VN',
    GetDocUrl: () => 'C:\\CCHC\\bang-diem.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => '00000000-0000-0000-0000-000000000001',
    GetInstanceId: () => '1',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: options.excelApi, SharedRuntime: '1.1' }),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetDialogRequirementMatrix: () => '',
    GetFeaturesForSolution: () => '',
    GetInitialDisplayMode: () => 0,
    GetHostCustomMessage: () => '',
    GetOfficeThemeInfo: () => JSON.stringify(door.theme),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        settings.clear();
        keys.forEach((key, i) => settings.set(key, values[i] ?? ''));
      },
    }),
  };
}

export const lightTheme = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xe6e6e6,
  controlForegroundColor: 0x262626,
};

export const darkTheme = {
  bodyBackgroundColor: 0x292929,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x3b3b3b,
  controlForegroundColor: 0xffffff,
};

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
