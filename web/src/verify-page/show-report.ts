import { tellFault } from '@probant/shared/proof/proof-fault';
import type { ProofReport } from '@probant/shared/proof/verify-proof';

import { verifyTexts, type VerifyLanguage, type VerifyTexts } from './verify-texts.js';

type Child = Node | string;

export function element(name: string, className: string, ...children: readonly Child[]): HTMLElement {
  const node = document.createElement(name);
  if (className !== '') node.className = className;
  node.append(...children);
  return node;
}

/** Whatever the file says is shown as text: nothing of it becomes markup. */
export function showReport(report: ProofReport, language: VerifyLanguage): HTMLElement {
  const t = verifyTexts[language];
  const verdict = report.intact
    ? element('div', 'verdict good', element('h2', '', t.intact), element('p', '', t.intactText))
    : element(
        'div',
        'verdict bad',
        element('h2', '', t.broken),
        element('p', '', t.brokenText),
        element(
          'ul',
          '',
          ...report.faults.slice(0, 200).map((fault) => element('li', '', tellFault(fault, language))),
        ),
      );
  return element('div', 'report', verdict, showKey(report, language), showFacts(report, language));
}

function showKey(report: ProofReport, language: VerifyLanguage): HTMLElement {
  const t = verifyTexts[language];
  const { keyFingerprint, trusted } = report;
  if (keyFingerprint === null)
    return element('div', 'verdict bad', element('h2', '', t.noKey), ...showKeys(report, t));
  const keys = showKeys(report, t);
  if (trusted === null)
    return element(
      'div',
      'verdict open',
      element('h2', '', t.unknown),
      element('p', '', t.unknownText),
      ...keys,
    );
  return trusted
    ? element('div', 'verdict good', element('h2', '', t.trusted), ...keys)
    : element('div', 'verdict bad', element('h2', '', t.untrusted), ...keys);
}

/** The seal's, and those of the roots where they are others. */
function showKeys(
  { keyFingerprint, contents, trusted, untrustedKeys }: ProofReport,
  t: VerifyTexts,
): HTMLElement[] {
  const code = (key: string) => element('code', '', key.match(/.{1,8}/g)?.join(' ') ?? '');
  const ofRoots = contents.rootKeys.filter((key) => key !== keyFingerprint);
  const isExpected = (key: string) => (untrustedKeys.includes(key) ? t.unexpectedKey : t.expectedKey);
  const tell = (what: string, key: string): HTMLElement[] =>
    ofRoots.length === 0
      ? [code(key)]
      : [element('p', '', trusted === null ? what : `${what}, ${isExpected(key)}`), code(key)];
  return [
    ...(keyFingerprint === null ? [] : tell(t.sealKey, keyFingerprint)),
    ...ofRoots.flatMap((key) => tell(t.rootKey, key)),
  ];
}

function describeAnchor(
  { excerpt, events, anchoredEvents, anchoredAt, timestampedAt }: ProofReport['contents']['chains'][number],
  t: VerifyTexts,
  instant: (at: string) => string,
): string {
  if (excerpt) return `${anchoredEvents}/${events} ${t.excerpt}`;
  if (anchoredAt === null) return t.notAnchored;
  const stamped = timestampedAt === null ? '' : `, ${t.stampedAt} ${instant(timestampedAt)}`;
  return `${anchoredEvents} ${t.anchored} ${instant(anchoredAt)}${stamped}`;
}

function showFacts(report: ProofReport, language: VerifyLanguage): HTMLElement {
  const t = verifyTexts[language];
  const { manifest, timestamp, contents } = report;
  const instant = (at: string) =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeStyle: 'medium',
      timeZone: 'Europe/Paris',
    }).format(new Date(at));
  const rows: (readonly [string, string])[] = [];
  if (manifest !== null)
    rows.push(
      [t.subject, manifest.subject.title],
      [t.owner, manifest.owner.name],
      [t.sealedAt, instant(manifest.sealedAt)],
    );
  const signed = timestamp?.signatureChecked === false ? `, ${t.notChecked}` : '';
  rows.push([
    t.timestamp,
    timestamp === null
      ? t.noTimestamp
      : `${instant(timestamp.at)} (${t.certificate} ${timestamp.certificateSha256.slice(0, 16)}…${signed})`,
  ]);
  rows.push([
    t.content,
    `${report.files} ${t.files}, ${contents.chains.length} ${t.chains}, ${contents.events} ${t.events}, ${contents.records} ${t.records}`,
  ]);
  const isSame = (same: boolean | null) => (same === null ? t.unknownEngine : same ? t.same : t.different);
  for (const { path, score, grade, same } of contents.scores)
    rows.push([t.scores, `${path}\u00a0: ${score?.toFixed(1) ?? '–'} ${grade ?? ''}, ${isSame(same)}`]);
  for (const chain of contents.chains)
    rows.push([t.anchors, `${chain.path}\u00a0: ${describeAnchor(chain, t, instant)}`]);
  if (contents.roots > 0) rows.push([t.roots, `${contents.roots}, ${contents.stampedRoots} ${t.stamped}`]);
  if (report.manifestSha256 !== null) rows.push([t.manifest, report.manifestSha256]);
  return element(
    'dl',
    '',
    ...rows.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]),
  );
}
