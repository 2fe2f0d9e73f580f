import { shortcutOf } from './shortcuts.js';

function press(init: KeyboardEventInit, target: Element = document.body): string {
  let name = '';
  const listen = (event: KeyboardEvent): void => {
    name = shortcutOf(event);
  };
  document.addEventListener('keydown', listen, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
  return name;
}

function field(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.querySelector('input, textarea, button');
  if (!element) throw new Error('no field');
  return element;
}

test.each([
  [{ key: 'J' }, 'j'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'ArrowDown' }, 'ArrowDown'],
  [{ key: 'k', ctrlKey: true }, 'mod+k'],
  [{ key: 'k', metaKey: true }, 'mod+k'],
  [{ key: 'k', ctrlKey: true, shiftKey: true }, ''],
  [{ key: 'k', altKey: true }, ''],
])('%j is %j', (init, name) => {
  expect(press(init)).toBe(name);
});

test.each([
  ['<input type="text">', ''],
  ['<textarea></textarea>', ''],
  ['<input type="radio">', 'j'],
  ['<button></button>', 'j'],
  ['<div role="dialog"><button></button></div>', ''],
])('a plain key pressed in %s is %j', (html, name) => {
  expect(press({ key: 'j' }, field(html))).toBe(name);
});

test('⌘K works even while typing', () => {
  expect(press({ key: 'k', metaKey: true }, field('<input type="text">'))).toBe('mod+k');
});
