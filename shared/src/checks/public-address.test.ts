import fc from 'fast-check';

import { isPublicAddress, parseIpv6 } from './public-address.js';

test.each([
  '1.1.1.1',
  '193.0.6.139',
  '172.15.255.255',
  '172.32.0.1',
  '2001:4860:4860::8888',
  '2a00:1450:4007::1',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.7',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '64:ff9b::169.254.169.254',
  '64:ff9b::a00:1',
  '64:ff9b:1::1.1.1.1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::1',
  '3fff::1',
  '100::1',
  '5f00::1',
  // Other ways to write an address, which some readers take: none of them is one here.
  '2130706433',
  '0x7f000001',
  '127.1',
  '0177.0.0.1x',
  '256.1.1.1',
  '1.1.1.1.1',
  'localhost',
  '',
  '1::2::3',
  '12345::',
])('%j is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('an address inside another is what it is itself', () => {
  const octet = fc.nat(255);
  fc.assert(
    fc.property(octet, octet, octet, octet, (a, b, c, d) => {
      const own = `${a}.${b}.${c}.${d}`;
      expect(isPublicAddress(`::ffff:${own}`)).toBe(isPublicAddress(own));
      expect(isPublicAddress(`64:ff9b::${own}`)).toBe(isPublicAddress(own));
    }),
  );
});

test('an address is read as its eight groups', () => {
  expect(parseIpv6('2001:db8::1')).toEqual([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]);
  expect(parseIpv6('1:2:3:4:5:6:7:8')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(parseIpv6('1:2:3:4:5:6:7::8')).toBeUndefined();
  expect(parseIpv6('1:2:3:4:5:6:7')).toBeUndefined();
});
