import type { QuestionnaireEvent } from './questionnaire-events.js';
import { reasonNames, ruleInWords } from '../reassessments/words.js';
import { dayInWords } from '../words/dates.js';
import { counted } from '../words/numbers.js';
import type { Predicates } from './events.js';
import { fileRefusal } from './wording.js';

export const questionnairePredicates: Predicates<QuestionnaireEvent['kind']> = {
  'questionnaire-created': ({ title, copiedFrom }) =>
    copiedFrom === undefined
      ? { fr: `a créé le questionnaire ${title}`, en: `created the questionnaire ${title}` }
      : {
          fr: `a créé le questionnaire ${title} en copiant ${copiedFrom}`,
          en: `created the questionnaire ${title} as a copy of ${copiedFrom}`,
        },
  'questionnaire-changed': ({ title, revision }) => ({
    fr: `a modifié le questionnaire ${title} (révision ${revision})`,
    en: `changed the questionnaire ${title} (revision ${revision})`,
  }),
  'questionnaire-published': ({ title, number }) => ({
    fr: `a publié la version ${number} du questionnaire ${title}`,
    en: `published version ${number} of the questionnaire ${title}`,
  }),
  'dry-run-wanted': ({ title, number }) => ({
    fr: `a simulé le passage des évaluations en cours à la version ${number} du questionnaire ${title}`,
    en: `tried the move of running assessments to version ${number} of the questionnaire ${title}`,
  }),
  'moves-wanted': ({ title, number, assessments }) => ({
    fr: `a demandé le passage à la version ${number} du questionnaire ${title} (${counted(assessments, 'évaluation', 'évaluations', 'fr')})`,
    en: `asked for the move to version ${number} of the questionnaire ${title} (${counted(assessments, 'assessment', 'assessments', 'en')})`,
  }),
  'wording-corrected': ({ title, number, subject, before, after, reason }) => ({
    fr: `a corrigé un texte de ${subject}, version ${number} du questionnaire ${title}, sans en changer le sens : « ${before.fr} » devient « ${after.fr} » (${reason})`,
    en: `corrected a text of ${subject}, version ${number} of the questionnaire ${title}, without changing its meaning: “${before.en}” becomes “${after.en}” (${reason})`,
  }),
  'version-retired': ({ title, number, reason }) => ({
    fr: `a retiré la version ${number} du questionnaire ${title} : ${reason}`,
    en: `retired version ${number} of the questionnaire ${title}: ${reason}`,
  }),
  'version-reinstated': ({ title, number }) => ({
    fr: `a remis en service la version ${number} du questionnaire ${title}`,
    en: `put version ${number} of the questionnaire ${title} back`,
  }),
  'questionnaire-archived': ({ title }) => ({
    fr: `a archivé le questionnaire ${title}`,
    en: `archived the questionnaire ${title}`,
  }),
  'questionnaire-restored': ({ title }) => ({
    fr: `a rétabli le questionnaire ${title}`,
    en: `restored the questionnaire ${title}`,
  }),
  'questionnaire-file-taken': ({ name }) => ({
    fr: `a déposé le fichier de questionnaire ${name}`,
    en: `uploaded the questionnaire file ${name}`,
  }),
  'questionnaire-file-given-up': ({ name }) => ({
    fr: `a arrêté la lecture du fichier de questionnaire ${name}`,
    en: `stopped the reading of the questionnaire file ${name}`,
  }),
  'questionnaire-file-refused': ({ name, signature, reason }) => ({
    fr: `s’est vu refuser le fichier de questionnaire ${name} (${fileRefusal(reason, signature, 'fr')})`,
    en: `was refused the questionnaire file ${name} (${fileRefusal(reason, signature, 'en')})`,
  }),
  'questionnaire-file-saved': ({ name, title, questions }) => ({
    fr: `a enregistré ${counted(questions, 'question', 'questions', 'fr')} de ${name} en brouillon du questionnaire ${title}`,
    en: `saved ${counted(questions, 'question', 'questions', 'en')} of ${name} as a draft of the questionnaire ${title}`,
  }),
  'profile-saved': ({ name, number }) => ({
    fr: `a enregistré le profil de pondération ${name}, version ${number}`,
    en: `saved the weight profile ${name}, version ${number}`,
  }),
  'profile-made-default': ({ name }) => ({
    fr: `a fait du profil de pondération ${name} celui par défaut`,
    en: `made the weight profile ${name} the default`,
  }),
  'profile-archived': ({ name }) => ({
    fr: `a archivé le profil de pondération ${name}`,
    en: `archived the weight profile ${name}`,
  }),
  'engagement-profile-chosen': ({ engagementName, profileName }) =>
    profileName === undefined
      ? {
          fr: `a rendu le profil par défaut à la prestation ${engagementName}`,
          en: `gave the engagement ${engagementName} its default profile back`,
        }
      : {
          fr: `a choisi le profil ${profileName} pour la prestation ${engagementName}`,
          en: `chose the profile ${profileName} for the engagement ${engagementName}`,
        },
  'campaign-created': ({ name, engagements, dueOn }) => ({
    fr: `a préparé la campagne ${name} (${counted(engagements, 'prestation', 'prestations', 'fr')}, échéance ${dayInWords(dueOn, 'fr')})`,
    en: `prepared the campaign ${name} (${counted(engagements, 'engagement', 'engagements', 'en')}, due ${dayInWords(dueOn, 'en')})`,
  }),
  'campaign-sent': ({ name, sent, unsent = 0 }) => ({
    fr: `a envoyé la campagne ${name} (${counted(sent, 'évaluation', 'évaluations', 'fr')}${unsent === 0 ? '' : `, ${counted(unsent, 'prestation non envoyée', 'prestations non envoyées', 'fr')}`})`,
    en: `sent the campaign ${name} (${counted(sent, 'assessment', 'assessments', 'en')}${unsent === 0 ? '' : `, ${counted(unsent, 'engagement not sent', 'engagements not sent', 'en')}`})`,
  }),
  'campaign-stopped': ({ name, sent, unsent }) => ({
    fr: `a arrêté l’envoi de la campagne ${name} (${counted(sent, 'évaluation envoyée', 'évaluations envoyées', 'fr')}, ${counted(unsent, 'prestation non envoyée', 'prestations non envoyées', 'fr')})`,
    en: `stopped sending the campaign ${name} (${counted(sent, 'assessment sent', 'assessments sent', 'en')}, ${counted(unsent, 'engagement not sent', 'engagements not sent', 'en')})`,
  }),
  'reassessment-rule-set': ({ engagementName, rule }) => {
    const of =
      engagementName === undefined
        ? { fr: 'de l’organisation', en: 'of the organisation' }
        : { fr: `de la prestation ${engagementName}`, en: `of the engagement ${engagementName}` };
    const words =
      rule === undefined
        ? { fr: 'celle de l’organisation', en: 'that of the organisation' }
        : { fr: ruleInWords(rule, 'fr'), en: ruleInWords(rule, 'en') };
    return {
      fr: `a fixé la règle de réévaluation ${of.fr}\u00a0: ${words.fr}`,
      en: `set the reassessment rule ${of.en}: ${words.en}`,
    };
  },
  'reassessment-proposed': ({ engagementName, reason }) => ({
    fr: `propose de réévaluer la prestation ${engagementName} (${reasonNames[reason].fr})`,
    en: `proposes to reassess the engagement ${engagementName} (${reasonNames[reason].en})`,
  }),
  'reassessment-set-aside': ({ engagementName, reason }) => ({
    fr: `a écarté la réévaluation proposée de la prestation ${engagementName} (${reasonNames[reason].fr})`,
    en: `set the proposed reassessment of the engagement ${engagementName} aside (${reasonNames[reason].en})`,
  }),
  'campaign-reminders-changed': ({ name, on, words }) => ({
    fr: `a ${on ? 'laissé en marche' : 'arrêté'} les relances de la campagne ${name}${words === undefined ? '' : ', texte modifié'}`,
    en: `${on ? 'kept on' : 'switched off'} the reminders of the campaign ${name}${words === undefined ? '' : ', text changed'}`,
  }),
  'address-paused': ({ email, reply }) => ({
    fr: `a suspendu les relances à ${email}, que son serveur refuse («\u00a0${reply}\u00a0»)`,
    en: `paused reminders to ${email}, which its server refuses (“${reply}”)`,
  }),
  'decision-rule-recorded': ({ subject, name }) => ({
    fr: `a fixé d’avance la règle de décision ${{ assessment: 'de la prestation', campaign: 'de la campagne', version: 'de la version' }[subject]} ${name}`,
    en: `set beforehand the decision rule of the ${{ assessment: 'engagement', campaign: 'campaign', version: 'version' }[subject]} ${name}`,
  }),
  'campaign-discarded': ({ name }) => ({
    fr: `a abandonné la campagne ${name}`,
    en: `discarded the campaign ${name}`,
  }),
};
