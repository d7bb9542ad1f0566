/** German: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in German; folded, lower case. */
export const dePeople: PersonWords = {
  titles: {
    he: wordSet('herr'),
    she: wordSet('frau'),
    open: wordSet(`
    dr prof ministerin minister kanzler kanzlerin prasident prasidentin prasidenten
    bundeskanzler bundeskanzlerin burgermeister senatorin staatssekretar oberst
  `),
  },
  addresses: wordSet('herr frau dr prof'),
  articles: wordSet('der die das den dem des ein eine'),
  bodyArticles: wordSet('die das'),
  bodyJoins: NO_WORDS,
  particles: { opens: wordSet('von van de den bin'), follows: wordSet('der den zu zur zum') },
  declension: null,
  organisations: wordSet(`
    gmbh ag bank ministerium verband bund partei gewerkschaft universitat gesellschaft rat
    amt regierung zeitung behorde stiftung kommission
  `),
  given: {
    he: wordSet(`
    hans karl klaus jurgen gunter wolfgang werner helmut dieter uwe heinz manfred horst
    ulrich bernd rainer stefan andreas matthias thorsten sebastian florian tobias jan lars
    sven frank dirk ralf olaf gerhard konrad kurt friedrich heinrich ludwig otto ernst franz
    josef johannes jorg holger norbert axel winfried volker martin peter michael thomas felix
    simon
  `),
    she: wordSet(`
    ursula petra gisela renate monika sabine heike birgit silvia claudia susanne kerstin
    andrea anja katja annette ulrike gabriele brigitte ingrid helga gerda erika hannelore
    christa annegret annalena ilse katrin kristina franziska luise louise angela nicole eva
  `),
  },
  nouns: {
    he: wordSet('mann junge vater sohn bruder herr'),
    she: wordSet('frau mutter tochter schwester sprecherin ministerin'),
    open: wordSet(`
    kollege kind nachbar freund anwalt sprecher gast nachfolger vorganger chef
  `),
  },
  notSpeakers: wordSet(`
    andere anderer vorwurf vorwurfe aussage aussagen begrundung meldung bericht urteil
    antwort frage worte wort text stimme webseite these kritik
  `),
  called: { he: wordSet('herr vater onkel'), she: wordSet('mutter tante') },
  callsBefore: wordSet('ja nein liebe lieber'),
  headEnds: wordSet('von mit im aus fur'),
  roleEnds: wordSet('fur der des im beim von'),
  roleJoins: wordSet('und'),
  roleCompounds: ['bundes', 'landes', 'staats'],
  roleOver: ['ehemalige'],
};
