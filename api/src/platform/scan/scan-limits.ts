export interface ScanLimits {
  /** Archives inside archives; the file itself, if it is one, is the first. */
  readonly maxDepth: number;
  readonly maxEntries: number;
  /** Bytes that all archives together may expand to. */
  readonly maxExpandedBytes: number;
  /** Expanded by compressed size of one entry, looked at from `ratioFromBytes` on: short files compress well honestly. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  /** A PDF is read, never unpacked: past this its remaining streams are left unopened instead of refusing the file. */
  readonly maxPdfBytes: number;
  readonly maxPdfStreams: number;
  /** A message is decoded in memory. */
  readonly maxMailBytes: number;
  readonly maxMilliseconds: number;
}

export const scanLimits: ScanLimits = {
  maxDepth: 3,
  maxEntries: 10_000,
  maxExpandedBytes: 419_430_400,
  maxRatio: 200,
  ratioFromBytes: 8_388_608,
  maxPdfBytes: 268_435_456,
  maxPdfStreams: 20_000,
  maxMailBytes: 33_554_432,
  maxMilliseconds: 60_000,
};
