import fs from 'node:fs';
import path from 'node:path';

import { can } from '@probant/shared/permissions';
import { bank } from '@probant/shared/testing/bank';
import type { APIRequestContext, Page } from 'playwright-core';

import type { Dictionary, Texts } from '../src/platform/i18n/texts.js';
import { routeTexts } from '../src/routes/route.texts.js';
import { reviewTexts as supplierReviewTexts } from '../src/features/answering/review.texts.js';
import { lawTexts } from '../src/ui/law/law.texts.js';
import { scoringTexts } from '../src/features/scoring/scoring.texts.js';
import { scorePartTexts } from '../src/ui/score/score-parts.texts.js';
import { scoreTexts } from '../src/ui/score/score.texts.js';
import { weighingTexts } from '../src/features/weighing/weighing.texts.js';
import { open } from './harness/open.js';

jest.setTimeout(120_000);

/** Jest runs from the root of the checkout. */
const dist = path.join(process.cwd(), 'web/dist');

interface Operation {
  readonly 'x-access': { readonly kind: string; readonly action?: Parameters<typeof can>[1] };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** As a bundler writes numbers: no spaces, no zero before the point. */
function compact(text: string): string {
  return text.replace(/\s+/g, '').replace(/\b0\./g, '.');
}

const questions = bank.themes.flatMap((theme) => theme.questions);
const secrets: readonly (readonly [what: string, text: string])[] = [
  ...bank.knockouts.flatMap(({ id, text }) => [
    [`knock-out ${id}`, id] as const,
    ...Object.values(text).map((sentence) => [`knock-out ${id}`, sentence] as const),
  ]),
  ...bank.presets.flatMap(({ key, label }) => [
    ...(key.includes('_') ? [[`preset ${key}`, key] as const] : []),
    ...Object.values(label).map((words) => [`preset ${key}`, words] as const),
  ]),
  ...questions.flatMap((question) =>
    'curve' in question ? [[`curve of ${question.id}`, JSON.stringify(question.curve)] as const] : [],
  ),
  ...questions.flatMap((question) =>
    'options' in question
      ? question.options.map(
          ({ value, risk, credit }) =>
            [`value of ${question.id}`, `"value":"${value}","risk":${risk ?? credit ?? 0}`] as const,
        )
      : [],
  ),
];
const compactSecrets = secrets.map(([what, text]) => [what, compact(text)] as const);

function findSecrets(text: string): string[] {
  const searched = compact(text);
  return [...new Set(compactSecrets.filter(([, secret]) => searched.includes(secret)).map(([what]) => what))];
}

/** Names of what weighs an answer; none of them is a supplier's business. */
const weighing =
  /^(risk|risks|noneRisk|rowRisk|credit|curve|weight|weights|knockouts?|presets?|score|points|tier|floor|phi|trigger)$/;

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...namesIn(inner)]);
}

function filesIn(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(place) : [place];
  });
}

test('the search finds what it looks for', () => {
  expect(findSecrets('x KO-BKP-1 y')).toEqual(['knock-out KO-BKP-1']);
  const [curve] = compactSecrets.filter(([what]) => what.startsWith('curve of'));
  expect(findSecrets(curve?.[1] ?? '')).toContain(curve?.[0]);
});

test('no static file that anybody can download says how an answer weighs', () => {
  const files = filesIn(dist);
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) =>
    findSecrets(fs.readFileSync(file, 'utf8')).map((what) => `${path.relative(dist, file)}: ${what}`),
  );
  expect(found).toEqual([]);
});

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** What a supplier's browser may load: the entry, the frame, their screens, and whatever those load on demand. */
function supplierChunks(): string[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Readonly<
    Record<string, Chunk>
  >;
  const seen = new Set<string>();
  const add = (key: string, onDemand: boolean): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const imported of chunk.imports ?? []) add(imported, onDemand);
    if (onDemand) for (const imported of chunk.dynamicImports ?? []) add(imported, onDemand);
  };
  // The entry names the screens of both sides and loads none of them by itself.
  add('index.html', false);
  const own = /^src\/(ui\/shell\/supplier-shell|features\/(answering|link|requests)\/.*-screen)\.tsx$/;
  for (const key of Object.keys(manifest).filter((name) => own.test(name))) add(key, true);
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

