import fc from 'fast-check';

import { dnsData, writeReply } from '../testing/dns-reply.js';
import { answersTo, decodeReply, encodeName, encodeQuery, type DnsQuestion } from './dns-message.js';

const question: DnsQuestion = { name: 'ponant.example', type: 'MX' };

test('a question is written as RFC 1035 and EDNS say', () => {
  const bytes = Buffer.from(encodeQuery(0x1234, { name: 'a.fr', type: 'NS' })).toString('hex');
  expect(bytes).toBe(
    '123401200001000000000001' + '0161026672' + '00' + '00020001' + '00002904d0000080000000',
  );
});

test('a reply is read with its names pointed at, and its records as people write them', () => {
  const reply = decodeReply(
    writeReply(question, {
      id: 7,
      authenticated: true,
      records: [
        { type: 'MX', data: dnsData.mail(10, 'mx.ponant.example') },
        { type: 'TXT', data: dnsData.text('v=spf1 '.padEnd(300, 'x')) },
        { type: 'CAA', data: dnsData.authority('issue', 'ca.example') },
        { type: 'DS', data: dnsData.signer() },
        { type: 'AAAA', data: [0x20, 1, ...Array<number>(13).fill(0), 1] },
        { type: 'A', data: [192, 0, 2, 1] },
        { type: 'NS', data: dnsData.name('ns1.ponant.example') },
      ],
    }),
  );
  expect(reply).toMatchObject({ id: 7, isReply: true, authenticated: true, truncated: false, code: 0 });
  expect(reply?.answers.map(({ name, data }) => `${name} ${data}`)).toEqual([
    'ponant.example 10 mx.ponant.example',
    `ponant.example ${'v=spf1 '.padEnd(300, 'x')}`,
    'ponant.example 0 issue "ca.example"',
    'ponant.example 12345 13 2 abcd',
    'ponant.example 2001:0:0:0:0:0:0:1',
    'ponant.example 192.0.2.1',
    'ponant.example ns1.ponant.example',
  ]);
});

test.each<[string, Partial<Parameters<typeof writeReply>[1]>, DnsQuestion, boolean]>([
  ['the very answer', {}, question, true],
  ['another id', { id: 8 }, question, false],
  ['another name', {}, { ...question, name: 'autre.example' }, false],
  ['another type', {}, { ...question, type: 'NS' }, false],
])('%s answers: %s', (_name, given, asked, answers) => {
  const reply = decodeReply(writeReply(question, { id: 7, ...given }));
  expect(reply && answersTo(reply, 7, asked)).toBe(answers);
});

test('a question sent back is no answer', () => {
  const echoed = decodeReply(encodeQuery(7, question));
  expect(echoed && answersTo(echoed, 7, question)).toBe(false);
});

test.each(['', 'a..b', `${'a'.repeat(64)}.fr`, `${'a.'.repeat(130)}fr`, 'é.fr', 'a b.fr'])(
  '%j is no name to ask for',
  (name) => {
    expect(() => encodeName(name)).toThrow(RangeError);
  },
);

test('a name that points at itself ends', () => {
  const bytes = Array.from(writeReply(question, { records: [{ type: 'NS', data: [0xc0, 0] }] }));
  const place = bytes.length - 2;
  bytes.splice(place, 2, 0xc0, place);
  expect(decodeReply(Uint8Array.from(bytes))).toBeUndefined();
});

test('whatever comes is read or is nothing, and never ends the reader', () => {
  const good = writeReply(question, {
    records: [
      { type: 'MX', data: dnsData.mail(10, 'mx.ponant.example') },
      { type: 'SOA', data: dnsData.start() },
    ],
  });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (place, byte, length) => {
      const spoilt = good.slice(0, length);
      if (place < length) spoilt[place] = byte;
      decodeReply(spoilt);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      decodeReply(bytes);
    }),
  );
});
