/** Words around names: titles with the gender they tell, articles, words of organisations, common given names. */
const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Titles of men, of women, and those that tell nothing; folded (lower case, no accents, no full stops). */
export const titlesHe = listed(
  'mr mister sir lord herr king prince father brother uncle baron count duke monsieur m senor don signor abbe comte duc marquis vicomte captain pan г',
);
export const titlesShe = listed(
  'mrs ms miss mss mme mlle madame mademoiselle lady dame frau queen princess mother sister aunt baroness countess duchess senora dona signora comtesse marquise tante pani',
);
export const titlesOpen = listed(
  'dr doctor prof professor president senator sen rep representative gov governor judge justice general gen colonel col major maj lieutenant lt ' +
    'sergeant sgt capt minister ministerin secretary chancellor kanzler kanzlerin prasident prasidentin prasidenten bundeskanzler bundeskanzlerin ' +
    'ministre docteur maitre chief chairman chairwoman chair mayor ambassador envoy officer detective inspector agent attorney congressman ' +
    'congresswoman councillor alderman deacon reverend rev bishop pope parson saint st st pere oncle le la old young little poor dear pastor ' +
    'burgermeister senatorin minister staatssekretar oberst presidente doctora profesor president',
);

export const articles = listed('the a an der die das den dem des ein eine le la les l un une el los las il lo gli i the');

/** Words that make a name an organisation's: no part of it is a given name or surname. */
export const orgWords = listed(
  'office ministry department university council committee company corporation inc ltd llc gmbh ag bank party group association union agency court ' +
    'commission institute society foundation government administration times post news guardian press church school college service authority ' +
    'ministerium verband bund partei gewerkschaft universitat gesellschaft rat amt regierung zeitung behorde stiftung kommission ministere universite ' +
    'societe banque conseil gouvernement comite journal house watch international music',
);

/** Common given names, en de fr; they tell persons apart and hint at pronouns. */
export const givenHe = listed(
  'john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven steve paul andrew ' +
    'joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon ' +
    'benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron henry peter adam nathan zachary walter harold kyle carl ' +
    'arthur gerald roger keith jeremy lawrence sean christian albert joe ethan austin jesse willie billy bryan bruce jordan ralph roy noah dylan ' +
    'eugene wayne alan juan louis russell gabriel randy philip harry vincent bobby johnny logan tom bill jim bob ben sam max fred ned dick will tommy ' +
    'oliver hugh ralph edgar edmund oscar herbert martin simon felix hans karl klaus jurgen gunter wolfgang werner helmut dieter uwe heinz manfred ' +
    'horst ulrich bernd rainer stefan andreas matthias thorsten sebastian florian tobias jan lars sven frank dirk ralf olaf gerhard konrad kurt ' +
    'friedrich heinrich ludwig otto ernst franz josef johannes jorg holger norbert axel winfried volker martin jean pierre jacques michel philippe ' +
    'alain bernard andre francois nicolas laurent christophe eric guy yves rene marcel claude emmanuel antoine julien luc olivier pascal thierry ' +
    'vladimir sergei sergey yuri dmitry dmitri ivan alexei boris volodymyr oleksandr mykola petro jose carlos luis antonio manuel francisco pedro ' +
    'mario luigi giuseppe giovanni marco pawel piotr andrzej gabriel',
);
export const givenShe = listed(
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle ' +
    'carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen ' +
    'samantha katherine katharine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly ' +
    'lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean ' +
    'alice abigail julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla ' +
    'alexis lucy jane rose ellen florence agnes edith fanny harriet nora clara ada eva kate annie angela ursula petra gisela renate monika ' +
    'sabine heike birgit silvia claudia susanne kerstin andrea anja katja annette ulrike gabriele brigitte ingrid helga gerda erika hannelore christa ' +
    'annegret annalena ilse katrin kristina franziska luise louise louisa nathalie isabelle sylvie valerie francoise monique nicole helene cecile ' +
    'camille sophie juliette simone pauline hillary olga tatiana natalia irina ' +
    'oksana yulia carmen rosa isabel lucia giulia francesca elena agnieszka ewa',
);

/** Nouns of persons that tell a gender. */
export const nounsHe = listed(
  'man boy gentleman king father son brother husband lad fellow uncle grandfather policeman chairman butler monk priest mann junge vater sohn bruder herr homme garcon pere fils frere mari roi vieillard abbe pretre',
);
export const nounsShe = listed(
  'woman girl lady queen mother daughter sister wife widow aunt grandmother maid nurse chairwoman spokeswoman actress frau mutter tochter schwester sprecherin ministerin femme fille mere soeur reine dame',
);

/** Nouns of persons that tell none. */
export const nounsOpen = listed(
  'companion friend cousin visitor colleague child baby neighbour neighbor partner teacher doctor guide guest host servant spokesperson spokesman lawyer lawyers assistant deputy secretary boss chief successor predecessor parents client attorney kollege kind nachbar freund anwalt sprecher gast nachfolger vorganger chef compagnon ami camarade voisin enfant hote cousine maitre compagne amie collegue avocat',
);

/** Nouns that stand before an announcing word without being a speaker one could name. */
export const notSpeakers = listed(
  'one another other others both all some many it this that everyone rest crowd voice voices letter statement text case day time advice answer reply ' +
    'question words word thing things idea fact way reason result eyes face look tone smile website site autre anderer andere vorwurf vorwurfe aussage ' +
    'aussagen begrundung meldung bericht urteil antwort frage worte wort text stimme webseite these kritik habitude voix mots reponse yeux visage ton',
);
