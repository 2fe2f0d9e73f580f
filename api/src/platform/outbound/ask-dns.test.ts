import { decodeReply } from '@probant/shared/checks/dns-message';
import { dnsData } from '@probant/shared/testing/dns-reply';
import {
  startDnsServer,
  type DnsFixture,
  type DnsZone,
  type Mischief,
} from '../../../test/fixtures/dns-server.js';
import { askDns } from './ask-dns.js';

const question = { name: 'ponant.example', type: 'TXT' } as const;
const replies = {
  'ponant.example TXT': { records: [{ type: 'TXT', data: dnsData.text('v=spf1 -all') }] },
} as const;

describe('a question of DNS', () => {
  let server: DnsFixture;
  let zone: DnsZone;
  beforeAll(async () => {
    server = await startDnsServer(() => zone);
  });
  beforeEach(() => {
    server.asked.length = 0;
  });
  afterAll(() => server.close());

  const answers = async (mischief?: Mischief): Promise<string[] | null> => {
    zone = { replies, ...(mischief === undefined ? {} : { mischief }) };
    const answer = await askDns([server], question, { udpMs: 150, tcpMs: 300 });
    return answer === null ? null : (decodeReply(answer.message)?.answers ?? []).map(({ data }) => data);
  };

  test('is answered over UDP', async () => {
    expect(await answers()).toEqual(['v=spf1 -all']);
    expect(server.asked).toEqual(['udp ponant.example TXT']);
  });

  test('is asked again over TCP when the answer was cut short', async () => {
    expect(await answers('truncated')).toEqual(['v=spf1 -all']);
    expect(server.asked).toEqual(['udp ponant.example TXT', 'tcp ponant.example TXT']);
  });

  test('the true answer is waited for behind those with another id or another question', async () => {
    expect(await answers('spoofed-first')).toEqual(['v=spf1 -all']);
  });

  test.each(['wrong-id', 'wrong-question', 'echo', 'garbage', 'oversize', 'silent'] as const)(
    'a server that is %s has not answered',
    async (mischief) => {
      expect(await answers(mischief)).toBeNull();
      expect(server.asked).toHaveLength(2);
    },
  );

  test('what is too long for a name is asked of nobody', async () => {
    zone = { replies };
    const name = `${'a.'.repeat(130)}example`;
    expect(await askDns([server], { name, type: 'TXT' })).toBeNull();
    expect(server.asked).toEqual([]);
  });

  test('an answer cut off over TCP is none', async () => {
    expect(await answers('cut-over-tcp')).toBeNull();
  });

  test('the next resolver is asked when one is away', async () => {
    zone = { replies };
    const away = { address: '127.0.0.1', port: 9 };
    expect((await askDns([away, server], question))?.server).toBe(server);
    expect(await askDns([], question)).toBeNull();
  });
});
