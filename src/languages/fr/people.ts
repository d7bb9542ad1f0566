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
    adrien alain alexandre alexis amaury anatole andre antoine armand arnaud auguste aurelien
    baptiste bastien benoit bernard bertrand bruno cedric charles christian christophe claude
    clement cyril cyrille damien daniel david denis didier edouard emile emmanuel eric etienne
    fabien fabrice felix fernand florent franck francois frederic gabriel gaston georges gerald
    gerard germain gilbert gilles gregoire guillaume gustave guy henri herve honore hubert hugo
    hugues jacques jean jerome joel joseph jules julien justin laurent leon leopold lionel loic
    louis luc lucien marcel mathieu matthieu maurice maxence maxime michel nicolas noel octave
    olivier pascal patrice patrick paul philippe pierre quentin raoul raphael raymond regis remi
    remy rene richard robert rodolphe roger roland romain sebastien serge simon stephane sylvain
    theo theodore theophile thibault thierry thomas tristan valentin victor vincent xavier yann
    yannick yvan yves
  `),
    she: wordSet(`
    adele adeline agathe agnes alice aline amelie anais andree angele anne annick annie
    antoinette arlette armelle aude audrey aurelie aurore beatrice benedicte bernadette berthe
    brigitte camille caroline catherine cecile celine chantal charlotte christelle christiane
    christine claire clarisse clemence clementine clotilde colette coralie corinne danielle
    delphine denise diane dominique edith elisabeth elise elodie eloise emilie emma estelle
    eugenie eva evelyne fabienne fanny florence francoise genevieve georgette germaine ghislaine
    ginette gisele helene hortense huguette irene isabelle jacqueline jeanne jeannette jeannine
    joelle josephine josette josiane judith julie juliette laetitia laure laurence lea leonie
    liliane lise lisette louise louisette lucie lucienne lucile ludivine madeleine magali manon
    margaux margot marguerite marianne marie marine marion marthe martine mathilde maud melanie
    michele micheline mireille monique muriel myriam nadege nadine nathalie nicole noelle odette
    odile ophelie patricia paule paulette pauline perrine raymonde regine renee rosalie roseline
    sabine sandrine sarah severine simone solange sonia sophie stephanie suzanne sylvaine
    sylviane sylvie thais therese valentine valerie veronique virginie viviane yvette yvonne zoe
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
