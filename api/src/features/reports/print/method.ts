import type { Language, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { inNumber } from '@probant/shared/words/numbers';
import type { Content } from 'pdfmake/interfaces.js';
import { gradeCell, nbsp, paragraph, sayIn, subtitle, tableOf, title } from './paper.js';

/** How a score comes about, for whoever reads one for the first time; the figures are those of the document. */
export function methodSection(document: QuestionnaireDocument, language: Language): Content[] {
  const say = sayIn(language);
  return [
    title(say('Méthode', 'Method'), { newPage: true }),
    ...paragraphs(language).map(paragraph),
    subtitle(say('Du score à la note', 'From score to grade')),
    tableOf(
      [
        { title: say('Note', 'Grade'), width: 40 },
        { title: say('Score de risque', 'Risk score'), width: '*' },
      ],
      document.grades.map(({ grade, max }, index) => {
        const min = document.grades[index - 1]?.max ?? 0;
        const [from, to] = [inNumber(min, language), inNumber(max, language)];
        const last = index === document.grades.length - 1;
        const below = last ? say(`à ${to}`, `to ${to}`) : say(`à moins de ${to}`, `to below ${to}`);
        return [gradeCell(grade), `${say('de', 'from')} ${from} ${below}`];
      }),
    ),
  ];
}

function paragraphs(language: Language): string[] {
  return language === 'fr'
    ? [
        `Chaque prestation est évaluée par un questionnaire versionné, auquel le fournisseur répond avec des pièces. Le score de risque va de 0 (le meilleur) à 100 et se lit ligne à ligne${nbsp}: chaque question porte un risque, une force de preuve et un poids.`,
        `Ce qui est affirmé sans preuve suffisante compte plus cher que ce qui est démontré, et une question sans réponse n’améliore jamais le score. La confiance dit quelle part de la note repose sur des pièces examinées.`,
        `Les points éliminatoires posent un plancher qu’aucune pondération ne peut abaisser. Ils sont de trois sortes${nbsp}: illicite (une réponse donnée l’établit), prouvé (une réponse donnée l’admet), non démontré (la réponse ou la pièce manque).`,
        `Le risque inhérent tient au service acheté, quel que soit le fournisseur${nbsp}; la note est le risque résiduel, après réponses et preuves. Les poids sont ceux du profil de pondération de l’organisation.`,
        `Ce rapport est indicatif et ne constitue pas un conseil juridique.`,
      ]
    : [
        'Each engagement is assessed by a versioned questionnaire, which the supplier answers with evidence. The risk score runs from 0 (best) to 100 and is read line by line: each question carries a risk, a strength of proof and a weight.',
        'What is claimed without sufficient proof costs more than what is demonstrated, and a question without an answer never improves the score. Confidence tells how much of the grade rests on evidence that was examined.',
        'Knock-outs set a floor that no weight can lower. They are of three kinds: unlawful (an answer given establishes it), proved (an answer given admits it), not demonstrated (the answer or the evidence is missing).',
        'Inherent risk comes with the service bought, whoever supplies it; the grade is the residual risk, after answers and proof. Weights are those of the organisation’s weight profile.',
        'This report is indicative and no legal advice.',
      ];
}
