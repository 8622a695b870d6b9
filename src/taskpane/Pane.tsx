/**
 * The pane: header, the steps, and the step at hand. A preview stands in the place of the step's form,
 * which stays as it was behind it.
 */
import { useEffect, useRef, type RefObject } from 'react';
import type { Capabilities } from '../workbook/host';
import { Header } from './Header';
import { Notices } from './Notices';
import { PlanPreview } from './PlanPreview';
import { StepStrip } from './StepStrip';
import { StepView } from './StepView';
import { countOpen, currentReport, type PaneState, type View } from './state/paneState';
import { usePane, type Words } from './words';

export function Pane({ capabilities }: { capabilities: Capabilities }) {
  const { words, state } = usePane();
  const { view, pending, work } = state;
  const content = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnMove(view, heading, content);
  const shown = pending?.view === view ? pending : null;
  return (
    <div className="pane">
      <Header />
      <StepStrip />
      <div className={work === null ? 'progress' : 'progress progress-on'} aria-hidden="true" />
      <main
        ref={content}
        className="content"
        aria-label={words.pane.mainRegion}
        aria-busy={work !== null}
      >
        <h2 ref={heading} tabIndex={-1}>
          {titleOf(view, state, words)}
        </h2>
        <Notices />
        {shown && <PlanPreview key={shown.label} pending={shown} lacks={capabilities.lacks} />}
        <div className="step" hidden={shown !== null}>
          <StepView view={view} />
        </div>
      </main>
    </div>
  );
}

function titleOf(view: View, state: PaneState, words: Words): string {
  if (view === 'start') return startTitle(state, words);
  const { step, aside } = words.pane;
  return view === 'compare' || view === 'many' ? aside[view].title : step[view].title;
}

/** The heading of the overview: what the sheet is, in one line. */
function startTitle(state: PaneState, words: Words): string {
  const report = currentReport(state);
  if (report) return words.pane.start.tableTitle(report.summary.leaves, countOpen(state));
  return state.reading ? words.pane.start.emptyTitle : words.pane.product;
}

/** Another step begins at its heading, at the top; the first view does not take the focus. */
function useFocusOnMove(
  view: View,
  heading: RefObject<HTMLHeadingElement>,
  content: RefObject<HTMLElement>,
) {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (content.current) content.current.scrollTop = 0;
    heading.current?.focus();
  }, [view, heading, content]);
}
