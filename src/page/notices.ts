/**
 * Sentences shown under the bar, with what can be done about them. A notice stays until the person has
 * chosen or closed it; one with the same key replaces the one before.
 */
export interface NoticeAction {
  label: string;
  act(): void;
}

export interface Notice {
  key: string;
  kind: 'problem' | 'question' | 'hint';
  text: string;
  actions?: NoticeAction[];
  /** Label of the button that only closes it; none when the person has to choose. */
  close?: string;
}

export class Notices {
  constructor(private readonly place: HTMLElement) {}

  show({ key, kind, text, actions = [], close }: Notice): void {
    const box = document.createElement('div');
    box.className = 'notice';
    box.dataset['key'] = key;
    box.dataset['kind'] = kind;
    box.setAttribute('role', kind === 'hint' ? 'status' : 'alert');
    const words = document.createElement('p');
    words.textContent = text;
    box.append(words);
    const all =
      close === undefined ? actions : [...actions, { label: close, act: () => undefined }];
    for (const { label, act } of all) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', () => {
        box.remove();
        act();
      });
      box.append(button);
    }
    this.close(key);
    this.place.append(box);
  }

  close(key: string): void {
    for (const box of this.place.querySelectorAll<HTMLElement>('.notice'))
      if (box.dataset['key'] === key) box.remove();
  }
}
