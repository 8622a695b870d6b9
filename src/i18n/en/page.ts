/** Words of the page around grid and pane, in English; typed by the Vietnamese file. */
import type { page as vietnamese } from '../vi/page';

export const page: typeof vietnamese = {
  product: 'Bảng điểm CCHC',
  skip: 'Go to the task pane',
  saved: 'Saved',
  unsaved: 'Not saved',
  sample: 'Sample',
  sampleAbout:
    'The sample workbook that comes with the program, to try things out. For your own work use “Open” or “New” in the pane on the right.',
  newFile: 'bang-diem.xlsx',
  showTable: 'View as table',
  gridArea: 'Spreadsheet',
  paneArea: 'Task pane',
  splitter: 'Width of the task pane',
  dropHere: 'Drop an .xlsx file here to open it',
  retry: 'Try again',
  close: 'Close',
  loading: {
    title: 'Opening the spreadsheet…',
    steps: {
      program: 'Loading the spreadsheet program',
      file: 'Loading the sample workbook',
      reading: 'Reading the workbook',
      drawing: 'Showing it',
    },
    file: (name: string) => `Opening “${name}”…`,
    failedTitle: 'The spreadsheet could not be opened',
    failed:
      'The spreadsheet program could not be loaded from the server. Check the network, then choose “Try again”.',
  },
  restore: {
    offer: (name: string, when: string) => `There is an unsaved copy of “${name}” from ${when}.`,
    offerSample: (name: string, when: string) =>
      `There is an unsaved copy of the sample “${name}” from ${when} (the program's own sample, with edits).`,
    take: 'Restore',
    drop: 'Discard',
    failed: (name: string) =>
      `The unsaved copy of “${name}” could not be read again; the open workbook is as it was.`,
  },
  leave: {
    title: 'The workbook has unsaved changes',
    question: (name: string) =>
      `“${name}” has unsaved changes. Save them before opening another file, or drop them?`,
    save: 'Save, then open',
    drop: 'Drop the changes',
    stay: 'Stay',
  },
  stale: {
    text: 'The spreadsheet on this page could not be drawn again, so it shows what was there before and takes no entries for now. Your last change is in the workbook: “Save”, “Undo” and “View as table” work. The page will draw it by itself.',
    redraw: 'Draw it now',
  },
  refused:
    'On this page you can only enter and edit what is in cells. To format, or to add or delete sheets, save the file and use Excel.',
  locked: (cell: string) =>
    `Cell ${cell} is locked because the sheet is protected. Use the unlocked cells, or remove the protection in Excel.`,
  table: {
    title: (sheet: string) => `Sheet “${sheet}” as a table`,
    intro: 'The table is for reading. Choose a cell to go to it in the spreadsheet.',
    empty: 'This sheet is still empty.',
    goTo: (cell: string) => `Go to cell ${cell}`,
    back: 'Back to the spreadsheet',
    more: (shown: number, all: number) => `Only the first ${shown} of ${all} rows are shown.`,
  },
  cell: {
    announce: (cell: string, value: string) => `Cell ${cell}: ${value}`,
    blank: 'empty',
    formula: (value: string, formula: string) => `${value}, formula ${formula}`,
  },
};
