/**
 * What a person may do in the grid: type, clear, fill, undo, move about, and make rows and columns
 * larger. Everything else that Univer knows (formats, merges, sheets, rules …) is refused, because it
 * would change the picture and not the file.
 *
 * Rule: the list names what is allowed, so that a command that a later Univer brings is refused until
 * someone has looked at it. And whatever writes values writes no formats: those belong to the file.
 */
import {
  CanceledError,
  CommandType,
  ICommandService,
  type ICellData,
  type Injector,
  type Nullable,
} from '@univerjs/presets';
import { SetRangeValuesMutation, SheetPasteShortKeyCommand } from '@univerjs/preset-sheets-core';
import type { Pasted } from './univerPaste';

const edits = [
  'set-range-values',
  'clear-selection-content',
  'auto-fill',
  'auto-clear-content',
  'refill',
  'copy-down',
  'copy-right',
  'delta-column-width',
  'delta-row-height',
];

const looks = [
  'select-range',
  'select-all',
  'expand-selection',
  'move-selection',
  'move-selection-enter-tab',
  'set-worksheet-activate',
  'scroll-to-cell',
  'scroll-view',
  'scroll-view-reset',
  'set-scroll-relative',
  'change-zoom-ratio',
  'set-zoom-ratio',
  'set-worksheet-row-count',
];

const allowed = new Set([...edits, ...looks].map((name) => `sheet.command.${name}`));
const guarded = /^(sheets?|sheets-formula|data-validation|formula)\.command\./;

export interface CommandAnswers {
  /** A person tried what is not allowed. */
  refused(): void;
  paste(pasted: Pasted): void;
}

export function guardCommands(injector: Injector, answers: CommandAnswers): void {
  injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id === SetRangeValuesMutation.id) {
      dropFormats((command.params as { cellValue?: CellMatrix }).cellValue);
      return;
    }
    if (command.type !== CommandType.COMMAND || !guarded.test(command.id)) return;
    if (allowed.has(command.id)) return;
    if (command.id === SheetPasteShortKeyCommand.id) answers.paste(command.params as Pasted);
    else answers.refused();
    throw new CanceledError();
  });
}

type CellMatrix = Record<number, Record<number, Nullable<ICellData>>>;

function dropFormats(cells: CellMatrix | undefined): void {
  for (const row of Object.values(cells ?? {}))
    for (const cell of Object.values(row ?? {})) if (cell) delete cell.s;
}
