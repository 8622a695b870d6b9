/**
 * What a person reads when the pane does not come to stand: one sentence for each reason, and where the
 * reason is an old program, a link to the page that needs no Excel.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://addin.example.gov.vn/taskpane.html"}
 */
import { readFileSync } from 'node:fs';

const boot = readFileSync('src/taskpane/boot.js', 'utf8');
const page = readFileSync('src/taskpane/taskpane.html', 'utf8');
const library = /name="office-js" content="([^"]+)"/.exec(page)?.[1] ?? '';
const listeners: [string, EventListener, unknown][] = [];

function open({ old = false, query = '' } = {}): void {
  history.replaceState(null, '', `/taskpane.html${query}`);
  document.head.innerHTML = `<meta name="office-js" content="${library}">`;
  document.body.innerHTML = '<div id="root"><p id="opening">Đang mở…</p></div>';
  const add = jest.spyOn(window, 'addEventListener').mockImplementation((type, listener) => {
    listeners.push([type, listener as EventListener, true]);
    EventTarget.prototype.addEventListener.call(window, type, listener, true);
  });
  const fromEntries = Object.fromEntries.bind(Object);
  if (old) Object.assign(Object, { fromEntries: undefined });
  // As a script of the page: the global scope, and nothing of the test's own.
  new Function(boot)();
  Object.assign(Object, { fromEntries });
  add.mockRestore();
}
afterEach(() => {
  for (const [type, listener] of listeners.splice(0))
    window.removeEventListener(type, listener, true);
});

/** A script of this address does not come. */
function fails(address: string): void {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = address;
  document.head.append(script);
  script.dispatchEvent(new Event('error'));
}
/** A script of this address throws while it begins, or cannot be parsed. */
function breaks(address: string): void {
  const error = new SyntaxError('Unexpected token');
  window.dispatchEvent(new ErrorEvent('error', { error, filename: address }));
}
const said = () => document.getElementById('opening')?.textContent;
const link = () => document.querySelector<HTMLAnchorElement>('a#web-page');
const own = 'https://addin.example.gov.vn/scripts/taskpane.0123456789.js';
const part = library.replace(/office\.js$/, 'excel-win32-16.01.js');

test('an Excel that is too old is told, with a link to the page beside', () => {
  open({ old: true });
  expect(said()).toContain('quá cũ');
  expect(link()?.href).toBe('https://addin.example.gov.vn/index.html');
  expect(link()?.target).toBe('_blank');
});

test.each([
  ['Office’s library', library, 'thư viện Office'],
  ['a further part of it', part, 'thư viện Office'],
  ['our program', own, 'Không tải được chương trình'],
])('%s does not come', (_, address, words) => {
  open();
  fails(address);
  expect(said()).toContain(words);
  expect(link()).toBeNull();
});

test('a program that comes and cannot be read is told as such, with the link', () => {
  open();
  breaks(own);
  expect(said()).toContain('không chạy được');
  expect(link()).not.toBeNull();
});

test('what fails first is told; what fails in its wake, and Office’s own complaints, are not', () => {
  open();
  breaks(part);
  expect(said()).toBe('Đang mở…');
  fails(part);
  breaks(own);
  fails(own);
  expect(said()).toContain('thư viện Office');
});

test('in our own page there is neither Office’s library nor the link', () => {
  open({ query: '?host=page' });
  expect(document.getElementById('office-js')).toBeNull();
  breaks(own);
  expect(said()).toContain('không chạy được');
  expect(link()).toBeNull();
});
