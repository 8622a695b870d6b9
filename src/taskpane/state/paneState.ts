/**
 * What the pane knows at one moment, as plain data: what was read, what was found, what waits for the
 * person's word, and what she has typed so far. Views only show it; `paneSession.ts` changes it.
 *
 * Rule: what a person typed lives here and not in a component, so no change of step can lose it.
 */
import type { Framework } from '../../domain/framework/framework';
import type { RuleDraft } from '../../domain/framework/ruleDraft';
import type { Severity } from '../../domain/findings/finding';
import type { AssignmentProposal } from '../../domain/remediation/assignment';
import type { CheckedFile } from '../../usecases/checkMany';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { ColumnChanges } from '../../usecases/chooseColumns';
import type { FrameworkImport } from '../../usecases/importFramework';
import type { NamingDraft } from '../../usecases/nameColumns';
import type { ExtraColumn } from '../../usecases/newSheet';
import type { Plan } from '../../usecases/plan';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import type { ReviewedFinding, ReviewState } from '../../usecases/review';
import type { HostProblem, OpenFile } from '../../workbook/host';

export const steps = ['load', 'check', 'deduct', 'assign', 'appendix'] as const;
export type Step = (typeof steps)[number];
/** Places beside the steps, reached from the overview. */
export const asides = ['compare', 'many'] as const;
type Aside = (typeof asides)[number];
export type View = 'start' | Step | Aside;

/** One thing at a time: while it runs, buttons that would start another are disabled. */
export type Work = 'reading' | 'applying' | 'undoing' | 'opening' | 'saving';

/** A change that was shown in words and waits for "Thực hiện" or "Thôi". */
export interface Pending {
  view: View;
  /** Names the change afterwards: "Tính điểm trừ". */
  label: string;
  plan: Plan;
  /** The workbook changed since the preview was first shown, so it was planned afresh. */
  replanned: boolean;
}

export type Notice =
  | { kind: 'done'; label: string }
  | { kind: 'undone'; label: string }
  | { kind: 'failed'; problem: HostProblem; params: Readonly<Record<string, string>> };

/** Undoing would lose these edits, made since; the person decides. */
interface UndoQuestion {
  label: string;
  edited: readonly { sheet: string; cell: string }[];
  /** False where rows or columns were moved since: undoing would hit other cells. */
  canForce: boolean;
}

interface LoadForm {
  /** Id of the chosen framework, built-in or her own. */
  framework: string | null;
  /** Frameworks she brought in this session. */
  own: readonly Framework[];
  /** A table of hers as it was understood, while she looks it through and mends it. */
  imported: FrameworkImport | null;
  /** Row of it that is open for mending. */
  mending: number | null;
  unit: string;
  period: string;
  rounds: 1 | 2;
  /** Further columns of the new sheet. */
  extras: readonly ExtraColumn[];
  /** Ceilings of bonus and penalty, as typed; "" for none. */
  bonus: string;
  penalty: string;
  leaveOutSurvey: boolean;
}

export const ruleGroups = ['all', 'set', 'proposed', 'none'] as const;

/** The rules of a framework, wherever they are shown. */
export interface RulesForm {
  /** The criterion that is open, see `criterionId`; null when none is. */
  open: string | null;
  /** Its rule as far as filled in; null while she only reads. */
  draft: RuleDraft | null;
  /** She meant to save it: now each field says what it lacks. */
  asked: boolean;
  /** Figures to try it with, as typed. */
  tried: string;
  showing: (typeof ruleGroups)[number];
}

export interface CheckForm {
  hidden: readonly Severity[];
  hiddenStates: readonly ReviewState[];
  groupBy: 'kind' | 'area' | 'unit';
  /** Held against: the framework that the workbook carries, one chosen here, or (null) none. */
  against: 'carried' | Framework | null;
  /** Where she is in the list, see `itemId`. */
  current: string | null;
  /** Why she accepts the finding she is at, as far as typed; null until she means to. */
  reason: string | null;
}

interface DeductForm {
  /** As typed: "79", "79,5". Null until she touches it. */
  base: string | null;
  liveFormulas: boolean;
}

/** Columns she gave another role, and has not saved yet, by table. */
interface ColumnsForm {
  changes: Readonly<Record<string, ColumnChanges>>;
  /** What she has pointed out so far on sheets that are not understood, by sheet. */
  naming: Readonly<Record<string, NamingDraft>>;
}

/** What the current table is compared with. */
export type CompareSource =
  | { kind: 'file'; name: string; reading: WorkbookReading; table: string }
  | { kind: 'table'; table: string }
  | { kind: 'rounds' };

