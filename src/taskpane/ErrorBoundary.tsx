/**
 * The last net: when a view throws, the person reads what happened, that her sheet is untouched, and
 * what to do, with a detail to copy. It uses no component library, which may be what failed.
 */
import { Component, type ReactNode } from 'react';
import type { Words } from './words';

interface Props {
  words: Words;
  children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { detail: string | null }> {
  override state: { detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    const { crash, version } = this.props.words.pane;
    return (
      <div className="crash" role="alert">
        <h1>{crash.title}</h1>
        <p>{crash.text}</p>
        <button type="button" onClick={() => location.reload()}>
          {crash.reload}
        </button>
        <label>
          {crash.details}
          <textarea readOnly rows={6} value={`${version(PRODUCT_VERSION)}\n${detail}`} />
        </label>
      </div>
    );
  }
}
