const senders = new Set<() => void>();

/** Who can send what waits registers here. */
export function onSendAsked(send: () => void): void {
  senders.add(send);
}

/** Before somebody leaves: what waits is tried now. */
export function askToSend(): void {
  for (const send of senders) send();
}
