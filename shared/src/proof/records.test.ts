import { sealed, signText, sourceOf, testCrypto, testKey, type TestFile } from '../testing/seal-in-memory.js';
import { canonicalJson } from './canonical-json.js';
import { chainEvent, emptyHead, type ChainedEvent } from './chain.js';
import { chainFileHead, eventLine } from './chain-file.js';
import { excerptHead, excerptLine, type ExcerptEvent } from './excerpt-file.js';
import { growTree } from './merkle.js';
import { rootText } from './signed-root.js';
import { parseRecords, recordsText, type ToldRecord } from './told-records.js';
import { verifyProof } from './verify-proof.js';

const { sha256 } = testCrypto;
const at = '2026-11-28T09:00:00.000Z';
const key = testKey();

function aChain(chainId: string, texts: readonly object[]): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (const text of texts) {
    const last = events.at(-1);
    const head = last ? { chainId, sequence: last.sequence, hash: last.hash } : emptyHead(chainId);
    const kind = String((text as { kind?: string }).kind);
    events.push(chainEvent(head, { at, actor: 'account:1', kind, text: canonicalJson(text) }, sha256));
  }
  return events;
}

const terms = { capCents: 600_000, noticeDays: 60 };
const quote = '… la responsabilité du prestataire est limitée …';
const letter = 'Accusé de réception';
/** The organisation's own chain, of which the file shows the second and the fourth event alone. */
const own = aChain('o/o', [
  { kind: 'signed-in', method: 'password' },
  {
    kind: 'contract-terms-recorded',
    engagementId: 'e',
    number: 1,
    termsSha256: sha256(canonicalJson(terms)),
  },
  { kind: 'member-invited', email: 'secret@exemple.test', roles: [] },
  {
    kind: 'clause-assessed',
    engagementId: 'e',
    clauseId: 'AUD',
    revision: 1,
    status: 'weak',
    quoteSha256: sha256(quote),
  },
]);
const assessment = aChain('o/a', [
  { kind: 'notice-piece-stored', pieceId: 'p', name: 'ar.pdf', sha256: sha256(letter), role: 'receipt' },
  { kind: 'measure-confirmed', questionId: 'EIC-01', level: 'E4' },
  {
    kind: 'check-made',
    checkId: 'c',
    readingSha256: sha256('{}'),
    repliesSha256: [sha256('a'), sha256('b')],
  },
]);
const place = (event: ChainedEvent | undefined) => ({
  chainId: event?.chainId ?? '',
  sequence: event?.sequence ?? 0,
});

const recordOf = {
  terms: {
    event: place(own[1]),
    facts: { number: 1 },
    field: 'termsSha256',
    sha256: sha256(canonicalJson(terms)),
    content: terms,
    beside: { reason: 'Avenant' },
  },
  clause: {
    event: place(own[3]),
    facts: { clauseId: 'AUD', status: 'weak' },
    field: 'quoteSha256',
    sha256: sha256(quote),
    content: quote,
    beside: {},
  },
  piece: {
    event: place(assessment[0]),
    facts: { name: 'ar.pdf', role: 'receipt' },
    field: 'sha256',
    sha256: sha256(letter),
    beside: {},
  },
  measure: {
    event: place(assessment[1]),
    facts: { level: 'E4', questionId: 'EIC-01' },
    field: null,
    sha256: null,
    beside: {},
  },
  reply: {
    event: place(assessment[2]),
    facts: { checkId: 'c' },
    field: 'repliesSha256',
    sha256: sha256('b'),
    beside: {},
  },
} satisfies Record<string, ToldRecord>;

const heads = { chainId: 'o/a', sequence: 3, hash: assessment[2]?.hash ?? '' };
const tree = growTree([heads, ...own], sha256);
const statement = rootText({ number: 1, at, previousSha256: null, heads: 5, root: tree.root });
const excerpted: ExcerptEvent[] = [1, 3].flatMap((index) => {
  const event = own[index];
  const path = tree.paths[index + 1] ?? [];
  return event?.text === undefined ? [] : [{ ...event, text: event.text, anchor: { root: 1, path } }];
});
const excerptText = (events: readonly ExcerptEvent[]) =>
  excerptHead('o/o') + events.map(excerptLine).join('');

