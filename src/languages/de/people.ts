/** German: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in German; folded, lower case. */
export const people: PersonWords = {
  titles: {
    he: listed('herr'),
    she: listed('frau'),
    open: listed(`
    dr prof ministerin minister kanzler kanzlerin prasident prasidentin prasidenten
    bundeskanzler bundeskanzlerin burgermeister senatorin staatssekretar oberst
  `),
  },
  addresses: listed('herr frau dr prof'),
  articles: listed('der die das den dem des ein eine'),
  bodyArticles: listed('die das'),
  bodyJoins: NONE,
  particles: { opens: listed('von van de den bin'), follows: listed('der den zu zur zum') },
  declension: null,
  organisations: listed(`
    gmbh ag bank ministerium verband bund partei gewerkschaft universitat gesellschaft rat
    amt regierung zeitung behorde stiftung kommission
  `),
  given: {
    he: listed(`
    hans karl klaus jurgen gunter wolfgang werner helmut dieter uwe heinz manfred horst
    ulrich bernd rainer stefan andreas matthias thorsten sebastian florian tobias jan lars
    sven frank dirk ralf olaf gerhard konrad kurt friedrich heinrich ludwig otto ernst franz
    josef johannes jorg holger norbert axel winfried volker martin peter michael thomas felix
    simon
  `),
    she: listed(`
    ursula petra gisela renate monika sabine heike birgit silvia claudia susanne kerstin
    andrea anja katja annette ulrike gabriele brigitte ingrid helga gerda erika hannelore
    christa annegret annalena ilse katrin kristina franziska luise louise angela nicole eva
  `),
  },
  nouns: {
    he: listed('mann junge vater sohn bruder herr'),
    she: listed('frau mutter tochter schwester sprecherin ministerin'),
    open: listed(`
    kollege kind nachbar freund anwalt sprecher gast nachfolger vorganger chef
  `),
  },
  notSpeakers: listed(`
    andere anderer vorwurf vorwurfe aussage aussagen begrundung meldung bericht urteil
    antwort frage worte wort text stimme webseite these kritik
  `),
  called: { he: listed('herr vater onkel'), she: listed('mutter tante') },
  callsBefore: listed('ja nein liebe lieber'),
  headEnds: listed('von mit im aus fur'),
  roleEnds: listed('fur der des im beim von'),
  roleJoins: listed('und'),
  roleCompounds: ['bundes', 'landes', 'staats'],
  roleOver: ['ehemalige'],
};
