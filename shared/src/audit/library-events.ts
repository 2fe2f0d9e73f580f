interface OfEntry {
  readonly entryId: string;
  readonly questionId: string;
}

/** Events of a supplier's answer library and of the packs that leave and enter it. */
export type LibraryEvent =
  | ({
      readonly kind: 'library-entry-edited';
      readonly byEntryId: string;
      readonly contentSha256: string;
    } & OfEntry)
  | ({ readonly kind: 'library-entry-retired' | 'library-entry-restored' } & OfEntry)
  | {
      readonly kind: 'answer-pack-exported';
      readonly answers: number;
      readonly pieces: number;
      readonly manifestSha256: string;
    }
  | {
      readonly kind: 'answer-pack-imported';
      /** Whose answers it says they are. */
      readonly owner: string;
      readonly signerFingerprint: string;
      readonly manifestSha256: string;
      readonly answers: number;
      readonly pieces: number;
    }
  | { readonly kind: 'answer-pack-refused'; readonly name: string; readonly reason: string }
  | {
      readonly kind: 'signer-trusted' | 'signer-distrusted';
      readonly name: string;
      readonly fingerprint: string;
    };
