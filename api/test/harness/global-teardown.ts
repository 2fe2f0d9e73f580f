// oxlint-disable-next-line no-restricted-exports -- jest calls the default export
export default async function globalTeardown(): Promise<void> {
  await globalThis.probantTestServer?.stop();
}