interface Change {
  readonly records?: readonly ToldRecord[];
  readonly excerpt?: string;
  readonly statement?: string;
}

function filesOf({
  records = Object.values(recordOf),
  excerpt,
  statement: stated = statement,
}: Change): TestFile[] {
  const root = {
    statement: stated,
    publicKey: key.publicKey,
    signature: signText(key, stated),
    timestamp: null,
  };
  const anchor = { root: 1, sequence: 3, hash: heads.hash, path: tree.paths[0] ?? [] };
  return [
    { path: 'engagement/records.json', role: 'records', content: recordsText(records) },
    { path: `pieces/${sha256(letter)}`, role: 'piece', content: letter },
    {
      path: 'chains/a.jsonl',
      role: 'events',
      content: chainFileHead(heads, anchor) + assessment.map(eventLine).join(''),
    },
    { path: 'chains/own.jsonl', role: 'excerpt', content: excerpt ?? excerptText(excerpted) },
    { path: 'roots.json', role: 'roots', content: canonicalJson([root]) },
  ];
}

const verify = (change: Change) =>
  verifyProof(sourceOf(sealed(filesOf(change), key)), { crypto: testCrypto });
const faultsOf = async (change: Change) =>
  (await verify(change)).faults.map(({ code, path, detail }) => [code, path, detail].join(' ').trim());

test('records say what their events tell, and an excerpt leads to signed roots event by event', async () => {
  const report = await verify({});
  expect(report.faults).toEqual([]);
  expect(report.contents).toMatchObject({
    records: 5,
    events: 5,
    roots: 1,
    stampedRoots: 0,
    chains: [
      { path: 'chains/a.jsonl', events: 3, anchoredEvents: 3, anchoredAt: at, excerpt: false },
      { path: 'chains/own.jsonl', events: 2, anchoredEvents: 2, anchoredAt: null, excerpt: true },
    ],
  });
});

test('what an excerpt leaves out is in it by nothing but the hash before', () => {
  const text = excerptText(excerpted);
  for (const word of ['secret@exemple.test', 'member-invited', 'signed-in']) expect(text).not.toContain(word);
});

describe('a record that was sealed otherwise than its event tells', () => {
  const with_ = (name: keyof typeof recordOf, change: Partial<ToldRecord>) => ({
    records: Object.entries(recordOf).map(([one, record]) =>
      one === name ? { ...record, ...change } : record,
    ),
  });

  test.each([
    ['an amount', with_('terms', { content: { ...terms, capCents: 600_001 } }), 'record 1: content'],
    [
      'an amount, with its hash',
      with_('terms', { content: { capCents: 1 }, sha256: sha256('{"capCents":1}') }),
      'record 1: termsSha256',
    ],
    ['another number', with_('terms', { facts: { number: 2 } }), 'record 1: number'],
    [
      'a fact that the event does not know',
      with_('terms', { facts: { toString: null } }),
      'record 1: toString',
    ],
    ['a quote', with_('clause', { content: `${quote}.` }), 'record 2: content'],
    ['a clause', with_('clause', { facts: { clauseId: 'REV' } }), 'record 2: clauseId'],
    ['a status', with_('clause', { facts: { status: 'present' } }), 'record 2: status'],
    ['a piece by another hash', with_('piece', { sha256: sha256('x') }), 'record 3: sha256'],
    ['a level', with_('measure', { facts: { level: 'E2' } }), 'record 4: level'],
    ['a reply', with_('reply', { sha256: sha256('c') }), 'record 5: repliesSha256'],
    [
      'an event that is not there',
      with_('measure', { event: { chainId: 'o/a', sequence: 9 } }),
      'record 4: its event is not in the file',
    ],
  ])('%s', async (_name, change, detail) => {
    expect(await faultsOf(change)).toContain(`record engagement/records.json ${detail}`);
  });

  test('a piece that no record names any more', async () => {
    const others = Object.values(recordOf).filter((record) => record !== recordOf.piece);
    expect(await faultsOf({ records: others })).toEqual([`untold pieces/${sha256(letter)}`]);
  });
});

