/** Where clamd listens: `tcp://host:port`, `unix:///run/clamav/clamd.ctl` or the path of the socket alone. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const defaultPort = 3310;

/** Absent when the text is no address; the caller names the variable it came from. */
export function findClamdAddress(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text };
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'unix:')
    return url.host === '' && url.pathname.length > 1 ? { path: url.pathname } : undefined;
  if (url.protocol !== 'tcp:' || url.hostname === '' || url.pathname.length > 1) return undefined;
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  return { host, port: url.port === '' ? defaultPort : Number(url.port) };
}
