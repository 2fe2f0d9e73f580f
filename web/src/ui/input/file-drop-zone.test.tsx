import { MantineProvider } from '@mantine/core';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { act, fireEvent, render, screen } from '@testing-library/react';

import { FileDropZone } from './file-drop-zone.js';

const choose = async (files: readonly File[], multiple = true) => {
  const taken: string[] = [];
  const { container } = render(
    <MantineProvider>
      <FileDropZone
        label="Pièces"
        accept={acceptedTypes}
        maxBytes={1_000}
        multiple={multiple}
        onFiles={(chosen) => taken.push(...chosen.map(({ name }) => name))}
      />
    </MantineProvider>,
  );
  const input = container.querySelector('input');
  if (input === null) throw new Error('the zone has a field');
  await act(async () => {
    fireEvent.change(input, { target: { files } });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  return { taken, told: screen.queryAllByRole('listitem').map(({ textContent }) => textContent) };
};
const file = (name: string, type: string, size = 10) => new File(['x'.repeat(size)], name, { type });

test('of one selection the good files are taken and every other one is told with its reason', async () => {
  const { taken, told } = await choose([
    file('pv.pdf', 'application/pdf'),
    file('outil.exe', 'application/x-msdownload'),
    file('long.txt', 'text/plain', 2_000),
    file('outil.exe', 'application/x-msdownload'),
    file('journal.log', ''),
  ]);
  expect(taken).toEqual(['pv.pdf', 'journal.log']);
  const notTaken = 'outil.exe\u00a0: ce type de fichier n’est pas accepté';
  expect(told).toEqual([notTaken, expect.stringMatching(/^long\.txt dépasse la limite de/), notTaken]);
});

test('where one file is expected, the first is taken and the others are told so', async () => {
  const { taken, told } = await choose(
    [file('a.pdf', 'application/pdf'), file('b.pdf', 'application/pdf')],
    false,
  );
  expect(taken).toEqual(['a.pdf']);
  expect(told).toEqual(['b.pdf\u00a0: un seul fichier à la fois']);
});