function wordsOf({ fr, en }: Texts<Dictionary>, skip = /^$/): string[] {
  return [fr, en].flatMap((texts) =>
    Object.entries(texts).flatMap(([key, text]) => {
      if (skip.test(key)) return [];
      return typeof text === 'string' ? [text] : [text.one, text.other];
    }),
  );
}

/** The buyer's words around a score, but for those that a supplier's own screens say as well: a lesson is for both. */
function scoreWords(): string[] {
  const said = new Set([routeTexts, lawTexts, supplierReviewTexts].flatMap((texts) => wordsOf(texts)));
  return [scorePartTexts, scoreTexts, scoringTexts, weighingTexts]
    .flatMap((texts) => wordsOf(texts, /^lesson/))
    .filter((words) => words.length > 8 && !said.has(words));
}

test('no code that a supplier’s screens load carries the words of a score', () => {
  const quoted = scoreWords().map((words) => [words, compact(words)] as const);
  expect(quoted.map(([words]) => words)).toContain('Éliminatoire');
  const chunks = supplierChunks();
  expect(chunks.length).toBeGreaterThan(20);
  const found = chunks.flatMap((file) => {
    const text = compact(fs.readFileSync(path.join(dist, file), 'utf8'));
    return quoted
      .filter(([, words]) => ['`', '"', "'"].some((mark) => text.includes(`${mark}${words}${mark}`)))
      .map(([words]) => `${file}: ${words}`);
  });
  expect(found).toEqual([]);
});

/** Values for the places of an address: every request of the workspace, with what hangs on it. */
async function placesOf(request: APIRequestContext): Promise<Readonly<Record<string, readonly string[]>>> {
  const read = async <T>(address: string): Promise<T> => (await (await request.get(address)).json()) as T;
  const { items } = await read<{ items: { id: string }[] }>('/api/requests');
  return {
    assessmentId: items.map(({ id }) => id),
    questionId: ['BKP-04'],
    lessonId: ['R-03'],
  };
}

/** Every address that a supplier's roles may read, with real values in its places. */
async function readable(page: Page): Promise<string[]> {
  const { request } = page.context();
  const { paths } = (await (await request.get('/api/openapi.json')).json()) as Description;
  const known = await placesOf(request);
  const addresses: string[] = [];
  for (const [template, methods] of Object.entries(paths)) {
    const access = methods['get']?.['x-access'];
    if (access === undefined) continue;
    const { kind, action } = access;
    if (action !== undefined && !can('supplier-admin', action)) continue;
    if (kind === 'link') continue;
    addresses.push(...(await fill(request, template, known)));
  }
  return addresses;
}

async function fill(
  request: APIRequestContext,
  template: string,
  known: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const withKnown = Object.entries(known).reduce<string[]>(
    (all, [name, values]) =>
      all.flatMap((one) =>
        one.includes(`{${name}}`) ? values.map((value) => one.replace(`{${name}}`, value)) : [one],
      ),
    [template],
  );
  const filled: string[] = [];
  for (const address of withKnown) filled.push(...(await fillFromList(request, address)));
  return filled;
}

/** A place that is left is the id of an item of the list before it. */
async function fillFromList(request: APIRequestContext, address: string): Promise<string[]> {
  const place = /\{\w+\}/.exec(address);
  if (place === null) return [address];
  const list = await request.get(address.slice(0, place.index).replace(/\/$/, ''));
  if (!list.ok()) return [];
  const { items = [] } = (await list.json()) as { items?: { id: string }[] };
  return items.map(({ id }) => address.replace(place[0], id));
}

test('no reply that a supplier can fetch says how an answer weighs', async () => {
  const page = await open('supplier');
  const addresses = await readable(page);
  expect(addresses.filter((one) => one.endsWith('/sheet')).length).toBeGreaterThan(1);
  expect(addresses.some((one) => one.endsWith('/findings'))).toBe(true);
  const found: string[] = [];
  for (const address of addresses.filter((one) => one !== '/api/openapi.json')) {
    const reply = await page.context().request.get(address);
    if (!(reply.headers()['content-type'] ?? '').includes('json')) continue;
    const text = await reply.text();
    const names = namesIn(JSON.parse(text)).filter((name) => weighing.test(name));
    found.push(...[...findSecrets(text), ...names].map((what) => `${address} (${reply.status()}): ${what}`));
  }
  expect([...new Set(found)]).toEqual([]);
  await page.context().close();
});
