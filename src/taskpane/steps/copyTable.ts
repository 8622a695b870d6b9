/**
 * The clipboard from inside a frame: `navigator.clipboard` is refused there, but a copy command with a
 * listener of our own is not, and it can give both HTML (for Word) and text.
 */

/** @returns false when the browser refused; the caller then lets the person copy by hand */
export function copyTable({ html, text }: { html: string; text: string }): boolean {
  return copy({ 'text/html': html, 'text/plain': text });
}

/** Plain text alone. @returns as `copyTable` */
export function copyText(text: string): boolean {
  return copy({ 'text/plain': text });
}

function copy(kinds: Readonly<Record<string, string>>): boolean {
  let given = false;
  const give = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopPropagation();
    for (const [kind, data] of Object.entries(kinds)) event.clipboardData.setData(kind, data);
    given = true;
  };
  document.addEventListener('copy', give, true);
  try {
    return document.execCommand('copy') && given;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', give, true);
  }
}

/** Marks a node as if the person had dragged over it, so that Ctrl+C takes it. */
export function selectNode(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
