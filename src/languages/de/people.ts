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
    achim albrecht alois andreas anton armin arnold axel benedikt benno bernd bernhard berthold
    bjorn bodo bruno burkhard carsten christian christoph claus clemens dennis detlef dieter
    dietmar dietrich dirk eberhard eckhard edmund egon elmar emil erhard erich ernst erwin eugen
    ewald fabian felix ferdinand florian frank franz friedrich fritz gerhard gernot gottfried
    gregor guido gunter gustav hannes hans harald hartmut heiko heiner heinrich heinz helmut
    henning hermann holger horst hubert ingo jan jannik jens joachim jochen johann johannes
    jonas jorg josef julius jurgen kai karl karsten kaspar klaus knut konrad korbinian kurt lars
    leander lennart leonhard lothar ludger ludwig lukas lutz magnus malte manfred marcel marius
    markus martin matthias maximilian michael moritz nico niklas norbert olaf oliver oskar otto
    pascal paul peter philipp raimund rainer ralf reiner reinhard reinhold robert roland rolf
    rudiger rudolf ruprecht sebastian sigmar sigmund simon soren stefan steffen sven theodor
    thilo thomas thorsten tilman timo tobias torsten udo ulrich uwe valentin veit viktor volker
    volkmar walter werner wilfried wilhelm willi winfried wolfgang xaver
  `),
    she: wordSet(`
    adelheid agathe alexandra alice almut amalie andrea angela angelika anita anja anke anna
    annalena annegret anneliese annette antje antonia astrid auguste barbara barbel beate
    bettina bianca birgit brigitte britta carola charlotte christa christel christiane christine
    claudia constanze cordula corinna cornelia dagmar daniela dorothea dorothee edeltraud
    elfriede elisabeth elke ella elvira emilia emma erika eva eveline franziska frieda
    friederike gabi gabriele gerda gertrud gisela gudrun hanna hanne hannelore hedwig heide
    heidi heike helene helga hertha hildegard ida ilona ilse inga inge ingrid irene irmgard
    isabell jana janine johanna judith julia jutta karin karla karoline katharina kathrin katja
    katrin kerstin klara kristina lena leonie lieselotte linda lotte louise luise lydia magda
    magdalena mareike maren margarete margit margot marianne marion marlene martha martina
    mathilde mechthild meike melanie miriam monika nadine natalie nele nicole nina nora olga
    paula pauline petra pia regine renata renate rita romy rosa rosemarie ruth sabine sabrina
    sandra sara sarah sibylle sieglinde sigrid silvia sonja sophie stefanie susanne svenja
    sybille tabea tanja tatjana thea theresa therese tina trude ulla ulrike ursula ute vanessa
    vera verena veronika viktoria waltraud wiebke wilhelmine
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
