/** English: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in English; folded, lower case. */
export const enPeople: PersonWords = {
  titles: {
    he: wordSet(`
    mr mister sir lord king prince father brother uncle baron count duke captain
  `),
    she: wordSet(`
    mrs ms miss mss lady dame queen princess mother sister aunt baroness countess duchess
  `),
    open: wordSet(`
    dr doctor prof professor president senator sen rep representative gov governor judge
    justice general gen colonel col major maj lieutenant lt sergeant sgt capt minister
    secretary chancellor chief chairman chairwoman chair mayor ambassador envoy officer
    detective inspector agent attorney congressman congresswoman councillor alderman deacon
    reverend rev bishop pope parson hon honourable honorable rt cllr adm admiral saint st old young little poor dear pastor
  `),
  },
  addresses: wordSet(`
    mr mister mrs ms miss mss sir lord lady dame dr lt sgt capt gen col maj prof rep sen gov
    rev hon honourable honorable rt cllr adm st old young little poor dear saint
  `),
  articles: wordSet('the a an'),
  bodyArticles: wordSet('the'),
  bodyJoins: wordSet('of'),
  particles: { opens: NO_WORDS, follows: NO_WORDS },
  declension: null,
  organisations: wordSet(`
    office ministry department university council committee company corporation inc ltd llc
    bank party group association union agency court commission institute society foundation
    government administration times post news guardian press church school college service
    authority journal house watch international music
  `),
  given: {
    he: wordSet(`
    john james robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven steve paul andrew joshua kenneth kevin brian george
    timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
    justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis
    jerry tyler aaron henry peter adam nathan zachary walter harold kyle carl arthur gerald
    roger keith jeremy lawrence sean christian albert joe ethan austin jesse willie billy
    bryan bruce jordan ralph roy noah dylan eugene wayne alan juan louis russell gabriel
    randy philip harry vincent bobby johnny logan tom bill jim bob ben sam max fred ned dick
    will tommy oliver hugh edgar edmund oscar herbert martin simon felix
  `),
    she: wordSet(`
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
    margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
    stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela
    emma nicole helen samantha katherine katharine christine debra rachel carolyn janet
    catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
    christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa
    ann sara madison frances kathryn janice jean alice abigail julia judy sophia grace denise
    amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte
    marie kayla alexis lucy jane rose ellen florence agnes edith fanny harriet nora clara ada
    eva kate annie louisa hillary
  `),
  },
  nouns: {
    he: wordSet(`
    man boy gentleman king father son brother husband lad fellow uncle grandfather policeman
    chairman butler monk priest
  `),
    she: wordSet(`
    woman girl lady queen mother daughter sister wife widow aunt grandmother maid nurse
    chairwoman spokeswoman actress
  `),
    open: wordSet(`
    companion friend cousin visitor colleague child baby neighbour neighbor partner teacher
    doctor guide guest host servant spokesperson spokesman lawyer lawyers assistant deputy
    secretary boss chief successor predecessor parents client attorney
  `),
  },
  notSpeakers: wordSet(`
    one another other others both all some many it this that everyone rest crowd voice voices
    letter statement text case day time advice answer reply question words word thing things
    idea fact way reason result eyes face look tone smile website site sign signs clip spot ad
    memo placard poster banner document documents bill law lawsuit survey study poll bias slogan
    caption page plaque notice label script
  `),
  called: {
    he: wordSet(`
    sir papa pa father dad daddy uncle grandfather grandpa brother gentlemen
  `),
    she: wordSet(`
    madam ma mamma mama mother mum mom aunt auntie grandmother grandma sister miss
  `),
  },
  callsBefore: wordSet('dear my no yes oh ah ok well'),
  headEnds: wordSet('of with in on at for from to who'),
  roleEnds: wordSet('to of for at in on from'),
  roleJoins: wordSet('and'),
  roleCompounds: [],
  roleOver: ['former', 'ex'],
};
