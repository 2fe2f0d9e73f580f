import { focusContent } from './focus-content.js';

const nextMutation = (): Promise<void> => new Promise((done) => setTimeout(done));

function show(html: string): void {
  document.body.innerHTML = html;
}

const content = (words: string): string => `<main id="content" tabindex="-1">${words}</main>`;

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
});

test('content that is there takes the focus at once', () => {
  show(content('Demande'));
  stop = focusContent();
  expect(document.activeElement).toHaveProperty('id', 'content');
});

test('content that is still loading takes it when it comes, and what replaces it takes it over', async () => {
  show('');
  stop = focusContent();
  show(content('chargement'));
  await nextMutation();
  expect(document.activeElement).toHaveProperty('textContent', 'chargement');
  show(content('Demande'));
  await nextMutation();
  expect(document.activeElement).toHaveProperty('textContent', 'Demande');
});

test('a dialog that took the focus keeps it', async () => {
  show('<button>Fermer</button>');
  stop = focusContent();
  document.querySelector('button')?.focus();
  document.body.insertAdjacentHTML('beforeend', content('Demande'));
  await nextMutation();
  expect(document.activeElement).toHaveProperty('tagName', 'BUTTON');
});

test('once its reader acts, the focus is theirs', async () => {
  show('');
  stop = focusContent();
  document.dispatchEvent(new KeyboardEvent('keydown'));
  show(content('Demande'));
  await nextMutation();
  expect(document.activeElement).toBe(document.body);
});
