/** A framework of her own: a file of our JSON. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { readFrameworkJson, type FrameworkFileProblem } from '../../usecases/frameworks';
import { usePane } from '../words';

export function OwnFramework() {
  const { session, words, state } = usePane();
  const { load } = words.pane;
  const [problems, setProblems] = useState<readonly FrameworkFileProblem[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const reading = readFrameworkJson(await file.text());
    setProblems(reading.ok ? [] : reading.problems);
    if (!reading.ok) return;
    const { framework } = reading;
    const others = state.forms.load.own.filter(({ id }) => id !== framework.id);
    session.fill('load', { own: [framework, ...others], framework: framework.id });
  };
  return (
    <section className="fields" aria-labelledby="own-framework">
      <h3 id="own-framework">{load.own}</h3>
      <p className="quiet">{load.ownHint}</p>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{load.ownFile}</Button>
      {problems.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <strong>{load.ownFailed}</strong>
            <ul className="plain-list">
              {problems.map((problem, index) => (
                <li key={index}>{problem.code}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
