/** The line that covers the grid while it is being loaded, and says so when that fails. */

export interface ProgressParts {
  box: HTMLElement;
  title: HTMLElement;
  bar: HTMLProgressElement;
  step: HTMLElement;
}

export class Progress {
  #button: HTMLButtonElement | null = null;

  constructor(private readonly parts: ProgressParts) {}

  start(title: string, steps: number): void {
    const { box, bar } = this.parts;
    this.#button?.remove();
    this.#button = null;
    box.hidden = false;
    delete box.dataset['kind'];
    this.parts.title.textContent = title;
    bar.hidden = false;
    bar.max = steps;
    bar.value = 0;
    this.parts.step.textContent = '';
  }

  /** @param done how many steps are behind; a whole number up to that of `start` */
  step(done: number, text: string): void {
    this.parts.bar.value = done;
    this.parts.step.textContent = text;
  }

  end(): void {
    this.parts.box.hidden = true;
  }

  fail(title: string, text: string, retry: string, act: () => void): void {
    const { box, bar, step } = this.parts;
    box.dataset['kind'] = 'problem';
    this.parts.title.textContent = title;
    bar.hidden = true;
    step.textContent = text;
    this.#button = document.createElement('button');
    this.#button.type = 'button';
    this.#button.className = 'main';
    this.#button.textContent = retry;
    this.#button.addEventListener('click', act);
    box.append(this.#button);
    this.#button.focus();
  }
}

/** Lets the browser paint what was said before work that holds it. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
