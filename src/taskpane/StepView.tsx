/**
 * The step at hand. Where its code does not come, the person reads why, may try again, and is told before
 * she opens the pane anew that what she did can no longer be undone by it then.
 */
import { Component, Suspense, type ReactNode } from 'react';
import type { View } from './state/paneState';
import { forgetStep, isChunkMissing, stepOf } from './stepCode';
import { usePane } from './words';

export function StepView({ view }: { view: View }) {
  const { words } = usePane();
  return (
    <MissingCode key={view} view={view}>
      <Suspense fallback={<p className="quiet">{words.pane.opening}</p>}>
        <Step view={view} />
      </Suspense>
    </MissingCode>
  );
}

function Step({ view }: { view: View }) {
  const Content = stepOf(view);
  return <Content />;
}

class MissingCode extends Component<{ view: View; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // Anything else is for the last net.
    if (!isChunkMissing(error)) throw error;
    const tryAgain = () => {
      forgetStep(this.props.view);
      this.setState({ error: null });
    };
    return <Explanation tryAgain={tryAgain} />;
  }
}

function Explanation({ tryAgain }: { tryAgain: () => void }) {
  const { words, state } = usePane();
  const { missing, crash } = words.pane;
  return (
    <div className="missing" role="alert">
      <p>{missing.text}</p>
      {state.lastChange !== null && <p>{missing.undo(state.lastChange)}</p>}
      <button type="button" onClick={tryAgain}>
        {missing.retry}
      </button>{' '}
      <button type="button" onClick={() => location.reload()}>
        {crash.reload}
      </button>
    </div>
  );
}
