/** French: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in French; folded, lower case. */
export const people: PersonWords = {
  titles: {
    he: listed('monsieur m abbe comte duc marquis vicomte'),
    she: listed('mme mlle madame mademoiselle comtesse marquise tante'),
    open: listed('president ministre docteur maitre pere oncle le la st'),
  },
  addresses: listed('m mme mlle monsieur madame mademoiselle le la'),
  articles: listed('le la les l un une'),
  bodyArticles: listed('les'),
  bodyJoins: NONE,
  particles: { opens: listed('de du la le'), follows: NONE },
  declension: null,
  organisations: listed('ministere universite societe banque conseil gouvernement comite'),
  given: {
    he: listed(`
    jean pierre jacques michel philippe alain bernard andre francois nicolas laurent
    christophe eric guy yves rene marcel claude emmanuel antoine julien luc olivier pascal
    thierry
  `),
    she: listed(`
    nathalie isabelle sylvie valerie francoise monique nicole helene cecile camille sophie
    juliette simone pauline marie louise jacqueline
  `),
  },
  nouns: {
    he: listed('homme garcon pere fils frere mari roi vieillard abbe pretre'),
    she: listed('femme fille mere soeur reine dame'),
    open: listed(`
    compagnon ami camarade voisin enfant hote cousine maitre compagne amie collegue avocat
  `),
  },
  notSpeakers: listed('autre habitude voix mots reponse yeux visage ton question'),
  called: { he: listed('monsieur père papa oncle'), she: listed('madame mère maman tante mademoiselle') },
  callsBefore: listed('mon ma oui non'),
  headEnds: listed('de du des a au'),
  roleEnds: listed('du de aupres'),
  roleJoins: listed('et'),
  roleCompounds: [],
  roleOver: ['ancien'],
};
