/** French: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in French; folded, lower case. */
export const frPeople: PersonWords = {
  titles: {
    he: wordSet('monsieur m abbe comte duc marquis vicomte'),
    she: wordSet('mme mlle madame mademoiselle comtesse marquise tante'),
    open: wordSet('president ministre docteur maitre pere oncle le la st'),
  },
  addresses: wordSet('m mme mlle monsieur madame mademoiselle le la'),
  articles: wordSet('le la les l un une'),
  bodyArticles: wordSet('les'),
  bodyJoins: NO_WORDS,
  particles: { opens: wordSet('de du la le'), follows: NO_WORDS },
  declension: null,
  organisations: wordSet('ministere universite societe banque conseil gouvernement comite'),
  given: {
    he: wordSet(`
    jean pierre jacques michel philippe alain bernard andre francois nicolas laurent
    christophe eric guy yves rene marcel claude emmanuel antoine julien luc olivier pascal
    thierry
  `),
    she: wordSet(`
    nathalie isabelle sylvie valerie francoise monique nicole helene cecile camille sophie
    juliette simone pauline marie louise jacqueline
  `),
  },
  nouns: {
    he: wordSet('homme garcon pere fils frere mari roi vieillard abbe pretre'),
    she: wordSet('femme fille mere soeur reine dame'),
    open: wordSet(`
    compagnon ami camarade voisin enfant hote cousine maitre compagne amie collegue avocat
  `),
  },
  notSpeakers: wordSet('autre habitude voix mots reponse yeux visage ton question'),
  called: {
    he: wordSet('monsieur père papa oncle'),
    she: wordSet('madame mère maman tante mademoiselle'),
  },
  callsBefore: wordSet('mon ma oui non'),
  headEnds: wordSet('de du des a au'),
  roleEnds: wordSet('du de aupres'),
  roleJoins: wordSet('et'),
  roleCompounds: [],
  roleOver: ['ancien'],
};
