import {
  acceptedExtensions,
  acceptedTypes,
  findAnnouncedKind,
  findExtension,
  media,
  mediaKinds,
} from './media.js';

test.each([
  ['contrat.PDF', 'pdf'],
  ['photo.jpg', 'jpeg'],
  ['photo.jpeg', 'jpeg'],
  ['journal.log', 'txt'],
  ['archive.tar.zip', 'zip'],
] as const)('%s announces %s', (name, kind) => {
  expect(findAnnouncedKind(name)).toBe(kind);
});

test.each(['README', '.pdf', 'report.', 'setup.exe', 'page.html', 'logo.svg', 'toString'])(
  '%s announces nothing',
  (name) => {
    expect(findAnnouncedKind(name)).toBeUndefined();
  },
);

test('a dotted file has no extension', () => {
  expect(findExtension('.profile')).toBeUndefined();
  expect(findExtension('a.b.C')).toBe('c');
});

test('no extension and no type stands for two kinds', () => {
  expect(new Set(acceptedExtensions).size).toBe(acceptedExtensions.length);
  expect(Object.values(acceptedTypes).flat()).toEqual(acceptedExtensions);
  expect(new Set(mediaKinds.map((kind) => media[kind].mime)).size).toBe(mediaKinds.length);
});
