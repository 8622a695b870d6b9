/** The five steps, in any order, and the overview: one row that fits 320 pixels. */
import { HomeRegular } from '@fluentui/react-icons';
import { steps } from './state/paneState';
import { usePane } from './words';

export function StepStrip() {
  const { session, words, state } = usePane();
  const { pane } = words;
  return (
    <nav className="strip" aria-label={pane.steps}>
      <button
        type="button"
        className="strip-step strip-home"
        aria-current={state.view === 'start' ? 'page' : undefined}
        aria-label={pane.home}
        title={pane.home}
        onClick={() => session.show('start')}
      >
        <span className="strip-mark" aria-hidden="true">
          <HomeRegular />
        </span>
      </button>
      {steps.map((step, index) => (
        <button
          key={step}
          type="button"
          className="strip-step"
          aria-current={state.view === step ? 'page' : undefined}
          onClick={() => session.show(step)}
        >
          <span className="strip-mark">{index + 1}</span>
          <span className="strip-name">{pane.step[step].short}</span>
        </button>
      ))}
    </nav>
  );
}
