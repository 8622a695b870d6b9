/** The question before changes that are not saved would be dropped. Esc, like "stay", changes nothing. */
import type { PageWords } from './words';

export type UnsavedAnswer = 'save' | 'drop' | 'stay';

export function askUnsaved(name: string, { page: { leave } }: PageWords): Promise<UnsavedAnswer> {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const title = document.createElement('h2');
  title.id = 'ask-title';
  title.textContent = leave.title;
  const question = document.createElement('p');
  question.textContent = leave.question(name);
  const answers = document.createElement('div');
  answers.className = 'actions';
  dialog.append(title, question, answers);
  document.body.append(dialog);
  return new Promise<UnsavedAnswer>((resolve) => {
    const add = (answer: UnsavedAnswer, label: string) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      if (answer === 'save') button.className = 'main';
      button.addEventListener('click', () => dialog.close(answer));
      answers.append(button);
    };
    add('save', leave.save);
    add('drop', leave.drop);
    add('stay', leave.stay);
    dialog.addEventListener('close', () => {
      dialog.remove();
      const answer = dialog.returnValue;
      resolve(answer === 'save' || answer === 'drop' ? answer : 'stay');
    });
    dialog.showModal();
  });
}
