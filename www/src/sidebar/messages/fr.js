/**
 * French messages. See index.js for what a message file has to give.
 */

/** What is said at first. @type {import('./index.js').Messages} */
export const first = {
  lang: 'fr',
  direction: 'ltr',
  fallbackLocale: 'fr-FR',

  name: 'L’essentiel',
  articleTime: 'Article {time}',
  gistTime: 'l’essentiel {time}',
  truncated: 'seul le début a été lu',
  sidebarLabel: 'L’essentiel de cet article',

  loading: 'Lecture de l’article…',
  emptyTitle: 'Cette page ne ressemble pas à un article',
  emptyText: 'La page n’a pas assez de texte suivi pour en tirer chiffres, dates et citations.',
  errorTitle: 'L’article n’a pas pu être lu',
  errorText: 'Une erreur s’est produite dans le panneau. La page elle-même est intacte.',
  retry: 'Réessayer',

  all: 'Tout',
  summary: 'En bref',
  figures: 'Chiffres clés',
  figuresTab: 'Chiffres',
  dates: 'Que s’est-il passé, et quand',
  datesTab: 'Dates',
  quotes: 'Qui a dit quoi',
  quotesTab: 'Citations',
  nothingFigures: 'L’article ne donne aucun chiffre.',
  nothingDates: 'L’article ne donne aucune date.',
  nothingQuotes: 'L’article ne cite personne.',
  nothingSummary: 'L’article est trop court pour être résumé.',
  showAll: { one: 'Afficher {n} autre', other: 'Afficher {n} autres' },

  length: 'Longueur du résumé',
  short: 'Court',
  medium: 'Moyen',
  long: 'Long',

  kinds: {
    casualties: 'Morts, blessés et disparus',
    troops: 'Forces armées',
    people: 'Personnes',
    money: 'Argent',
    percent: 'Pourcentages',
    measure: 'Mesures',
    age: 'Âges',
    count: 'Nombres',
  },
  modifiers: {
    approx: 'environ',
    'more-than': 'plus de',
    'less-than': 'moins de',
    'at-least': 'au moins',
    'at-most': 'au plus',
  },
  mentions: { one: 'cité {n} fois', other: 'cité {n} fois' },
  rangeOf: '{low} à {high}',
  chartPlace: 'Où ou à qui',
  chartNumber: 'Nombre',

  dateModifiers: {
    start: 'début {date}',
    mid: 'mi-{date}',
    end: 'fin {date}',
    approx: 'vers {date}',
    before: 'avant {date}',
    after: 'après {date}',
    'more-than': 'plus de {date}',
    'less-than': 'moins de {date}',
  },
  seasons: { SP: 'printemps {year}', SU: 'été {year}', FA: 'automne {year}', WI: 'hiver {year}' },
  quarter: 'T{n} {year}',
  half: 'semestre {n} de {year}',
  week: 'semaine {n} de {year}',
  decade: 'les années {year}',
  century: 'les années {n}00',
  published: 'Parution de l’article',

  unnamed: 'Sans auteur nommé',
  quoteCount: { one: '{n} citation', other: '{n} citations' },
  direct: 'discours direct',
  reported: 'discours rapporté',

  search: 'Chercher dans l’essentiel',

  more: 'Plus',
  close: 'Fermer',
  expand: 'Ouvrir l’essentiel',
  resize: 'Largeur du panneau',
  sheet: 'Hauteur du panneau',

  unavailable: 'Chargement impossible ; réessayez.',
  share: 'Partager',

  updated: 'L’article a changé ; il a été relu.',
  ready: 'L’essentiel est prêt.',
  verbatim: 'Mot pour mot dans l’article ; rien ne quitte votre navigateur',
};

/** What is said once a reader asks for more: loaded then. */
export const later = {
  durations: 'Combien de temps',
  nothingFound: 'Rien ne correspond à « {query} ».',

  order: 'Ordre',
  byTime: 'Des faits',
  byText: 'Du récit',
  scale: 'Chronologie de {from} à {to}',

  everyone: 'Tous',
  cast: 'Voix',

  found: { one: '{n} élément', other: '{n} éléments' },

  collapse: 'Replier en onglet',
  moveLeft: 'Placer à gauche',
  moveRight: 'Placer à droite',
  theme: 'Couleurs',
  themeAuto: 'Automatique',
  themeLight: 'Clair',
  themeDark: 'Sombre',

  previous: 'Élément précédent',
  next: 'Élément suivant',
  related: 'Va avec',
  copy: 'Copier',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  copyFailed: 'Copie impossible',
  copyText: 'Copier en texte',
  copyMarkdown: 'Copier en Markdown',
  copyJson: 'Copier en JSON',
  save: 'Enregistrer la page',
  print: 'Imprimer',

  shown: 'Affiché dans l’article : {text}',
  lost: 'Ce passage n’est plus dans la page.',
};

/** Both, as pages bring a language along. */
export default /* @__PURE__ */ Object.assign({}, first, later);
