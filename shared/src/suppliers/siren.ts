/**
 * The nine digits of a company in what a person typed or pasted: a SIREN, a SIRET (its first nine digits) or a French
 * VAT number (its last nine), with any spaces and dots. Nothing when it is none of these.
 */
export function findSiren(text: string): string | undefined {
  const bare = text.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();
  if (/^\d{9}$/.test(bare)) return bare;
  if (/^\d{14}$/.test(bare)) return bare.slice(0, 9);
  return /^FR[0-9A-Z]{2}\d{9}$/.test(bare) ? bare.slice(4) : undefined;
}

/**
 * The checksum of Luhn. A number that fails it is most often mistyped, yet a few real ones do: a warning, never a refusal.
 * Nine zeros pass the arithmetic and belong to nobody.
 */
export function passesSirenChecksum(siren: string): boolean {
  if (!/^\d{9}$/.test(siren) || siren === '000000000') return false;
  const sum = Array.from(siren).reduceRight((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The French VAT number that follows from a SIREN: `552081317` is `FR03552081317`. Whether it is in force, only VIES tells. */
export function vatNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
}
