import { zipOf } from '../../../test/fixtures/archives.js';
import { contentOfBuffer } from '../files/content.js';
import { readWorkbookParts, WorkbookTooLarge } from './workbook-parts.js';

const sheet = (number: number, bytes = 10) => ({
  name: `xl/worksheets/sheet${number}.xml`,
  bytes: Buffer.alloc(bytes),
});
const read = async (entries: readonly { name: string; bytes: Buffer }[]) =>
  readWorkbookParts(contentOfBuffer(await zipOf(...entries)), { maxExpandedBytes: 1_000, maxEntries: 20 });

test('what holds values is unpacked, and nothing else', async () => {
  const parts = await read([sheet(1), { name: 'xl/media/image1.png', bytes: Buffer.alloc(5_000) }]);
  expect(parts.map(({ name, bytes }) => [name, bytes.length])).toEqual([['xl/worksheets/sheet1.xml', 10]]);
});

test.each([
  ['more bytes together', [sheet(1, 600), sheet(2, 600)]],
  [
    'more entries',
    Array.from({ length: 21 }, (_, index) => ({ name: `docProps/${index}`, bytes: Buffer.alloc(1) })),
  ],
])('%s than a workbook may have end the reading', async (_, entries) => {
  await expect(read(entries)).rejects.toThrow(WorkbookTooLarge);
});
