import { plainWords } from './grid.js';

/** What a column of a questionnaire holds; those that suppliers fill in and those left out among them. */
export const sheetFields = [
  'number',
  'section',
  'subsection',
  'question',
  'help',
  'type',
  'options',
  'answer',
  'weight',
  'condition',
  'reference',
  'group',
  'risk',
  'comment',
] as const;
export type SheetField = (typeof sheetFields)[number];

export interface Heading {
  readonly field: SheetField;
  /** Where the heading names one. */
  readonly language?: 'fr' | 'en';
}

/** Headings as plain words, whole; the first field that has it is the one. */
const exact: Readonly<Record<SheetField, string>> = {
  number:
    'n|no|n°|num|numero|number|#|id|ref|reference|ref id|identifiant|identifier|code|item|index|nr|lfd nr|num pregunta|n question|' +
    'no question|numero question|numero de question|numero de la question|question number|question no|question n|question id|' +
    'id question|question ref|ref question|reference question|q n|n exigence|id exigence|requirement id|control id|id controle|' +
    'ques num|ques no|ques #|question #|question num|q no|q #|q#|q id|item no|item number|item #|s no|sr no|serial no|' +
    'req id|req no|req #|control no|control number|control #',
  section:
    'section|theme|thematique|domaine|chapitre|categorie|rubrique|famille|axe|partie|category|topic|domain|area|chapter|' +
    'question category|theme de la question|control domain|section title|titre de section|control family|' +
    'control category|security domain|security area|domaine de securite|grand theme|bereich|kapitel|thema|seccion|categoria|ambito|dominio|sezione',
  subsection:
    'sous theme|sous thematique|sous section|sous domaine|sous categorie|sous chapitre|subsection|sub section|subcategory|' +
    'sub category|subdomain|sub domain|subtopic',
  question:
    'question|questions|intitule|intitule de la question|libelle|libelle de la question|texte de la question|question text|' +
    'exigence|exigences|requirement|requirements|controle|control|point de controle|critere|criteres|criterion|criteria|' +
    'enonce|question posee|questions posees|mesure|mesure de securite|security requirement|exigence de securite|' +
    'consensus assessments question|assessment question|pregunta|preguntas|frage|fragen|anforderung|domanda|domande|requisito|requisitos',
  help:
    'aide|aide a la reponse|explication|explications|precision|precisions|description|detail|details|consigne|consignes|' +
    'guidance|help|instruction|instructions|hint|help text|additional guidance|objectif|rationale|contexte|context|attendu|attendus|' +
    'control specification|ccm control specification|control title|ccm control title|control description|title|titre|titre court',
  type:
    'type|type de reponse|type de question|type reponse|format|format de reponse|format attendu|answer type|response type|' +
    'question type|type of answer|type of response|nature de la reponse',
  options:
    'options|choix|choix possibles|reponses|reponses possibles|reponses attendues|valeurs possibles|valeurs|valeurs autorisees|liste|' +
    'liste de choix|liste de reponses|modalites|choices|possible answers|answer options|response options|allowed values|' +
    'answer choices|values|answers|responses|possible responses|bareme|cotation|echelle|scale|scoring',
  answer:
    'reponse|votre reponse|reponse fournisseur|reponse du fournisseur|reponse candidat|reponse du candidat|' +
    'reponse prestataire|reponse du prestataire|reponse soumissionnaire|answer|your answer|response|your response|' +
    'supplier answer|supplier response|vendor answer|vendor response|vendor answers|reply|oui non|yes no|' +
    'respuesta|antwort|risposta|conformite|compliance|statut|status',
  weight:
    'poids|ponderation|coefficient|coef|coeff|weight|weighting|points|nombre de points|bareme points|note max|max score',
  condition:
    'condition|conditions|applicable si|a poser si|si|condition d affichage|depend de|applicability|' +
    'applicable if|depends on|shown if|only if|display condition',
  reference:
    'references|referentiel|referentiels|norme|normes|reference normative|article|mapping|standard|standards|framework|' +
    'reference iso|ccm control id|iso 27001|iso27001|iso 27002|iso 27001 2022|nist|nist csf|source|sources|reglementation|regulation',
  group:
    'niveau|niveaux|criticite|priorite|importance|level|criticality|priority|palier|maturite|maturity|groupe|group|profil|profile',
  risk: 'risque|risk|risk score|score de risque',
  comment:
    'commentaire|commentaires|remarque|remarques|comment|comments|notes|note|observation|observations|preuve|preuves|' +
    'justificatif|justificatifs|justification|evidence|evidences|proof|additional information|supplier comment|piece jointe|' +
    'score|resultat|result|evaluation|commentaire fournisseur|documents a fournir|bemerkung|bemerkungen|kommentar|comentario|comentarios|observaciones|responsable|owner|date',
};

const fieldOf = new Map(
  sheetFields
    .toReversed()
    .flatMap((field) => exact[field].split('|').map((words) => [words, field] as const)),
);
const languages = {
  fr: /\s(?:fr|francais|french|en francais|in french)$/u,
  en: /\s(?:en|anglais|english|en anglais|in english|eng)$/u,
} as const;
export const longestHeading = 60;

/** What a heading names, in French or English; nothing where it names nothing that is known. */
export function findHeading(text: string): Heading | undefined {
  if (text.length > longestHeading || !/[\p{L}#]/u.test(text)) return undefined;
  const words = plainWords(text.replaceAll(/\([^)]*\)$/gu, (inside) => ` ${inside.slice(1, -1)}`));
  const field = fieldOf.get(words) ?? fieldOf.get(plainWords(text.replace(/\([^)]*\)\s*$/u, '')));
  const language = languageOf(words);
  if (language !== undefined) {
    const named = fieldOf.get(words.replace(languages[language], ''));
    if (named !== undefined) return { field: named, language };
  }
  return field === undefined ? startOf(words) : { field };
}

function languageOf(words: string): 'fr' | 'en' | undefined {
  if (languages.en.test(words)) return 'en';
  return languages.fr.test(words) ? 'fr' : undefined;
}

/** A heading that goes on after its word: "Questions de sécurité", "Réponse du titulaire". */
function startOf(words: string): Heading | undefined {
  const starts: readonly (readonly [RegExp, SheetField])[] = [
    [
      /^(?:n|no|numero|id|ref|reference) (?:de |du |de la |d )?(?:question|exigence|item|controle)/u,
      'number',
    ],
    [/(?:^| )(?:domain|category|section|chapter|topic|family) (?:title|name)$/u, 'section'],
    [/^(?:questions?|exigences?|requirements?) /u, 'question'],
    [/^(?!nombre|nb|total|number|how).* questions?$/u, 'question'],
    [/^(?:choix|options|liste|reponses possibles|valeurs|possible|allowed) /u, 'options'],
    [/^(?:votre reponse|reponses?|your answer|your response|answers?|responses?) /u, 'answer'],
    [/(?:^| )(?:reponse|answer|response)s?$/u, 'answer'],
    [/^(?:poids|ponderation|coefficient|weight) /u, 'weight'],
    [/^(?:commentaires?|remarques?|comments?|justificatifs?|preuves?|evidence) /u, 'comment'],
    [/^(?:references?|referentiels?|exigence iso|iso|nist|norme) /u, 'reference'],
    [/^(?:niveau|criticite|importance|level|priority) /u, 'group'],
  ];
  const found = starts.find(([pattern]) => pattern.test(words));
  return found === undefined ? undefined : { field: found[1] };
}