export interface CompareForm {
  source: CompareSource | null;
  /** In words, when the file could not be used. */
  problem: string | null;
  /** The other one is the later one. */
  swapped: boolean;
}

interface ManyForm {
  files: readonly CheckedFile[];
  /** The files on the way; null when there are none, or she stopped them. */
  running: { total: number } | null;
}

export interface DraftAssignments {
  proposal: AssignmentProposal;
  /** She changed it: then another reading of the sheet does not replace it. */
  edited: boolean;
  /** The reading it was made from. */
  from: WorkbookReading;
}

interface AssignForm {
  /** By table; none until the step is first opened. */
  drafts: Readonly<Record<string, DraftAssignments>>;
  groupBy: 'unit' | 'criterion';
  /** Criteria that lost nothing are assigned as well. */
  withUndeducted: boolean;
}

interface AppendixForm {
  sign: 'negative' | 'positive';
  /** One line a paragraph; null takes the proposed one. */
  title: string | null;
}

export interface Forms {
  load: LoadForm;
  rules: RulesForm;
  check: CheckForm;
  deduct: DeductForm;
  assign: AssignForm;
  appendix: AppendixForm;
  columns: ColumnsForm;
  compare: CompareForm;
  many: ManyForm;
}

export interface PaneState {
  view: View;
  work: Work | null;
  reading: WorkbookReading | null;
  reports: readonly SheetReport[];
  /** Of each table, its findings with what she decided about them. */
  reviews: Readonly<Record<string, readonly ReviewedFinding[]>>;
  /** Id of the table that the steps speak of; null when none was recognised. */
  table: string | null;
  /** Edits were made since the last reading. */
  stale: boolean;
  /** Kiểm tra khi nhập: edits are followed by a reading of their own. */
  live: boolean;
  pending: Pending | null;
  notice: Notice | null;
  undoQuestion: UndoQuestion | null;
  /** Label of the change that Hoàn tác would take back; null when there is none. */
  lastChange: string | null;
  /** Only where the host keeps its own files. */
  file: OpenFile | null;
  forms: Forms;
}

const emptyForms: Forms = {
  load: {
    framework: null,
    own: [],
    imported: null,
    mending: null,
    unit: '',
    period: '',
    rounds: 1,
    extras: [],
    bonus: '',
    penalty: '',
    leaveOutSurvey: false,
  },
  rules: { open: null, draft: null, asked: false, tried: '', showing: 'all' },
  check: {
    hidden: [],
    hiddenStates: ['accepted'],
    groupBy: 'kind',
    against: 'carried',
    current: null,
    reason: null,
  },
  deduct: { base: null, liveFormulas: false },
  assign: { drafts: {}, groupBy: 'unit', withUndeducted: false },
  appendix: { sign: 'negative', title: null },
  columns: { changes: {}, naming: {} },
  compare: { source: null, problem: null, swapped: false },
  many: { files: [], running: null },
};

export const firstState: PaneState = {
  view: 'start',
  work: null,
  reading: null,
  reports: [],
  reviews: {},
  table: null,
  stale: false,
  live: true,
  pending: null,
  notice: null,
  undoQuestion: null,
  lastChange: null,
  file: null,
  forms: emptyForms,
};

/** Once another file was opened: nothing is kept that concerned the old one. */
export function forOtherFile({ load, check, appendix, many }: Forms): Partial<PaneState> {
  return {
    view: 'start',
    table: null,
    notice: null,
    undoQuestion: null,
    lastChange: null,
    forms: {
      ...emptyForms,
      load,
      many,
      check: { ...check, current: null, reason: null },
      appendix: { ...appendix, title: null },
    },
  };
}

/**
 * What stands alone is not put into the sample that nobody has touched: it begins a file of hers. Once she
 * has edited the sample, leaving it would cost her something, so it is her own choice.
 */
export function goesToNewFile({ pending, file }: PaneState): boolean {
  return pending?.plan.standsAlone === true && file?.origin === 'sample' && !file.unsaved;
}

/** The report of the table the steps speak of. */
export function currentReport(state: PaneState): SheetReport | null {
  return state.reports.find((report) => report.id === state.table) ?? null;
}

/** The findings of the table the steps speak of. */
export function currentReview(state: PaneState): readonly ReviewedFinding[] {
  return (state.table === null ? undefined : state.reviews[state.table]) ?? [];
}

/** How many are left to do there. */
export function countOpen(state: PaneState): number {
  return currentReview(state).filter((reviewed) => reviewed.state !== 'accepted').length;
}
