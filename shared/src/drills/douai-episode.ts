import type { Moment } from '../moment.js';
import { testFileSha256, type Drill, type DrillDrop, type DrillTicket } from './drill.js';

const day = (on: string): Moment => ({ on, at: null });
const at = (on: string, time: string): Moment => ({ on, at: time });

const dropped = (on: string, ticket: DrillTicket): DrillDrop => ({
  place: 'Serveurs hébergés',
  method: 'Dépôt du fichier de test',
  sha256: testFileSha256,
  token: '',
  droppedAt: day(on),
  witness: '',
  tickets: [ticket],
});

/** Of each ticket: « alert infected file found on » and the server's reference. */
const title = 'alert infected file found on';

/**
 * CA Douai, 8 December 2022, RG 21/01153: the episode of 9 to 13 April 2018 as the court records it. What the ruling does not
 * say stays unknown: the hours of the drops, of the second ticket's closing and of the escalation.
 */
export const douaiEpisode: Drill = {
  name: 'Affaire de Douai',
  limits: { source: '', detectHours: null, qualifyHours: null, tellHours: null, originSearch: false },
  drops: [
    dropped('2018-04-09', {
      reference: '1',
      title,
      openedAt: at('2018-04-10', '02:01'),
      firstCommentAt: at('2018-04-10', '05:42'),
      comment: 'Ce n’est pas un virus',
      verdict: 'test-file',
      originSearched: 'no',
      closedBy: '',
      escalatedAt: null,
      toldAt: null,
      channel: null,
      told: '',
    }),
    dropped('2018-04-10', {
      reference: '2',
      title,
      openedAt: at('2018-04-11', '06:56'),
      firstCommentAt: null,
      comment: 'faux positif',
      verdict: 'false-positive',
      originSearched: 'no',
      closedBy: '',
      escalatedAt: null,
      toldAt: null,
      channel: null,
      told: '',
    }),
    dropped('2018-04-11', {
      reference: '3',
      title,
      openedAt: at('2018-04-12', '05:45'),
      firstCommentAt: null,
      comment: '',
      verdict: 'threat',
      originSearched: 'yes',
      closedBy: '',
      escalatedAt: day('2018-04-12'),
      toldAt: at('2018-04-12', '16:30'),
      channel: 'other',
      told: 'Suppression de plusieurs fichiers, transmission du ticket au niveau supérieur',
    }),
  ],
  explanation: {
    at: day('2018-04-13'),
    text: 'Les deux premiers avaient été vus comme des fichiers génériques de test\u00a0; les processus internes ont été mis à jour.',
  },
};
