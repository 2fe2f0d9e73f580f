/** Events of proof files; titles are those of the moment. */
interface OfProofFile {
  readonly proofFileId: string;
  readonly title: string;
}

export type ProofEvent =
  | ({ readonly kind: 'proof-requested' | 'proof-given-up' } & OfProofFile)
  | ({
      readonly kind: 'proof-sealed';
      readonly sha256: string;
      readonly manifestSha256: string;
    } & OfProofFile)
  | ({ readonly kind: 'proof-downloaded'; readonly sha256: string } & OfProofFile);
