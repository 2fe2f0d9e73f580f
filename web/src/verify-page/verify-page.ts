import { type ProofReport, verifyProof } from '@probant/shared/proof/verify-proof';

import { browserCrypto } from './browser-crypto.js';
import { element, showReport } from './show-report.js';
import { verifyTexts, type VerifyLanguage } from './verify-texts.js';

const state: { language: VerifyLanguage; report: ProofReport | null; busy: string } = {
  language: navigator.language.startsWith('fr') ? 'fr' : 'en',
  report: null,
  busy: '',
};
let trust = '';

function draw(): void {
  const t = verifyTexts[state.language];
  document.documentElement.lang = state.language;
  document.title = t.title;
  const other = element('button', 'other', t.other);
  other.addEventListener('click', () => {
    state.language = state.language === 'fr' ? 'en' : 'fr';
    draw();
  });
  const status = element('p', 'status', state.busy);
  status.setAttribute('role', 'status');
  document.body.replaceChildren(
    element(
      'main',
      '',
      element('header', '', element('h1', '', t.title), other),
      element('p', '', t.lead),
      fileField(),
      trustField(),
      status,
      ...(state.report === null ? [] : [showReport(state.report, state.language)]),
      element('footer', '', t.notice),
    ),
  );
}

function fileField(): HTMLElement {
  const t = verifyTexts[state.language];
  const input = document.createElement('input');
  input.type = 'file';
  input.id = 'file';
  input.accept = '.zip,application/zip';
  input.addEventListener('change', () => void open(input.files?.[0]));
  const label = element('label', '', t.choose);
  label.setAttribute('for', 'file');
  return element('div', 'field', label, input, element('small', '', t.drop));
}

function trustField(): HTMLElement {
  const t = verifyTexts[state.language];
  const input = document.createElement('input');
  input.type = 'text';
  input.id = 'trust';
  input.value = trust;
  input.spellcheck = false;
  const hint = element('small', '', t.trustHint);
  hint.id = 'trust-hint';
  input.setAttribute('aria-describedby', 'trust-hint');
  input.addEventListener('input', () => {
    trust = input.value;
    const sound = trust.trim() === '' || fingerprintOf(trust) !== undefined;
    input.setAttribute('aria-invalid', String(!sound));
    hint.textContent = sound ? t.trustHint : t.badTrust;
  });
  const label = element('label', '', t.trust);
  label.setAttribute('for', 'trust');
  return element('div', 'field', label, input, hint);
}

function fingerprintOf(text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll(/[\s:]/g, '');
  return /^[0-9a-f]{64}$/.test(plain) ? plain : undefined;
}

async function open(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  const t = verifyTexts[state.language];
  const trusted = fingerprintOf(trust);
  state.report = null;
  let shown = 0;
  const tell = (text: string): void => {
    state.busy = text;
    const status = document.querySelector('.status');
    if (status !== null) status.textContent = text;
  };
  tell(`${t.reading} ${file.name}…`);
  try {
    state.report = await verifyProof(
      {
        size: file.size,
        read: async (offset, length) =>
          new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
      },
      {
        crypto: browserCrypto,
        ...(trusted === undefined ? {} : { trusted: [trusted] }),
        onProgress: (done, total) => {
          const percent = Math.floor((100 * done) / Math.max(1, total));
          if (percent > shown) tell(`${t.reading} ${file.name}, ${(shown = percent)}\u00a0%`);
        },
      },
    );
    state.busy = file.name;
  } catch {
    state.busy = t.unreadable;
  }
  draw();
}

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void open(event.dataTransfer?.files[0]);
});
draw();
