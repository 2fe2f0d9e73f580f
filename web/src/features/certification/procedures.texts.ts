import { defineTexts } from '../../platform/i18n/texts.js';

/** What follows the loss of a certificate. */
export const procedureTexts = defineTexts({
  fr: {
    'procedures.title': 'Perte de certification',
    'procedure.title': '{name} : {cause}, le {day}',
    'procedure.open': 'En cours',
    'procedure.closed': 'Close',
    'procedure.due': 'au plus tard le {day} selon CL-18',
    'procedure.done': 'le {day}, par {name}',
    'procedure.act': 'Dater',
    'procedure.date': 'Dater : {step}',
    'procedure.doneOn': 'Fait le',
    'procedure.note': 'Note',
    'procedure.note.closed': 'Comment elle se termine',
    'required.note': 'Dites comment la procédure se termine.',
    'procedure.clauses': 'Les textes à opposer, ou à faire ajouter au contrat',
    'procedure.clauses.text':
      "Les délais de 48 heures et de 60 jours sont ceux du modèle CL-18 : sans cette clause au contrat, ils ne sont que demandés. « Aucune clause du contrat n'envisage la question », a relevé la cour à Douai.",
  },
  en: {
    'procedures.title': 'Loss of certification',
    'procedure.title': '{name}: {cause}, {day}',
    'procedure.open': 'Under way',
    'procedure.closed': 'Closed',
    'procedure.due': 'by {day} under CL-18',
    'procedure.done': '{day}, by {name}',
    'procedure.act': 'Date',
    'procedure.date': 'Date: {step}',
    'procedure.doneOn': 'Done on',
    'procedure.note': 'Note',
    'procedure.note.closed': 'How it ends',
    'required.note': 'Say how the procedure ends.',
    'procedure.clauses': 'The texts to rely on, or to have added to the contract',
    'procedure.clauses.text':
      'The 48 hours and 60 days are those of the model CL-18: without this clause in the contract they are merely asked for. The court in Douai noted that no clause of the contract dealt with the question.',
  },
});