describe('an excerpt that was sealed otherwise than its events were chained', () => {
  const second = (change: Partial<ExcerptEvent>) =>
    excerptText(excerpted.map((event, index) => (index === 1 ? { ...event, ...change } : event)));

  test.each([
    ['text', second({ text: '{"kind":"clause-assessed"}' })],
    ['instant', second({ at: '2026-11-27T09:00:00.000Z' })],
    ['actor', second({ actor: 'account:2' })],
    ['kind', second({ kind: 'clause-forgotten' })],
    ['number', second({ sequence: 5 })],
    ['event before', second({ previousHash: 'f'.repeat(64) })],
    ['order', excerptText(excerpted.toReversed())],
  ])('another %s', async (_name, excerpt) => {
    expect((await faultsOf({ excerpt })).join('\n')).toMatch(
      /^chain chains\/own\.jsonl event \d was changed$/m,
    );
  });

  test('an event that leads to no root', async () => {
    const astray = second({ anchor: { root: 1, path: [] } });
    expect(await faultsOf({ excerpt: astray })).toEqual(['anchor chains/own.jsonl event 4']);
    const missing = second({ anchor: { root: 2, path: tree.paths[4] ?? [] } });
    expect(await faultsOf({ excerpt: missing })).toEqual(['anchor chains/own.jsonl event 4']);
  });

  test('an event in no root yet is no fault, and is counted apart', async () => {
    const report = await verify({ excerpt: second({ anchor: null }) });
    expect(report.intact).toBe(true);
    expect(report.contents.chains[1]).toMatchObject({ events: 2, anchoredEvents: 1 });
  });

  test.each(['', 'no head\n', `${excerptHead('o/o')}no event\n`, excerptText(excerpted).slice(0, -1)])(
    'what is no excerpt: %.20s',
    async (excerpt) => {
      expect((await verify({ excerpt })).intact).toBe(false);
    },
  );
});

test('a root says what was signed, and is linked to the one before it', async () => {
  const stated = rootText({ number: 1, at, previousSha256: null, heads: 5, root: sha256('other') });
  expect(await faultsOf({ statement: stated })).toContain('anchor chains/a.jsonl');
  const later = rootText({ number: 2, at, previousSha256: sha256('other'), heads: 1, root: sha256('x') });
  const roots = [statement, later].map((text) => ({
    statement: text,
    publicKey: key.publicKey,
    signature: signText(key, text),
    timestamp: null,
  }));
  const files = filesOf({}).map((file) =>
    file.role === 'roots' ? { ...file, content: canonicalJson(roots) } : file,
  );
  const { faults } = await verifyProof(sourceOf(sealed(files, key)), { crypto: testCrypto });
  expect(faults).toEqual([{ code: 'anchor', path: 'roots.json', detail: 'root 2' }]);
});

test.each([
  ['no JSON', 'x'],
  ['another format', '{"format":"probant-records/2","records":[]}'],
  ['white space', '{"format":"probant-records/1", "records":[]}'],
  [
    'a record without an event',
    '{"format":"probant-records/1","records":[{"beside":{},"facts":{},"field":null,"sha256":null}]}',
  ],
  ['a hash without its field', recordsText([{ ...recordOf.terms, field: null }])],
  ['a content without its hash', recordsText([{ ...recordOf.measure, content: 'x' }])],
])('%s is no file of records', (_name, text) => {
  expect(parseRecords(text)).toBeUndefined();
});
