import type { AssessmentEvent } from './assessment-events.js';
import { findingStatusNames } from '../findings/finding.js';
import { reasonNames } from '../reassessments/words.js';
import { dayInWords } from '../words/dates.js';
import { ofName } from '../words/elision.js';
import { counted } from '../words/numbers.js';
import type { Predicates } from './events.js';
import { partInWords, withFile } from './part-words.js';
import { momentNames, outcomeNames, severityNames } from './wording.js';

export const assessmentPredicates: Predicates<AssessmentEvent['kind']> = {
  'assessment-sent': ({ supplierName, engagementName, recipient, dueOn }) => ({
    fr: `a envoyé à ${recipient} l’évaluation ${ofName(supplierName)} pour ${engagementName}, échéance ${dayInWords(dueOn, 'fr')}`,
    en: `sent ${recipient} the assessment of ${supplierName} for ${engagementName}, due ${dayInWords(dueOn, 'en')}`,
  }),
  'link-resent': ({ recipient }) => ({
    fr: `a renvoyé le lien à ${recipient}`,
    en: `sent the link to ${recipient} again`,
  }),
  'reminder-sent': ({ recipient, daysFromDue, words }) => {
    if (daysFromDue === undefined)
      return words === undefined
        ? { fr: `a relancé ${recipient}`, en: `reminded ${recipient}` }
        : {
            fr: `a relancé ${recipient} en ces mots\u00a0: ${words}`,
            en: `reminded ${recipient} in these words: ${words}`,
          };
    const days = Math.abs(daysFromDue);
    return daysFromDue < 0
      ? {
          fr: `a relancé ${recipient}, ${counted(days, 'jour', 'jours', 'fr')} avant l’échéance`,
          en: `reminded ${recipient}, ${counted(days, 'day', 'days', 'en')} before the due date`,
        }
      : {
          fr: `a relancé ${recipient}, ${counted(days, 'jour', 'jours', 'fr')} après l’échéance`,
          en: `reminded ${recipient}, ${counted(days, 'day', 'days', 'en')} after the due date`,
        };
  },
  'link-revoked': ({ recipient }) => ({
    fr: `a révoqué le lien ${ofName(recipient)}`,
    en: `revoked the link of ${recipient}`,
  }),
  'recipient-replaced': ({ before, recipient }) => ({
    fr: `a remplacé le destinataire ${before} par ${recipient}`,
    en: `replaced the recipient ${before} with ${recipient}`,
  }),
  'recipient-admitted': ({ recipient }) => ({
    fr: `a donné à ${recipient} l’accès aux réponses`,
    en: `gave ${recipient} access to the answers`,
  }),
  'due-date-changed': ({ before, dueOn }) => ({
    fr: `a déplacé l’échéance du ${dayInWords(before, 'fr')} au ${dayInWords(dueOn, 'fr')}`,
    en: `moved the due date from ${dayInWords(before, 'en')} to ${dayInWords(dueOn, 'en')}`,
  }),
  'version-moved': ({ fromNumber, toNumber }) => ({
    fr: `a fait passer l’évaluation de la version ${fromNumber} à la version ${toNumber} du questionnaire`,
    en: `moved the assessment from version ${fromNumber} to version ${toNumber} of the questionnaire`,
  }),
  'version-move-returned': ({ fromNumber, toNumber }) => ({
    fr: `a fait revenir l’évaluation de la version ${toNumber} à la version ${fromNumber} du questionnaire`,
    en: `took the assessment back from version ${toNumber} to version ${fromNumber} of the questionnaire`,
  }),
  'answers-moved': ({ reconfirm }) =>
    reconfirm.length === 0
      ? {
          fr: 'a fait passer les réponses à la nouvelle version, aucune n’est à reconfirmer',
          en: 'moved the answers to the new version, none is to be reconfirmed',
        }
      : {
          fr: `a fait passer les réponses à la nouvelle version : ${counted(reconfirm.length, 'à reconfirmer', 'à reconfirmer', 'fr')}`,
          en: `moved the answers to the new version: ${counted(reconfirm.length, 'to reconfirm', 'to reconfirm', 'en')}`,
        },
  'answers-moved-back': () => ({
    fr: 'a rendu les réponses telles qu’elles étaient avant le passage à la nouvelle version',
    en: 'gave the answers back as they were before the move to the new version',
  }),
  'reassessment-sent': ({ reason, byRule }) => ({
    fr: `a repris une évaluation antérieure (${byRule ? 'selon la règle, ' : ''}${reasonNames[reason].fr})`,
    en: `took up an earlier assessment again (${byRule ? 'by the rule, ' : ''}${reasonNames[reason].en})`,
  }),
  'answers-carried': ({ questionIds, pieces, expired }) => ({
    fr: `a repris les réponses d’avant\u00a0: ${counted(questionIds.length, 'à reconfirmer', 'à reconfirmer', 'fr')}, ${counted(pieces, 'pièce', 'pièces', 'fr')}${expired === 0 ? '' : `, ${counted(expired, 'pièce expirée non reprise', 'pièces expirées non reprises', 'fr')}`}`,
    en: `carried earlier answers over: ${counted(questionIds.length, 'to reconfirm', 'to reconfirm', 'en')}, ${counted(pieces, 'piece', 'pieces', 'en')}${expired === 0 ? '' : `, ${counted(expired, 'expired piece left out', 'expired pieces left out', 'en')}`}`,
  }),
  'assessment-cancelled': ({ reason }) => ({
    fr: `a annulé l’évaluation\u00a0: ${reason}`,
    en: `cancelled the assessment: ${reason}`,
  }),
  'assessment-reopened': ({ reason }) => ({
    fr: `a rouvert l’évaluation\u00a0: ${reason}`,
    en: `reopened the assessment: ${reason}`,
  }),
  'link-opened': ({ recipient }) => ({
    fr: `a ouvert le lien ${ofName(recipient)}`,
    en: `opened the link of ${recipient}`,
  }),
  'code-sent': ({ recipient }) => ({
    fr: `a demandé un code, envoyé à ${recipient}`,
    en: `asked for a code, sent to ${recipient}`,
  }),
  'code-accepted': ({ recipient }) => ({
    fr: `a saisi le code reçu par ${recipient}`,
    en: `entered the code received by ${recipient}`,
  }),
  'code-refused': ({ recipient, triesLeft }) => ({
    fr: `a saisi un code erroné pour ${recipient} (essais restants\u00a0: ${triesLeft})`,
    en: `entered a wrong code for ${recipient} (tries left: ${triesLeft})`,
  }),
  'request-accepted': ({ recipient }) => ({
    fr: `a accepté la demande adressée à ${recipient}`,
    en: `accepted the request sent to ${recipient}`,
  }),
  'request-declined': ({ recipient, reason, suggested }) => ({
    fr: `a signalé que la demande n’est pas pour ${recipient}\u00a0: ${reason}${suggested === undefined ? '' : `\u00a0; plutôt ${suggested}`}`,
    en: `said that the request is not for ${recipient}: ${reason}${suggested === undefined ? '' : `; rather ${suggested}`}`,
  }),
  'workspace-chosen': ({ created, organisationName }) =>
    created
      ? {
          fr: `a créé l’espace ${organisationName} pour répondre`,
          en: `created the workspace ${organisationName} to answer`,
        }
      : {
          fr: `a choisi l’espace ${organisationName} pour répondre`,
          en: `chose the workspace ${organisationName} to answer`,
        },
  'part-handed-over': ({ recipient, themes, questions }) => ({
    fr: `a confié à ${recipient} ${partInWords(themes, questions, 'fr')}`,
    en: `handed ${partInWords(themes, questions, 'en')} over to ${recipient}`,
  }),
  'part-changed': ({ recipient, themes, questions }) => ({
    fr: `a modifié la partie confiée à ${recipient}\u00a0: ${partInWords(themes, questions, 'fr')}`,
    en: `changed the part handed over to ${recipient}: ${partInWords(themes, questions, 'en')}`,
  }),
  'part-taken-back': ({ recipient, themes, questions }) => ({
    fr: `a repris à ${recipient} ${partInWords(themes, questions, 'fr')}`,
    en: `took ${partInWords(themes, questions, 'en')} back from ${recipient}`,
  }),
  'answering-started': () => ({ fr: 'a commencé à répondre', en: 'started answering' }),
  'answer-saved': ({ questionId, revision, reconfirms }) =>
    reconfirms === undefined
      ? {
          fr: `a enregistré la réponse à ${questionId} (révision ${revision})`,
          en: `saved the answer to ${questionId} (revision ${revision})`,
        }
      : {
          fr: `a relu et reconfirmé une réponse antérieure à ${questionId} (révision ${revision})`,
          en: `read again and reconfirmed an earlier answer to ${questionId} (revision ${revision})`,
        },
  'answer-refused': ({ questionId, revision }) => ({
    fr: `a refusé de répondre à ${questionId} (révision ${revision})`,
    en: `declined to answer ${questionId} (revision ${revision})`,
  }),
  'not-applicable-claimed': ({ questionId, revision }) => ({
    fr: `a déclaré ${questionId} sans objet (révision ${revision})`,
    en: `claimed that ${questionId} does not apply (revision ${revision})`,
  }),
  'answer-cleared': ({ questionId, revision }) => ({
    fr: `a effacé la réponse à ${questionId} (révision ${revision})`,
    en: `cleared the answer to ${questionId} (revision ${revision})`,
  }),
  'evidence-linked': ({ questionId, name }) => ({
    fr: `a joint la pièce ${name} à ${questionId}`,
    en: `attached the piece ${name} to ${questionId}`,
  }),
  'evidence-unlinked': ({ questionId, name }) => ({
    fr: `a détaché la pièce ${name} ${ofName(questionId)}`,
    en: `detached the piece ${name} from ${questionId}`,
  }),
  submitted: ({ number, answers, pieces }) => ({
    fr: `a remis les réponses, remise n°\u00a0${number} (${counted(answers, 'réponse', 'réponses', 'fr')}, ${counted(pieces, 'pièce', 'pièces', 'fr')})`,
    en: `submitted the answers, submission no.\u00a0${number} (${counted(answers, 'answer', 'answers', 'en')}, ${counted(pieces, 'piece', 'pieces', 'en')})`,
  }),
  'review-started': ({ number }) => ({
    fr: `a commencé l’examen de la remise n°\u00a0${number}`,
    en: `started the review of submission no.\u00a0${number}`,
  }),
  returned: ({ reason }) => ({
    fr: `a retourné l’évaluation pour précision\u00a0: ${reason}`,
    en: `returned the assessment for clarification: ${reason}`,
  }),
  'clarification-asked': ({ questionId, file }) => ({
    fr: `a demandé une précision ${about(questionId, 'fr')}${withFile(file, 'fr')}`,
    en: `asked for clarification ${about(questionId, 'en')}${withFile(file, 'en')}`,
  }),
  'clarification-answered': ({ questionId, file }) => ({
    fr: `a répondu à la demande de précision ${about(questionId, 'fr')}${withFile(file, 'fr')}`,
    en: `answered the request for clarification ${about(questionId, 'en')}${withFile(file, 'en')}`,
  }),
  'clarification-closed': ({ questionId }) => ({
    fr: `a clos la demande de précision ${about(questionId, 'fr')}`,
    en: `closed the request for clarification ${about(questionId, 'en')}`,
  }),
  'clarification-resolved': ({ questionId }) => ({
    fr: `a déclaré résolue la demande de précision ${about(questionId, 'fr')}`,
    en: `marked the request for clarification ${about(questionId, 'en')} as resolved`,
  }),
  'clarification-reopened': ({ questionId }) => ({
    fr: `a rouvert la demande de précision ${about(questionId, 'fr')}`,
    en: `reopened the request for clarification ${about(questionId, 'en')}`,
  }),
  'evidence-graded': ({ questionId, name, level }) => ({
    fr: `a accepté la pièce ${name} au niveau ${level} pour ${questionId}`,
    en: `accepted the piece ${name} at level ${level} for ${questionId}`,
  }),
  'evidence-rejected': ({ questionId, name, reason }) => ({
    fr: `a rejeté la pièce ${name} pour ${questionId}\u00a0: ${reason}`,
    en: `rejected the piece ${name} for ${questionId}: ${reason}`,
  }),
  'evidence-verdict-withdrawn': ({ questionId, name }) => ({
    fr: `a remis à l’examen la pièce ${name} pour ${questionId}`,
    en: `put the piece ${name} back to be examined for ${questionId}`,
  }),
  'answers-seen': ({ number, questionIds }) => ({
    fr: `a vu ${questionIds.length === 1 ? 'la réponse' : 'les réponses'} ${questionIds.join(', ')} de la remise n°\u00a0${number}`,
    en: `saw the ${questionIds.length === 1 ? 'answer' : 'answers'} ${questionIds.join(', ')} of submission no.\u00a0${number}`,
  }),
  'na-decided': ({ questionId, accepted, reason }) =>
    accepted
      ? {
          fr: `a accepté le «\u00a0sans objet\u00a0» ${ofName(questionId)}\u00a0: ${reason}`,
          en: `accepted that ${questionId} does not apply: ${reason}`,
        }
      : {
          fr: `a refusé le «\u00a0sans objet\u00a0» ${ofName(questionId)}\u00a0: ${reason}`,
          en: `refused that ${questionId} does not apply: ${reason}`,
        },
  'na-decision-withdrawn': ({ questionId }) => ({
    fr: `a remis à l’examen le «\u00a0sans objet\u00a0» ${ofName(questionId)}`,
    en: `put the claim that ${questionId} does not apply back to be decided`,
  }),
  'answer-overridden': ({ questionId, reason }) => ({
    fr: `a corrigé la réponse à ${questionId}\u00a0: ${reason}`,
    en: `corrected the answer to ${questionId}: ${reason}`,
  }),
  'override-withdrawn': ({ questionId, reason }) => ({
    fr: `a rétabli la réponse du fournisseur à ${questionId}\u00a0: ${reason}`,
    en: `restored the supplier’s answer to ${questionId}: ${reason}`,
  }),
  'note-written': ({ questionId }) => ({
    fr: `a écrit une note interne sur ${questionId}`,
    en: `wrote an internal note on ${questionId}`,
  }),
  'finding-raised': ({ questionId, severity }) => ({
    fr: `a ouvert un constat de gravité ${severityNames[severity].fr} sur ${questionId}`,
    en: `raised a finding of ${severityNames[severity].en} severity on ${questionId}`,
  }),
  'finding-changed': ({ questionId, status, reason }) => ({
    fr: `a fait passer le constat sur ${questionId} à «\u00a0${findingStatusNames[status].fr}\u00a0»${reason === '' ? ', au vu de la réponse' : `\u00a0: ${reason}`}`,
    en: `moved the finding on ${questionId} to “${findingStatusNames[status].en}”${reason === '' ? ', given the answer' : `: ${reason}`}`,
  }),
  reviewed: ({ number }) => ({
    fr: `a terminé l’examen de la remise n°\u00a0${number}`,
    en: `finished the review of submission no.\u00a0${number}`,
  }),
  decided: ({ outcome, reason }) => ({
    fr: `a décidé de ${outcomeNames[outcome].fr}\u00a0: ${reason}`,
    en: `decided to ${outcomeNames[outcome].en}: ${reason}`,
  }),
  'decision-told': ({ outcome, gradeShared }) => ({
    fr: `a annoncé la décision de ${outcomeNames[outcome].fr}${gradeShared ? ', avec la note' : ''}`,
    en: `announced the decision to ${outcomeNames[outcome].en}${gradeShared ? ', with the grade' : ''}`,
  }),
  'score-kept': ({ moment, grade, score }) => ({
    fr: `a gardé le score ${momentNames[moment].fr}${inBrackets(grade, score, 'fr')}`,
    en: `kept the score ${momentNames[moment].en}${inBrackets(grade, score, 'en')}`,
  }),
};

function inBrackets(grade: string | undefined, score: number | undefined, language: 'fr' | 'en'): string {
  if (grade === undefined || score === undefined) return '';
  const figures = score.toFixed(2);
  return ` (${grade}, ${language === 'fr' ? figures.replace('.', ',') : figures})`;
}

/** A thread without a question is about the request as a whole. */
function about(questionId: string, language: 'fr' | 'en'): string {
  if (questionId !== '') return `${language === 'fr' ? 'sur' : 'on'} ${questionId}`;
  return language === 'fr' ? 'sur l’ensemble de la demande' : 'on the request as a whole';
}
