import { canRetry, Uploads } from './uploads.js';
import type { KeptFile } from './file-store.js';

/** The browser's own way to send a file, answered by the test. */
class SentCall {
  static readonly all: SentCall[] = [];
  status = 0;
  responseText = '';
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  path = '';
  form = new FormData();
  open(_method: string, path: string): void {
    this.path = path;
  }
  setRequestHeader(): void {
    // Headers make no difference here.
  }
  send(form: FormData): void {
    this.form = form;
    SentCall.all.push(this);
  }
  abort(): void {
    this.onabort?.();
    this.onloadend?.();
  }
  answer(status: number, body: object): void {
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    this.onload?.();
    this.onloadend?.();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const file = (name: string) => new File(['x'], name);
const done = jest.fn();
/** This tab is the one that sends, and what it keeps is kept. */
function given({ acting = true, keeps = true } = {}) {
  const stored = new Map<string, KeptFile>();
  const arrived = jest.fn();
  const uploads = new Uploads({
    accountId: 'lea',
    store: {
      keep: (kept) => {
        if (keeps) stored.set(kept.key, kept);
        return Promise.resolve(keeps);
      },
      drop: (key) => Promise.resolve(stored.delete(key)),
    },
    isActing: () => acting,
    tell: () => undefined,
    onArrived: arrived,
  });
  return { uploads, stored, arrived };
}
const target = { path: '/upload', fields: { kind: 'autre', questionIds: ['A', 'B'] }, onDone: done };
const ownRequest = globalThis.XMLHttpRequest;

/** The page has one and jsdom has none. */
class GivenResponse {
  readonly status: number;
  constructor(
    private readonly body: string,
    { status }: { status: number },
  ) {
    this.status = status;
  }
  json(): Promise<unknown> {
    return Promise.resolve().then(() => JSON.parse(this.body) as unknown);
  }
}

beforeEach(() => {
  SentCall.all.length = 0;
  done.mockClear();
  Object.assign(globalThis, { XMLHttpRequest: SentCall, Response: GivenResponse });
});
afterEach(() => Object.assign(globalThis, { XMLHttpRequest: ownRequest }));

test('files go one after the other, each with its fields and its progress', async () => {
  const uploads = given().uploads;
  uploads.start('BKP-04', [file('one.pdf'), file('two.pdf')], target);
  await settled();
  expect(SentCall.all).toHaveLength(1);
  const [first] = SentCall.all;
  expect(first?.form.getAll('questionIds[]')).toEqual(['A', 'B']);
  first?.upload.onprogress?.({ loaded: 1, total: 4 });
  expect(uploads.read()[0]).toMatchObject({ name: 'one.pdf', share: 0.25 });
  first?.answer(200, { id: 'p1' });
  await settled();
  expect(done).toHaveBeenCalledWith({ id: 'p1' }, 'one.pdf');
  expect(SentCall.all).toHaveLength(2);
  expect(uploads.read().map(({ name }) => name)).toEqual(['two.pdf']);
});

test('one that is stopped leaves the list, is not called a failure, and the next one goes', async () => {
  const uploads = given().uploads;
  uploads.start('BKP-04', [file('one.pdf'), file('two.pdf'), file('three.pdf')], target);
  await settled();
  const [one, two] = uploads.read();
  uploads.drop(two?.key ?? '');
  uploads.drop(one?.key ?? '');
  await settled();
  expect(uploads.read()).toMatchObject([{ name: 'three.pdf' }]);
  expect(uploads.read()[0]).not.toHaveProperty('error');
  expect(SentCall.all).toHaveLength(2);
});

test('one that the network let fall is sent again as it was; one that was refused is not', async () => {
  const uploads = given().uploads;
  uploads.start('BKP-04', [file('one.pdf'), file('two.pdf')], target);
  await settled();
  SentCall.all[0]?.onerror?.();
  await settled();
  SentCall.all[1]?.answer(422, { code: 'file-infected' });
  await settled();
  const [one, two] = uploads.read();
  expect(uploads.read().map(canRetry)).toEqual([true, false]);
  uploads.retry(one?.key ?? '');
  uploads.retry(two?.key ?? '');
  await settled();
  expect(SentCall.all).toHaveLength(3);
  expect(SentCall.all[2]?.form.get('file')).toMatchObject({ name: 'one.pdf' });
  SentCall.all[2]?.answer(200, { id: 'p1' });
  await settled();
  expect(uploads.read()).toMatchObject([{ name: 'two.pdf' }]);
});

test('the request tells which questions have files under way or refused, and not how far each is', async () => {
  const { uploads } = given();
  uploads.start('BKP-04', [file('one.pdf')], target);
  const stages = uploads.readStages();
  expect(stages.get('BKP-04')).toEqual({ stage: 'under-way', count: 1 });
  await settled();
  SentCall.all[0]?.upload.onprogress?.({ loaded: 1, total: 4 });
  expect(uploads.readStages()).toBe(stages);
  SentCall.all[0]?.answer(422, { code: 'file-infected' });
  await settled();
  expect(uploads.readStages().get('BKP-04')).toEqual({ stage: 'failed', count: 1 });
  const [refused] = uploads.readOf('BKP-04');
  uploads.drop(refused?.key ?? '');
  expect(uploads.readStages().size).toBe(0);
});

test('a file is kept until it has arrived, and after a closed browser it goes again, whole', async () => {
  const before = given();
  before.uploads.start('BKP-04', [file('one.pdf')], target);
  await settled();
  SentCall.all[0]?.upload.onprogress?.({ loaded: 1, total: 4 });
  expect([...before.stored.values()]).toMatchObject([{ name: 'one.pdf', questionId: 'BKP-04' }]);
  const after = given();
  after.uploads.recall([...before.stored.values()]);
  await settled();
  expect(SentCall.all[1]?.form.get('file')).toMatchObject({ name: 'one.pdf' });
  SentCall.all[1]?.answer(200, { id: 'p1' });
  await settled();
  expect(after.arrived).toHaveBeenCalledWith({ id: 'p1' });
  expect(after.uploads.read()).toEqual([]);
});

test('without a network what is under way is let go and waits, and goes when it is back', async () => {
  const { uploads, stored } = given();
  uploads.start('BKP-04', [file('one.pdf')], target);
  await settled();
  uploads.lose();
  await settled();
  expect(uploads.readStages().get('BKP-04')).toEqual({ stage: 'waiting', count: 1, outage: 'offline' });
  expect(stored.size).toBe(1);
  uploads.retryAll();
  await settled();
  SentCall.all[1]?.answer(200, { id: 'p1' });
  await settled();
  expect(stored.size).toBe(0);
});

test('a tab whose turn it is not sends nothing, unless the browser could not keep the file', async () => {
  const waiting = given({ acting: false });
  waiting.uploads.start('BKP-04', [file('one.pdf')], target);
  await settled();
  expect(SentCall.all).toHaveLength(0);
  const lost = given({ acting: false, keeps: false });
  lost.uploads.start('BKP-04', [file('two.pdf')], target);
  await settled();
  expect(SentCall.all).toHaveLength(1);
  expect(lost.uploads.read()).toMatchObject([{ name: 'two.pdf', kept: false }]);
});
